package org.darya.portal.account;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as one SVG path, a unit to a square. */
final class QrPicture {
    private QrPicture() {}

    static StepView step(@org.jspecify.annotations.Nullable String problem, String address, String secret) {
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new StepView(problem, secret.replaceAll("(.{4})(?=.)", "$1 "), path.toString(), code.size);
    }
}
