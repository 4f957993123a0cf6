package city.cockpit.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A socket for Paho, which asks for single bytes: it reads from the operating system as much as there is. What goes out
 * goes packet by packet, where a packet ends with a flush, so that others may {@linkplain #send write packets} in between.
 */
final class PacketSocket extends Socket {

    private static final int ROOM = 64 << 10;

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Input input;
    private @Nullable Output output;

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        super.connect(endpoint, timeout);
        setTcpNoDelay(true);
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        if (input == null) input = new Input(super.getInputStream());
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

        private volatile @Nullable PacketSocket last;

        /** The socket of the connection that was made last. */
        @Nullable PacketSocket last() {
            return last;
        }

        @Override
        public Socket createSocket() {
            var socket = new PacketSocket();
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

    /** For one thread. A time-out leaves everything as it was. */
    private static final class Input extends InputStream {

        private final InputStream source;
        private final byte[] bytes = new byte[ROOM];
        private int next;
        private int end;

        Input(InputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            return fill() ? bytes[next++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) return 0;
            if (!fill()) return -1;
            var count = Math.min(length, end - next);
            System.arraycopy(bytes, next, target, offset, count);
            next += count;
            return count;
        }

        @Override
        public int available() throws IOException {
            return next < end ? end - next : source.available();
        }

        @Override
        public void close() throws IOException {
            source.close();
        }

        private boolean fill() throws IOException {
            if (next < end) return true;
            var count = source.read(bytes, 0, bytes.length);
            next = 0;
            end = Math.max(0, count);
            return count > 0;
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
