package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.dao.DataAccessResourceFailureException;

/** Questions of pages that the database answers, or does not. */
class BackgroundTests {

    private final CountDownLatch databaseIsBack = new CountDownLatch(1);
    private final Background background = new Background(new SimpleAsyncTaskExecutor());

    @AfterEach
    void nobodyWaitsForEver() {
        databaseIsBack.countDown();
    }

    @Test
    void aPageThatIsOpenedWaitsForWhatIsAnsweredSoon() {
        assertThat(background.askBriefly(() -> "tiles", Duration.ofMinutes(1))).isEqualTo(new Answer.Known<>("tiles"));
    }

    @Test
    void aPageThatIsOpenedWhileTheDatabaseIsSilentGoesOnWithoutTheAnswer() {
        assertThat(background.askBriefly(this::answerOfASilentDatabase, Duration.ofMillis(20)))
                .isEqualTo(new Answer.Unavailable<>());
    }

    @Test
    void aPageThatIsOpenedWhileTheDatabaseRefusesGoesOnWithoutTheAnswer() {
        assertThat(background.askBriefly(
                        () -> {
                            throw new DataAccessResourceFailureException("the database is away");
                        },
                        Duration.ofMinutes(1)))
                .isEqualTo(new Answer.Unavailable<>());
    }

    private String answerOfASilentDatabase() {
        try {
            databaseIsBack.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "too late";
    }
}
