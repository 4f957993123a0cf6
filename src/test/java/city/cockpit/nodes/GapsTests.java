package city.cockpit.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class GapsTests {

    private static final UUID SENDER = UUID.randomUUID();

    private long second;
    private final Gaps gaps = new Gaps(2, 30, () -> second);

    @Test
    void whileNothingIsMissingHistoryIsLeftAlone() {
        knowTheSender();
        for (var number = 2; number < 50; number++)
            assertThat(gaps.isNew(SENDER, number, false)).isTrue();
        second += 100;
        assertThat(gaps.isDue()).isFalse();
    }

    @Test
    void aMissingBulletinMakesHistoryBeAskedOnceAndNotAtOnce() {
        knowTheSender();
        gaps.isNew(SENDER, 3, false);
        assertThat(gaps.isDue()).isFalse();
        second += 2;
        assertThat(gaps.isDue()).isTrue();
        assertThat(gaps.isDue()).isFalse();
    }

    @Test
    void whileGapsGoOnHistoryIsAskedNowAndThen() {
        var asked = 0;
        for (; second <= 92; second++) {
            gaps.missed();
            if (gaps.isDue()) asked++;
        }
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void whatSomebodySendsAgainIsNotNew() {
        assertThat(gaps.isNew(SENDER, 7, false)).isTrue();
        assertThat(gaps.isNew(SENDER, 7, false)).isFalse();
        assertThat(gaps.isNew(SENDER, 6, false)).isFalse();
        assertThat(gaps.isNew(SENDER, 8, false)).isTrue();
    }

    @Test
    void whoSaysThatHeLeftSomethingOutIsNotTheWholeTruth() {
        knowTheSender();
        gaps.isNew(SENDER, 2, true);
        second += 2;
        assertThat(gaps.isDue()).isTrue();
    }

    private void knowTheSender() {
        gaps.isNew(SENDER, 1, false);
        second += 2;
        assertThat(gaps.isDue()).as("whoever speaks for the first time").isTrue();
    }
}
