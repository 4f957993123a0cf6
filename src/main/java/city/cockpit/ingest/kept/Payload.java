package city.cockpit.ingest.kept;

import city.cockpit.ingest.Printable;
import java.util.Arrays;

/** What a stranger sent. Immutable. */
public final class Payload {

    private final byte[] bytes;

    public Payload(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes;
    }

    /** A copy of it. */
    public byte[] content() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }

    /** Its beginning as text, with a stand-in for what is not visible; hexadecimal digits if it is no text. */
    public String text(int longest) {
        return Printable.textOrHex(Arrays.copyOf(bytes, Math.min(bytes.length, longest)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload payload && Arrays.equals(bytes, payload.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Not what it holds: that is nobody's business in a log. */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
