package city.cockpit.registry.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;

/**
 * A device that speaks MQTT 3.1.1 by hand, so that it can say what no library would send: topics with wildcards, anybody's
 * client id.
 */
final class PlainDevice implements AutoCloseable {

    private static final int PUBACK = 4;
    private static final int SUBACK = 9;
    private static final int PATIENCE_MILLIS = 5_000;

    private final Socket socket;
    private final DataInputStream in;
    private int packets;

    /** A last will. */
    record Will(String topic, String text, boolean retained) {}

    private PlainDevice(Socket socket) throws IOException {
        this.socket = socket;
        in = new DataInputStream(socket.getInputStream());
    }

    /** Empty if the broker does not let it in. */
    static Optional<PlainDevice> connect(int port, String clientId, String user, String password) {
        return connect(port, clientId, user, password, Optional.empty());
    }

    static Optional<PlainDevice> connect(int port, String clientId, String user, String password, Optional<Will> will) {
        try {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            var device = new PlainDevice(socket);
            if (device.isLetIn(clientId, user, password, will)) return Optional.of(device);
            socket.close();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean isLetIn(String clientId, String user, String password, Optional<Will> will) throws IOException {
        var body = new ByteArrayOutputStream();
        var connect = new DataOutputStream(body);
        connect.writeUTF("MQTT");
        connect.write(4);
        connect.write(0b1100_0010
                | (will.isPresent() ? 0b0100 : 0)
                | (will.filter(Will::retained).isPresent() ? 0b10_0000 : 0));
        connect.writeShort(60);
        connect.writeUTF(clientId);
        if (will.isPresent()) {
            connect.writeUTF(will.get().topic());
            connect.writeUTF(will.get().text());
        }
        connect.writeUTF(user);
        connect.writeUTF(password);
        send(0x10, body.toByteArray());
        var answer = in.readNBytes(4);
        return answer.length == 4 && answer[3] == 0;
    }

    /** Returns whether the connection stands afterwards; an answer of MQTT 3.1.1 does not say what became of it. */
    boolean publish(String topic, String text, boolean retained) {
        try {
            var body = new ByteArrayOutputStream();
            var message = new DataOutputStream(body);
            message.writeUTF(topic);
            message.writeShort(++packets);
            message.write(text.getBytes(UTF_8));
            send(retained ? 0x33 : 0x32, body.toByteArray());
            return awaitPacket(PUBACK);
        } catch (IOException e) {
            return false;
        }
    }

    boolean publish(String topic, String text) {
        return publish(topic, text, false);
    }

    /** Returns whether the connection stands afterwards, whatever the broker said. */
    boolean subscribe(String filter) {
        try {
            var body = new ByteArrayOutputStream();
            var wish = new DataOutputStream(body);
            wish.writeShort(++packets);
            wish.writeUTF(filter);
            wish.write(0);
            send(0x82, body.toByteArray());
            return awaitPacket(SUBACK);
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a message comes within a moment. */
    boolean hears() {
        try {
            socket.setSoTimeout(300);
            return awaitPacket(3);
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean awaitPacket(int type) throws IOException {
        for (var first = in.read(); first >= 0; first = in.read()) {
            var length = 0;
            var shift = 0;
            for (var next = in.readUnsignedByte(); ; next = in.readUnsignedByte()) {
                length |= (next & 0x7f) << shift;
                shift += 7;
                if (next < 0x80) break;
            }
            in.skipNBytes(length);
            if (first >> 4 == type) return true;
        }
        return false;
    }

    /** Waits until the broker ends the connection; returns after how many milliseconds, or -1 if it did not. */
    long awaitEnd() {
        var begin = System.nanoTime();
        try {
            while (in.read() >= 0) {
                // What else the broker says does not matter here.
            }
        } catch (SocketTimeoutException e) {
            return -1;
        } catch (IOException e) {
            // It was cut, which is an end, too.
        }
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private void send(int first, byte[] body) throws IOException {
        var packet = new ByteArrayOutputStream();
        packet.write(first);
        var length = body.length;
        do {
            packet.write(length % 128 | (length >= 128 ? 0x80 : 0));
            length /= 128;
        } while (length > 0);
        packet.write(body);
        socket.getOutputStream().write(packet.toByteArray());
    }

    /** Vanishes without a word, so that its last will is published. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
