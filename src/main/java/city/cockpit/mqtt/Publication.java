package city.cockpit.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * A message in a packet of MQTT 5. Paho takes several times as long to read it, see decision record 0026.
 *
 * @param id what it is acknowledged by; 0 for QoS 0
 * @param payload a view of the packet, so only for as long as that is not overwritten; {@link #bytes} copies it
 */
record Publication(String topic, int qos, boolean retained, int id, ByteBuffer payload) {

    /** Bytes at most that tell how long a packet is, with the first one. */
    static final int LONGEST_HEAD = 5;

    private static final int PUBLISH = 0x30;
    private static final int TYPE = 0xf0;
    private static final int QOS_2 = 0x04;
    private static final int QOS_1 = 0x02;
    private static final int RETAINED = 0x01;

    /** Whether a packet that begins so is a message of QoS 0 or 1. */
    static boolean isIn(int first) {
        return (first & TYPE) == PUBLISH && (first & QOS_2) == 0;
    }

    /**
     * Reads it.
     *
     * @param first the first byte of the packet
     * @param packet what follows its length
     * @throws IOException it is none
     */
    static Publication read(int first, ByteBuffer packet) throws IOException {
        try {
            var topic = new byte[packet.getShort() & 0xffff];
            packet.get(topic);
            // Aliases are not asked for.
            if (topic.length == 0) throw new IOException("a message without a topic");
            var qos = (first & QOS_1) / QOS_1;
            var id = qos == 0 ? 0 : packet.getShort() & 0xffff;
            var properties = length(packet);
            packet.position(packet.position() + properties);
            return new Publication(new String(topic, UTF_8), qos, (first & RETAINED) != 0, id, packet.slice());
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("a packet that is shorter than it says", e);
        }
    }

    /** A number of up to four bytes, seven bits in each. */
    static int length(ByteBuffer bytes) throws IOException {
        var value = 0;
        for (var shift = 0; shift < 28; shift += 7) {
            var next = bytes.get();
            value |= (next & 0x7f) << shift;
            if (next >= 0) return value;
        }
        throw new IOException("a length of more than four bytes");
    }

    byte[] bytes() {
        var bytes = new byte[payload.remaining()];
        payload.duplicate().get(bytes);
        return bytes;
    }
}
