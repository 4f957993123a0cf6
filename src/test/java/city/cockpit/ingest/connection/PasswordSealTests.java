package city.cockpit.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.ingest.TopicPattern;
import city.cockpit.ingest.connection.ConnectionSettings.Ingest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordSealTests {

    private static final Wish WISH = wish("mqtts://broker.example:8883", "messnetz");

    @TempDir
    private Path data;

    @Test
    void whatIsSealedOpensAgainAlsoAfterARestart() {
        var sealed = seal("").seal("geheim", WISH);
        assertThat(sealed).doesNotContain("geheim");
        assertThat(seal("").open(sealed, WISH)).contains("geheim");
        assertThat(Files.isReadable(data.resolve("secrets/connection-key"))).isTrue();
    }

    @Test
    void nodesWithTheSameKeyOpenEachOthersPasswords() {
        var sealed = seal("a key that all nodes share").seal("geheim", WISH);
        assertThat(seal("a key that all nodes share").open(sealed, WISH)).contains("geheim");
        assertThat(seal("another key").open(sealed, WISH)).isEmpty();
        assertThat(data.resolve("secrets")).doesNotExist();
    }

    @Test
    void aPasswordOpensForItsBrokerAndItsUserOnly() {
        var sealed = seal("").seal("geheim", WISH);
        assertThat(seal("").open(sealed, wish("mqtts://thief.example:8883", "messnetz")))
                .isEmpty();
        assertThat(seal("").open(sealed, wish("mqtts://broker.example:8883", "other")))
                .isEmpty();
    }

    @Test
    void whatIsNoSealedPasswordDoesNotOpen() {
        assertThat(List.of("", "AAAA", "no base64!", "A".repeat(400)))
                .allSatisfy(text -> assertThat(seal("").open(text, WISH)).isEmpty());
    }

    private PasswordSeal seal(String key) {
        return new PasswordSeal(new ConnectionSettings(data, new Ingest(key, Duration.ofSeconds(2))));
    }

    private static Wish wish(String address, String username) {
        return new Wish(
                "Messnetz",
                address,
                username,
                new Wish.Password.Kept(),
                "",
                "cockpit-messnetz",
                List.of(new TopicPattern("city/{sensor}")),
                "",
                "",
                Optional.empty(),
                true);
    }
}
