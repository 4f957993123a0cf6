package city.sim.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A web socket for texts (RFC 6455) that has them compressed where the server agrees, as browsers do (RFC 7692). The one of
 * the JDK cannot be compressed, and then pages cost the server less than they do in a town.
 */
final class TextSocket implements AutoCloseable {

    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int FINAL = 0x80;
    private static final int COMPRESSED = 0x40;
    private static final int MASKED = 0x80;
    private static final byte[] END_OF_DEFLATED = {0, 0, (byte) 0xff, (byte) 0xff};

    /**
     * What came.
     *
     * @param bytes what it took on the line
     */
    record Received(String text, int bytes) {}

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final @Nullable Inflater inflater;

    private TextSocket(Socket socket, DataInputStream in, boolean isCompressed) throws IOException {
        this.socket = socket;
        this.in = in;
        this.out = socket.getOutputStream();
        this.inflater = isCompressed ? new Inflater(true) : null;
    }

    /**
     * Connects.
     *
     * @param address {@code http} or {@code ws} with a port
     */
    static TextSocket open(URI address, Map<String, String> headers) throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        try {
            socket.setTcpNoDelay(true);
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            return new TextSocket(socket, in, isAgreed(ask(socket, in, address, headers)));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static String ask(Socket socket, DataInputStream in, URI address, Map<String, String> headers)
            throws IOException {
        var key = new byte[16];
        ThreadLocalRandom.current().nextBytes(key);
        var request = new StringBuilder("GET ")
                .append(address.getRawPath())
                .append(address.getRawQuery() == null ? "" : "?" + address.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(address.getAuthority())
                .append(
                        "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ")
                .append(Base64.getEncoder().encodeToString(key))
                .append("\r\nSec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        var answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) answer.append((char) in.readUnsignedByte());
        if (!answer.toString().startsWith("HTTP/1.1 101"))
            throw new IOException("no web socket: " + answer.substring(0, answer.indexOf("\r\n")));
        return answer.toString();
    }

    private static boolean isAgreed(String answer) {
        return answer.contains("permessage-deflate");
    }

    /** Any thread. */
    void send(String text) throws IOException {
        send(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized void send(int type, byte[] payload) throws IOException {
        var frame = new ByteArrayOutputStream(payload.length + 14);
        frame.write(FINAL | type);
        if (payload.length < 126) frame.write(MASKED | payload.length);
        else {
            var isShort = payload.length < 1 << 16;
            frame.write(MASKED | (isShort ? 126 : 127));
            for (var shift = isShort ? 8 : 56; shift >= 0; shift -= 8)
                frame.write((int) ((long) payload.length >> shift));
        }
        var mask = new byte[4];
        ThreadLocalRandom.current().nextBytes(mask);
        frame.writeBytes(mask);
        for (var i = 0; i < payload.length; i++) frame.write(payload[i] ^ mask[i % 4]);
        frame.writeTo(out);
    }

    /**
     * Waits for the next text and answers what belongs to the protocol meanwhile. To be called by one thread.
     *
     * @throws EOFException the server has closed
     */
    Received receive() throws IOException {
        var message = new ByteArrayOutputStream();
        var bytes = 0;
        var isCompressed = false;
        while (true) {
            var head = in.readUnsignedByte();
            var length = length(in.readUnsignedByte() & ~MASKED);
            var payload = in.readNBytes(length);
            if (payload.length < length) throw new EOFException();
            var type = head & 0xf;
            if (type == CLOSE) throw new EOFException("closed by the server");
            if (type == PING) send(PONG, payload);
            if (type != TEXT && type != CONTINUATION) continue;
            if (type == TEXT) isCompressed = (head & COMPRESSED) != 0;
            bytes += length;
            message.writeBytes(payload);
            if ((head & FINAL) == 0) continue;
            var whole = isCompressed ? inflated(message) : message.toByteArray();
            return new Received(new String(whole, StandardCharsets.UTF_8), bytes);
        }
    }

    private int length(int first) throws IOException {
        if (first < 126) return first;
        return first == 126 ? in.readUnsignedShort() : Math.toIntExact(in.readLong());
    }

    private byte[] inflated(ByteArrayOutputStream message) throws IOException {
        if (inflater == null) throw new IOException("compressed without having been asked");
        message.writeBytes(END_OF_DEFLATED);
        inflater.setInput(message.toByteArray());
        var text = new ByteArrayOutputStream();
        var part = new byte[8 << 10];
        try {
            for (var count = inflater.inflate(part); count > 0; count = inflater.inflate(part))
                text.write(part, 0, count);
        } catch (DataFormatException e) {
            throw new IOException("not compressed as agreed", e);
        }
        return text.toByteArray();
    }

    /** Ends the connection as a tab does that is closed; whoever waits for a text gets an exception. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
