package city.cockpit.planning;

import city.cockpit.preview.ScreenTest;
import city.cockpit.strategy.Examples;
import city.cockpit.strategy.InMemoryStrategies;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A screen test of a town that has published the example, and nothing when it ends. */
abstract class ExampleScreenTest extends ScreenTest {

    @Autowired
    InMemoryStrategies strategies;

    @BeforeEach
    void theExampleIsPublished() {
        strategies.clear();
        strategies.publish(Examples.strategy(LocalDate.now(ZoneId.of("Europe/Berlin"))));
    }

    @AfterEach
    void nothingIsPublished() {
        strategies.clear();
    }
}
