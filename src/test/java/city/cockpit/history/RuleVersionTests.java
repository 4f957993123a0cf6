package city.cockpit.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An address of evidence names the version of the rules; so nobody changes a rule without raising it. */
class RuleVersionTests {

    private static final Path TABLES = Path.of("src/main/resources/city/cockpit/measurement");

    @Test
    void theTablesOfTheRulesBelongToTheirVersion() throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var table : List.of("observed-properties.csv", "plausible-ranges.csv", "neighbour-limits.csv"))
            for (var line : Files.readAllLines(TABLES.resolve(table)))
                if (!line.startsWith("#")) digest.update((line + "\n").getBytes(UTF_8));
        assertThat(HexFormat.of().formatHex(digest.digest(), 0, 8))
                .as("who changes these tables raises RuleVersion.CURRENT and this, unless a property was only added")
                .isEqualTo("2fbe84d8bc76bc7c");
        assertThat(RuleVersion.CURRENT).isEqualTo(1);
    }
}
