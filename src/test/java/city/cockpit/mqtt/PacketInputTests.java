package city.cockpit.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttPublish;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.junit.jupiter.api.Test;

/** Messages go their own way, everything else reaches Paho as it came. */
class PacketInputTests {

    private static final int LARGEST = 256 << 10;
    private static final byte[] PONG = {(byte) 0xd0, 0};
    private static final byte[] ACKNOWLEDGED = {0x40, 2, 7, 9};

    private final ByteArrayOutputStream came = new ByteArrayOutputStream();
    private final List<String> messages = new ArrayList<>();

    @Test
    void messagesAreReadAsPahoWritesThem() throws Exception {
        came.writeBytes(message("city/air-07", "{}", 1, 1, false));
        came.writeBytes(message("city/straße/π", "", 0, 0, true));
        came.writeBytes(message("city/noise-01", "x".repeat(200_000), 1, 65_535, false));
        assertThat(left(Integer.MAX_VALUE)).isEmpty();
        assertThat(messages)
                .containsExactly(
                        "city/air-07 1 1 false {}",
                        "city/straße/π 0 0 true ",
                        "city/noise-01 1 65535 false " + "x".repeat(200_000));
    }

    @Test
    void allOtherPacketsAreLeftInTheirOrder() throws Exception {
        came.writeBytes(PONG);
        came.writeBytes(message("city/a", "1", 1, 1, false));
        came.writeBytes(ACKNOWLEDGED);
        came.writeBytes(message("city/a", "2", 1, 2, false));
        came.writeBytes(message("city/a", "exactly once", 2, 3, false));
        came.writeBytes(PONG);
        var expected = new ByteArrayOutputStream();
        expected.writeBytes(PONG);
        expected.writeBytes(ACKNOWLEDGED);
        expected.writeBytes(message("city/a", "exactly once", 2, 3, false));
        expected.writeBytes(PONG);
        assertThat(left(Integer.MAX_VALUE)).isEqualTo(expected.toByteArray());
        assertThat(messages).containsExactly("city/a 1 1 false 1", "city/a 1 2 false 2");
    }

    @Test
    void itDoesNotMatterInWhichPiecesTheyCome() throws Exception {
        var random = new Random(5);
        var expected = new ByteArrayOutputStream();
        for (var id = 1; id <= 300; id++) {
            came.writeBytes(message("city/a", "v".repeat(random.nextInt(id % 50 == 0 ? 90_000 : 300)), 1, id, false));
            if (id % 7 != 0) continue;
            came.writeBytes(ACKNOWLEDGED);
            expected.writeBytes(ACKNOWLEDGED);
        }
        assertThat(left(3)).isEqualTo(expected.toByteArray());
        assertThat(messages).hasSize(300);
        var inPieces = List.copyOf(messages);
        messages.clear();
        assertThat(left(Integer.MAX_VALUE)).isEqualTo(expected.toByteArray());
        assertThat(messages).isEqualTo(inPieces);
    }

    @Test
    void aPacketThatIsNoneEndsTheConnection() {
        for (var flaw : List.of(
                new byte[] {0x32, 3, 0, 9, 'a'},
                new byte[] {0x32, 5, 0, 0, 0, 1, 0},
                new byte[] {0x32, 6, 0, 1, 'a', 0, 1, 77},
                new byte[] {0x32, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 1},
                new byte[] {0x32, (byte) 0xff, (byte) 0xff, 0x7f})) {
            came.reset();
            came.writeBytes(flaw);
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> left(Integer.MAX_VALUE));
        }
        assertThat(messages).isEmpty();
    }

    /** What is left for the reader, if the network brings so many bytes at a time and falls silent in between. */
    private byte[] left(int atATime) throws IOException {
        var left = new ByteArrayOutputStream();
        try (var input = new PacketInput(new Network(came.toByteArray(), atATime), LARGEST, this::note, () -> {})) {
            while (true) {
                try {
                    var one = input.read();
                    if (one < 0) return left.toByteArray();
                    left.write(one);
                    var more = new byte[5];
                    var count = input.read(more);
                    if (count < 0) return left.toByteArray();
                    left.write(more, 0, count);
                } catch (SocketTimeoutException e) {
                    assertThat(input.available()).isNotNegative();
                }
            }
        }
    }

    private void note(Publication message) {
        messages.add("%s %d %d %s %s"
                .formatted(
                        message.topic(),
                        message.qos(),
                        message.id(),
                        message.retained(),
                        new String(message.bytes(), UTF_8)));
    }

    private static byte[] message(String topic, String payload, int qos, int id, boolean retained)
            throws MqttException {
        var message = new MqttMessage(payload.getBytes(UTF_8), qos, retained, null);
        var properties = new MqttProperties();
        properties.setUserProperties(List.of(new UserProperty("sender", "street light")));
        var packet = new MqttPublish(topic, message, properties);
        packet.setMessageId(id);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(packet.getHeader());
        bytes.writeBytes(packet.getPayload());
        return bytes.toByteArray();
    }

    private static final class Network extends InputStream {

        private final InputStream bytes;
        private final int atATime;
        private boolean silent;

        Network(byte[] bytes, int atATime) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.atATime = atATime;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            silent = !silent;
            if (silent && atATime < Integer.MAX_VALUE) throw new SocketTimeoutException();
            return bytes.read(target, offset, Math.min(atATime, length));
        }
    }
}
