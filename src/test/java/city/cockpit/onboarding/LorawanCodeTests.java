package city.cockpit.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.onboarding.LorawanCode.Flaw;
import city.cockpit.onboarding.LorawanCode.Scan;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LorawanCodeTests {

    /** The example of TR005 itself. */
    private static final String EXAMPLE =
            "LW:D0:1122334455667788:AABBCCDDEEFF0011:AABB1122:OAABBCCDDEEFF:SYYWWNNNNNN:PFOOBAR:CAF2C";

    @Test
    void theCurrentFormSaysWhoTheDeviceIs() {
        var code = LorawanCode.find(EXAMPLE).orElseThrow();
        assertThat(code)
                .isEqualTo(new LorawanCode("1122334455667788", "AABBCCDDEEFF0011", "AABB", "1122", "YYWWNNNNNN"));
        assertThat(code.sensor().value()).isEqualTo("aabbccddeeff0011");
    }

    @Test
    void aSignThatWasMisreadIsFound() {
        assertThat(LorawanCode.read(EXAMPLE.replace("SYYWW", "SYYVW"))).isEqualTo(new Scan.Flawed(Flaw.CHECK_SUM));
    }

    @Test
    void whatIsBehindTheNumbersMayBeLeftOut() {
        assertThat(LorawanCode.find("lw:d0:70b3d57ed0000000:0102030405060708:42ffff42:O:S:P"))
                .contains(new LorawanCode("70B3D57ED0000000", "0102030405060708", "42FF", "FF42", ""));
    }

    @Test
    void bothDraftsAreUnderstood() {
        var expected = Optional.of(new LorawanCode("42FFFFFFFFFFFFFF", "4242FFFFFFFFFFFF", "42FF", "FF42", "SERIAL"));
        assertThat(LorawanCode.find("URN:LW:DP:42FFFFFFFFFFFFFF:4242FFFFFFFFFFFF:42FFFF42:%V0102%SSERIAL%PPROP"))
                .isEqualTo(expected);
        assertThat(LorawanCode.find("URN:DEV:LW:42FFFFFFFFFFFFFF_4242FFFFFFFFFFFF_42FFFF42_V0102_SSERIAL_PPROP"))
                .isEqualTo(expected);
    }

    @Test
    void whatIsNoCodeOfADeviceIsToldApartFromOneThatIsCutOff() {
        for (var text : List.of("", "https://example.org", "WIFI:S:stadt;;", "4242FFFFFFFFFFFF"))
            assertThat(LorawanCode.read(text)).isEqualTo(new Scan.Flawed(Flaw.OTHER));
        for (var text : List.of("LW:D0:42FFFFFFFFFFFFFF:4242FFFFFFFFFFFF", "LW:D1:1", "LW:D0:42FF:4242:42FFFF42"))
            assertThat(LorawanCode.read(text)).isEqualTo(new Scan.Flawed(Flaw.FORM));
    }

    @Test
    void nothingThatIsScannedBreaksIt() {
        var random = new Random(5);
        for (var round = 0; round < 2_000; round++) {
            var text = new StringBuilder(
                    List.of("LW:D0:", "URN:LW:DP:", "URN:DEV:LW:", "").get(round % 4));
            for (var sign = random.nextInt(60); sign > 0; sign--)
                text.append(":_%ABC019 \u00e4\u0000".charAt(random.nextInt(12)));
            assertThat(LorawanCode.read(text.toString())).isInstanceOf(Scan.Flawed.class);
        }
    }
}
