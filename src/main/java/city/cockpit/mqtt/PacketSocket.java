package city.cockpit.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A socket for Paho that keeps messages from it, see {@link PacketInput}. What goes out goes packet by packet, where a
 * packet ends with a flush, so that others may {@linkplain #send write packets} in between.
 */
final class PacketSocket extends Socket {

    private final int largest;
    private final Consumer<Publication> receiver;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable PacketInput input;
    private @Nullable Output output;

    private PacketSocket(int largest, Consumer<Publication> receiver) {
        this.largest = largest;
        this.receiver = receiver;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        super.connect(endpoint, timeout);
        setTcpNoDelay(true);
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        if (input == null) input = new PacketInput(super.getInputStream(), largest, receiver, new Gathering());
        return input;
    }

    @Override
    public synchronized OutputStream getOutputStream() throws IOException {
        if (output == null) output = new Output(super.getOutputStream());
        return output;
    }

    /** Sends whole packets, between those of others. Blocks while the broker does not read. */
    void send(byte[] packets, int length) throws IOException {
        var out = super.getOutputStream();
        lock.lock();
        try {
            out.write(packets, 0, length);
        } finally {
            lock.unlock();
        }
    }

    /** Makes such sockets and keeps the last one. */
    static final class Factory extends SocketFactory {

        private final int largest;
        private final Consumer<Publication> receiver;
        private volatile @Nullable PacketSocket last;

        /**
         * @param largest packet in bytes that the broker may send
         * @param receiver is given the messages on the thread that reads, and must not block
         */
        Factory(int largest, Consumer<Publication> receiver) {
            this.largest = largest;
            this.receiver = receiver;
        }

        /** The socket of the connection that was made last. */
        @Nullable PacketSocket last() {
            return last;
        }

        @Override
        public Socket createSocket() {
            var socket = new PacketSocket(largest, receiver);
            last = socket;
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
            throw new UnsupportedOperationException();
        }
    }

    /** For one thread. */
    private final class Output extends OutputStream {

        private final OutputStream target;
        private final ByteArrayOutputStream packet = new ByteArrayOutputStream();

        Output(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int one) {
            packet.write(one);
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            packet.write(source, offset, length);
        }

        @Override
        public void flush() throws IOException {
            lock.lock();
            try {
                packet.writeTo(target);
            } finally {
                lock.unlock();
            }
            packet.reset();
        }

        @Override
        public void close() throws IOException {
            flush();
            target.close();
        }
    }
}
