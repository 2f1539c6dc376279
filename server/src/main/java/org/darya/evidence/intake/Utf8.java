package org.darya.evidence.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Finds the line in which a file stops being UTF-8. Lines end alike in UTF-8 and in what it is mistaken for. */
final class Utf8 {
    private Utf8() {}

    static long firstBadLine(CsvTable.Opening file) throws IOException {
        try (InputStream in = file.stream();
                var reader = new BufferedReader(new java.io.InputStreamReader(in, StandardCharsets.ISO_8859_1))) {
            long line = 0;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                try {
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
                } catch (CharacterCodingException e) {
                    return line;
                }
            }
            return line;
        }
    }
}
