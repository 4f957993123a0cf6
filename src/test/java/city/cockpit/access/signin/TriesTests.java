package city.cockpit.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.SignInName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TriesTests {

    private static final Optional<SignInName> ANNA = SignInName.of("anna");
    private static final Optional<SignInName> BEN = SignInName.of("ben");
    private static final Network OFFICE = Network.of("192.0.2.10");
    private static final Network ELSEWHERE = Network.of("198.51.100.7");
    private static final Optional<String> STRANGE = Optional.empty();
    private static final Optional<String> KNOWN = Optional.of("device-1");

    private Instant now = Instant.parse("2026-11-22T10:15:00Z");
    private final Tries tries = new Tries(() -> now);

    @Test
    void afterFiveWrongPasswordsFromAnAddressThePersonWaitsAMinute() {
        assertThat(wrong(20, ANNA, ELSEWHERE, STRANGE)).isEqualTo(5);
        assertThat(tries.ofVisitor(ANNA, ELSEWHERE, STRANGE)).isEqualTo(new Turn.Refused(now.plusSeconds(60)));
        now = now.plusSeconds(60);
        assertThat(wrong(20, ANNA, ELSEWHERE, STRANGE)).isEqualTo(1);
    }

    @Test
    void oneAddressDoesNotKeepThePersonOutElsewhere() {
        for (int hour = 0; hour < 24; hour++) {
            wrong(200, ANNA, ELSEWHERE, STRANGE);
            now = now.plus(Duration.ofHours(1));
            assertThat(tries.ofVisitor(ANNA, OFFICE, STRANGE)).isInstanceOf(Turn.Admitted.class);
        }
    }

    @Test
    void aThousandAddressesDoNotKeepThePersonOutOfAKnownDevice() {
        for (int i = 0; i < 1_000; i++) wrong(5, ANNA, Network.of("203.0.%d.%d".formatted(i / 250, i % 250)), STRANGE);
        assertThat(tries.ofVisitor(ANNA, OFFICE, STRANGE)).isInstanceOf(Turn.Refused.class);
        assertThat(tries.ofVisitor(ANNA, OFFICE, KNOWN)).isInstanceOf(Turn.Admitted.class);
    }

    @Test
    void aThousandAddressesGuessNoFasterThanAHundredAndFourAMinute() {
        int admitted = 0;
        for (int i = 0; i < 1_000; i++)
            admitted += wrong(5, ANNA, Network.of("203.0.%d.%d".formatted(i / 250, i % 250)), STRANGE);
        assertThat(admitted).isEqualTo(100);
        now = now.plusSeconds(60);
        assertThat(wrong(1, ANNA, Network.of("203.0.113.1"), STRANGE)).isOne();
    }

    @Test
    void whoeverTriesManyNamesFromAnAddressIsStopped() {
        long admitted = IntStream.range(0, 500)
                .map(i -> wrong(1, SignInName.of("name" + i), ELSEWHERE, STRANGE))
                .sum();
        assertThat(admitted).isEqualTo(30);
        assertThat(tries.ofVisitor(BEN, OFFICE, STRANGE)).isInstanceOf(Turn.Admitted.class);
    }

    @Test
    void namesThatCannotBeOnesCountAsWell() {
        assertThat(wrong(20, Optional.empty(), ELSEWHERE, STRANGE)).isEqualTo(5);
    }

    @Test
    void aStolenDeviceMarkGivesTenTriesAndThenThoseOfAStranger() {
        assertThat(wrong(50, ANNA, ELSEWHERE, KNOWN)).isEqualTo(10 + 5);
    }

    @Test
    void rightPasswordsDoNotCount() {
        for (int i = 0; i < 100; i++)
            assertThat(tries.ofVisitor(ANNA, OFFICE, STRANGE))
                    .isInstanceOfSatisfying(Turn.Admitted.class, right -> right.takeBack());
    }

    @Test
    void aRefusalCostsNothing() {
        wrong(5, ANNA, OFFICE, STRANGE);
        wrong(1_000, ANNA, OFFICE, STRANGE);
        assertThat(wrong(100, BEN, OFFICE, STRANGE)).isEqualTo(5);
    }

    @Test
    void allAddressesOfASubscriberAreOneNetwork() {
        assertThat(Network.of("2001:db8:1:2::5")).isEqualTo(Network.of("2001:db8:1:2:ffff::1"));
        assertThat(Network.of("2001:db8:1:2::5")).isNotEqualTo(Network.of("2001:db8:1:3::5"));
        assertThat(Network.of("192.0.2.1")).isNotEqualTo(Network.of("192.0.2.2"));
        assertThat(Network.of("fe80::1%2")).isNotNull();
        assertThat(Network.of("somewhere").value()).isEqualTo("somewhere");
    }

    /** How many of them are looked at. */
    private int wrong(int passwords, Optional<SignInName> name, Network from, Optional<String> device) {
        return (int) IntStream.range(0, passwords)
                .filter(i -> tries.ofVisitor(name, from, device) instanceof Turn.Admitted)
                .count();
    }
}
