package city.cockpit.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * What comes from a broker: messages go to their receiver on the thread that reads, all other packets are left to whoever
 * reads here. Takes from the operating system as much as there is. For one thread; a time-out leaves everything as it was.
 */
final class PacketInput extends InputStream {

    private static final int ROOM = 64 << 10;

    private final InputStream source;
    private final int largest;
    private final Consumer<Publication> receiver;
    private final Runnable beforeReading;
    /** Between its position and its limit lies what came and was not looked at. */
    private ByteBuffer came = ByteBuffer.allocate(ROOM).limit(0);
    /** So much of the packet under way is for the reader. */
    private int through;

    /**
     * @param largest packet in bytes; one that is larger ends the connection
     * @param receiver must not block
     * @param beforeReading is run before the operating system is asked for more
     */
    PacketInput(InputStream source, int largest, Consumer<Publication> receiver, Runnable beforeReading) {
        this.source = source;
        this.largest = largest;
        this.receiver = receiver;
        this.beforeReading = beforeReading;
    }

    @Override
    public int read() throws IOException {
        if (!find()) return -1;
        through--;
        return came.get() & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) return 0;
        if (!find()) return -1;
        var count = Math.min(length, Math.min(through, came.remaining()));
        came.get(target, offset, count);
        through -= count;
        return count;
    }

    @Override
    public int available() throws IOException {
        return came.hasRemaining() ? Math.min(through, came.remaining()) : source.available();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** Waits for something to read; false at the end. */
    private boolean find() throws IOException {
        while (!came.hasRemaining() || through == 0) if (!nextPacket() && !fill()) return false;
        return true;
    }

    /** Whether a whole message was handed over, or another packet begins. */
    private boolean nextPacket() throws IOException {
        if (through > 0 || !came.hasRemaining()) return false;
        var begin = came.position();
        try {
            var first = came.get();
            var length = Publication.length(came);
            var whole = came.position() - begin + length;
            if (whole > largest) throw new IOException("a packet of %d bytes".formatted(whole));
            if (Publication.isIn(first)) {
                if (length > came.remaining()) {
                    makeRoom(begin, whole);
                    return false;
                }
                var packet = came.slice(came.position(), length);
                came.position(begin + whole);
                receiver.accept(Publication.read(first, packet));
            } else {
                came.position(begin);
                through = whole;
            }
            return true;
        } catch (BufferUnderflowException e) {
            makeRoom(begin, Publication.LONGEST_HEAD);
            return false;
        }
    }

    /** Sees to it that a packet of that length, which begins there, can be read on. */
    private void makeRoom(int begin, int length) {
        came.position(begin);
        if (came.capacity() - begin >= length) return;
        var larger = ByteBuffer.allocate(Math.max(ROOM, length));
        came = larger.put(came).flip();
    }

    /** Waits for bytes; false at the end. */
    private boolean fill() throws IOException {
        if (!came.hasRemaining()) came.clear().limit(0);
        var begin = came.limit();
        beforeReading.run();
        var count = source.read(came.array(), begin, came.capacity() - begin);
        if (count < 0) return false;
        came.limit(begin + count);
        return true;
    }
}
