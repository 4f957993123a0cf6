package city.cockpit.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.SignInName;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class DeviceMarkTests {

    private static final SignInName ANNA = new SignInName("anna");
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:00Z");
    private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "HmacSHA256");

    private final DeviceMark mark = DeviceMark.of(ANNA, NOW, KEY);

    @Test
    void aMarkIsGoodForWhomItWasMade() {
        assertThat(DeviceMark.parse(mark.toString())).contains(mark);
        assertThat(mark.isOf(ANNA, KEY)).isTrue();
        assertThat(mark.isOf(new SignInName("ben"), KEY)).isFalse();
    }

    @Test
    void aMarkDoesNotTellWhoWorksAtTheDevice() {
        assertThat(mark.toString()).doesNotContain("anna");
    }

    @Test
    void nobodyMakesOneWithoutTheKey() {
        var other = new byte[32];
        other[0] = 1;
        assertThat(DeviceMark.of(ANNA, NOW, new SecretKeySpec(other, "HmacSHA256"))
                        .isOf(ANNA, KEY))
                .isFalse();
        assertThat(new DeviceMark(mark.device(), mark.madeAt() + 1, mark.seal()).isOf(ANNA, KEY))
                .isFalse();
        assertThat(new DeviceMark("0".repeat(32), mark.madeAt(), mark.seal()).isOf(ANNA, KEY))
                .isFalse();
    }

    @Test
    void whateverElseTheCookieHoldsIsNoMark() {
        for (var text :
                new String[] {"", "x", "..", mark + "~", mark + "x", "<script>", "0".repeat(32) + ".1." + "é".repeat(43)
                }) assertThat(DeviceMark.parse(text)).isEmpty();
    }
}
