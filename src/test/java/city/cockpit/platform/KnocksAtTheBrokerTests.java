package city.cockpit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.core.spi.FilterReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KnocksAtTheBrokerTests {

    @Test
    void onlyThatSomebodyWasNotLetInIsKeptOut() {
        assertThat(reply("AMQ222208: SSL handshake failed for client from {}: {}."))
                .isEqualTo(FilterReply.DENY);
        assertThat(reply("AMQ222210: Free storage space is at {}")).isEqualTo(FilterReply.NEUTRAL);
        assertThat(new KnocksAtTheBroker().decide(null, null, null, null, null, null))
                .isEqualTo(FilterReply.NEUTRAL);
    }

    @Test
    void theLogKnowsTheFilter() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/logback-spring.xml")))
                .contains(KnocksAtTheBroker.class.getName());
    }

    private static FilterReply reply(String format) {
        return new KnocksAtTheBroker().decide(null, null, null, format, null, null);
    }
}
