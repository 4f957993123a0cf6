package city.cockpit.transfer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** A file that lies in pieces in the database, read from its begin. One thread; blocks at each piece. */
final class StoredFile extends InputStream {

    static final int PIECE = 1 << 20;

    private final ImportTable table;
    private final long id;
    private InputStream piece = InputStream.nullInputStream();
    private int next;
    private long read;

    StoredFile(ImportTable table, long id) {
        this.table = table;
        this.id = id;
    }

    /** Bytes that were handed out; whoever reads from here is ahead of what he has understood by a buffer. */
    long bytesRead() {
        return read;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) return 0;
        while (true) {
            var got = piece.read(into, offset, length);
            if (got > 0) {
                read += got;
                return got;
            }
            var found = table.findPiece(id, next);
            if (found.isEmpty()) return -1;
            piece = new InflaterInputStream(new ByteArrayInputStream(found.get()));
            next++;
        }
    }

    static byte[] deflated(byte[] bytes, int length) {
        var packed = new ByteArrayOutputStream(length / 4 + 64);
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DeflaterOutputStream(packed, deflater)) {
            out.write(bytes, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }
}
