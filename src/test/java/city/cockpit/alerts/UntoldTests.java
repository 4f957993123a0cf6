package city.cockpit.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.alerts.Untold.Reason;
import org.junit.jupiter.api.Test;

/** Why somebody was not told, as it is kept. */
class UntoldTests {

    @Test
    void whatWasKeptIsUnderstoodAgain() {
        for (var why : new Untold[] {
            Untold.of(Reason.NO_MAIL_SERVER),
            new Untold(Reason.HOOK_REFUSED, "503"),
            new Untold(Reason.BROKER_REFUSED, "Not authorized to publish")
        }) assertThat(Untold.parse(why.text())).isEqualTo(why);
    }

    @Test
    void whatAnEarlierVersionKeptIsShownAsItIs() {
        assertThat(Untold.parse("answered with 503")).isEqualTo(new Untold(Reason.OTHER, "answered with 503"));
    }
}
