package city.cockpit.registry;

import java.util.Arrays;

/**
 * How a sensor looks where it hangs, without what cameras write beside the picture: where it was taken, when, and by which
 * telephone. Immutable; equal if the bytes are.
 */
public final class Photo {

    public static final int MOST_BYTES = 5_000_000;

    private final String mediaType;
    private final byte[] bytes;

    private Photo(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    /**
     * A picture as a phone takes it.
     *
     * @throws IllegalArgumentException it is neither JPEG nor PNG nor WebP, is broken, or has more than {@link #MOST_BYTES}
     */
    public static Photo of(byte[] bytes) {
        if (bytes.length > MOST_BYTES) throw new IllegalArgumentException("more than " + MOST_BYTES + " bytes");
        return new Photo(PhotoBytes.mediaType(bytes), PhotoBytes.withoutTraces(bytes));
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Photo that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "%s of %d bytes".formatted(mediaType, bytes.length);
    }
}
