package org.darya.evidence.sensorthings;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A client of MQTT that writes and reads bytes, so that it can also do what no library would. */
final class MqttWire implements AutoCloseable {
    static final int CONNACK = 0x20;
    static final int PUBACK = 0x40;
    static final int PUBREC = 0x50;
    static final int PUBCOMP = 0x70;
    static final int SUBACK = 0x90;
    static final int UNSUBACK = 0xB0;
    static final int DISCONNECT = 0xE0;
    static final byte[] NOTHING = {};

    private final Socket socket;
    private final DataInputStream in;
    private final int level;

    /** @param type the first byte, without its flags */
    record Packet(int type, byte[] body) {
        int at(int index) {
            return Byte.toUnsignedInt(body[index]);
        }

        /** The reason of PUBACK, PUBREC or PUBCOMP; that of success may be left out (3.4.2.1). */
        int reason() {
            return body.length < 3 ? 0 : at(2);
        }

        /** The last byte, where acknowledgements of subscriptions have their code. */
        int last() {
            return at(body.length - 1);
        }
    }

    /** @param level of the protocol: 4 is MQTT 3.1.1, 5 is MQTT 5 */
    MqttWire(int port, int level) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(10_000);
        in = new DataInputStream(socket.getInputStream());
        this.level = level;
    }

    boolean five() {
        return level == 5;
    }

    static byte[] text(String text) {
        return joined(number(text.getBytes(StandardCharsets.UTF_8).length), text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] number(int number) {
        return new byte[] {(byte) (number >> 8), (byte) number};
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Sends a packet: its first byte, its length and its content. */
    void send(int first, byte[]... parts) throws IOException {
        byte[] body = joined(parts);
        var packet = new ByteArrayOutputStream();
        packet.write(first);
        int length = body.length;
        do {
            packet.write(length % 128 | (length > 127 ? 128 : 0));
            length /= 128;
        } while (length > 0);
        packet.writeBytes(body);
        socket.getOutputStream().write(packet.toByteArray());
        socket.getOutputStream().flush();
    }

    /** CONNECT. @param flags of section 3.1.2.3; 2 is a clean start @param payload what follows the client's name */
    void connect(String id, int flags, byte[] properties, byte[]... payload) throws IOException {
        send(
                0x10,
                text("MQTT"),
                new byte[] {(byte) level, (byte) flags, 0, 60},
                properties(properties),
                text(id),
                joined(payload));
    }

    /** Connects with a token and reads CONNACK. */
    Packet in(String id, String token) throws IOException {
        return in(id, token, true, NOTHING);
    }

    Packet in(String id, String token, boolean clean, byte[] properties) throws IOException {
        int flags = (clean ? 2 : 0) | (token.isEmpty() ? 0 : 0xC0);
        connect(id, flags, properties, token.isEmpty() ? NOTHING : joined(text("any"), text(token)));
        return next();
    }

    void subscribe(int packet, String topic) throws IOException {
        send(0x82, number(packet), properties(NOTHING), text(topic), new byte[] {1});
    }

    void publish(int quality, int packet, String topic, String payload) throws IOException {
        send(
                0x30 | quality << 1,
                text(topic),
                quality == 0 ? NOTHING : number(packet),
                properties(NOTHING),
                payload.getBytes(StandardCharsets.UTF_8));
    }

    /** Properties of a packet, which only MQTT 5 has. */
    byte[] properties(byte[] properties) {
        return five() ? joined(new byte[] {(byte) properties.length}, properties) : NOTHING;
    }

    Packet next() throws IOException {
        Packet packet = nextOrEnd();
        if (packet == null) {
            throw new EOFException("the broker closed the connection without a word");
        }
        return packet;
    }

    /** Null where the broker closed the connection. */
    @Nullable
    Packet nextOrEnd() throws IOException {
        try {
            int first = in.read();
            if (first < 0) {
                return null;
            }
            int length = 0;
            int digit;
            int shift = 0;
            do {
                digit = in.readUnsignedByte();
                length |= (digit & 127) << shift;
                shift += 7;
            } while (digit > 127);
            byte[] body = new byte[length];
            in.readFully(body);
            return new Packet(first & 0xF0, body);
        } catch (SocketException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
