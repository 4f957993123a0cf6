package city.sim.bench;

import city.sim.broker.BrokerAddress;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Publishes with QoS 1 and as little effort as MQTT 3.1.1 allows, so that the machine is left to those who are measured.
 * One thread publishes, another one counts the acknowledgements.
 */
final class Publisher implements Outlet {

    private static final int WINDOW = 4_000;
    private static final int MOST_IDS = 65_535;
    private static final int CONNECT = 0x10;
    private static final int CONNACK = 0x20;
    private static final int PUBLISH_QOS_1 = 0x32;
    private static final int PUBACK = 0x40;
    private static final int NAME_AND_PASSWORD_AND_CLEAN = 0xC2;
    private static final int CLEAN = 0x02;
    private static final long PATIENCE_SECONDS = 30;

    private final Socket socket;
    private final DataOutputStream out;
    private final ByteArrayOutputStream packets = new ByteArrayOutputStream();
    private final Semaphore window = new Semaphore(WINDOW);
    private int id;

    private Publisher(Socket socket) throws IOException {
        this.socket = socket;
        this.out = new DataOutputStream(socket.getOutputStream());
    }

    static Publisher open(BrokerAddress address, String clientId) throws IOException {
        var socket = new Socket(address.uri().getHost(), address.uri().getPort());
        socket.setTcpNoDelay(true);
        var publisher = new Publisher(socket);
        publisher.connect(address, clientId);
        Thread.ofPlatform().name(clientId + "-acks").daemon().start(publisher::countAcknowledgements);
        return publisher;
    }

    private void connect(BrokerAddress address, String clientId) throws IOException {
        var body = new ByteArrayOutputStream();
        var data = new DataOutputStream(body);
        data.writeUTF("MQTT");
        data.writeByte(4);
        data.writeByte(address.login().isPresent() ? NAME_AND_PASSWORD_AND_CLEAN : CLEAN);
        data.writeShort(0);
        data.writeUTF(clientId);
        if (address.login().isPresent()) {
            data.writeUTF(address.login().get().username());
            data.writeUTF(address.login().get().password());
        }
        packet(CONNECT, body.toByteArray());
        flush();
        var in = new DataInputStream(socket.getInputStream());
        var answer = in.readNBytes(4);
        if (answer.length < 4 || (answer[0] & 0xff) != CONNACK || answer[3] != 0)
            throw new IOException("the broker refuses the publisher: " + Arrays.toString(answer));
    }

    @Override
    public void add(String topic, byte[] payload) throws IOException, InterruptedException {
        if (!window.tryAcquire()) {
            flush();
            if (!window.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS))
                throw new IOException("the broker acknowledges nothing");
        }
        id = id % MOST_IDS + 1;
        var name = topic.getBytes(StandardCharsets.UTF_8);
        packets.write(PUBLISH_QOS_1);
        length(2 + name.length + 2 + payload.length);
        packets.write(name.length >> 8);
        packets.write(name.length);
        packets.writeBytes(name);
        packets.write(id >> 8);
        packets.write(id);
        packets.writeBytes(payload);
    }

    @Override
    public void flush() throws IOException {
        packets.writeTo(out);
        packets.reset();
    }

    @Override
    public void drain() throws IOException, InterruptedException {
        flush();
        if (!window.tryAcquire(WINDOW, PATIENCE_SECONDS, TimeUnit.SECONDS))
            throw new IOException("the broker acknowledges nothing");
        window.release(WINDOW);
    }

    private void packet(int type, byte[] body) {
        packets.write(type);
        length(body.length);
        packets.writeBytes(body);
    }

    private void length(int bytes) {
        for (var rest = bytes; ; rest >>= 7) {
            if (rest < 0x80) {
                packets.write(rest);
                return;
            }
            packets.write((rest & 0x7f) | 0x80);
        }
    }

    /** Nothing but acknowledgements of four bytes comes back. */
    private void countAcknowledgements() {
        try (InputStream in = socket.getInputStream()) {
            var bytes = new byte[64 << 10];
            var rest = 0;
            while (true) {
                var count = in.read(bytes, rest, bytes.length - rest);
                if (count < 0) return;
                var whole = (rest + count) / 4;
                for (var i = 0; i < whole; i++)
                    if ((bytes[4 * i] & 0xf0) != PUBACK) throw new IOException("not an acknowledgement");
                window.release(whole);
                rest = rest + count - 4 * whole;
                System.arraycopy(bytes, 4 * whole, bytes, 0, rest);
            }
        } catch (IOException e) {
            // Whoever publishes notices.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
