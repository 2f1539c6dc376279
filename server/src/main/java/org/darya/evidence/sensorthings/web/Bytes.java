package org.darya.evidence.sensorthings.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.darya.evidence.sensorthings.time.Instants;
import org.darya.evidence.sensorthings.time.Interval;

/** A growing buffer that JSON is written into byte by byte. */
final class Bytes {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

    private byte[] bytes = new byte[1024];
    private int size;

    byte[] array() {
        return bytes;
    }

    int size() {
        return size;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }

    Bytes put(byte[] ready) {
        room(ready.length);
        System.arraycopy(ready, 0, bytes, size, ready.length);
        size += ready.length;
        return this;
    }

    Bytes put(char ascii) {
        room(1);
        bytes[size++] = (byte) ascii;
        return this;
    }

    /** Text that is JSON already. */
    Bytes raw(String json) {
        int n = json.length();
        room(n * 3);
        for (int i = 0; i < n; i++) {
            char c = json.charAt(i);
            if (c >= 128) {
                byte[] rest = json.substring(i).getBytes(StandardCharsets.UTF_8);
                room(rest.length);
                System.arraycopy(rest, 0, bytes, size, rest.length);
                size += rest.length;
                return this;
            }
            bytes[size++] = (byte) c;
        }
        return this;
    }

    /** A text as a JSON string. */
    Bytes string(String text) {
        put('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 32 || c == '"' || c == '\\') {
                raw(text.substring(from, i));
                from = i + 1;
                switch (c) {
                    case '"' -> raw("\\\"");
                    case '\\' -> raw("\\\\");
                    case '\n' -> raw("\\n");
                    case '\r' -> raw("\\r");
                    case '\t' -> raw("\\t");
                    default -> {
                        raw("\\u00");
                        room(2);
                        bytes[size++] = HEX[c >> 4];
                        bytes[size++] = HEX[c & 15];
                    }
                }
            }
        }
        raw(from == 0 ? text : text.substring(from));
        return put('"');
    }

    Bytes number(long value) {
        if (value < 0 || value > 999_999_999_999_999_999L) {
            return raw(Long.toString(value));
        }
        room(20);
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = value;
        for (int i = size + digits - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
        return this;
    }

    /** The shortest decimal that reads back as the same double; whole numbers without a fraction. */
    Bytes number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return number((long) value);
        }
        return raw(Double.toString(value));
    }

    Bytes time(Interval time) {
        put('"');
        instant(time.start());
        if (!time.instant()) {
            put('/');
            instant(time.end());
        }
        return put('"');
    }

    Bytes instant(long micros) {
        room(40);
        size = Instants.write(micros, bytes, size);
        return this;
    }

    void cut(int to) {
        size = to;
    }
}
