package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NewsTests {

    @Test
    void whatIsNewIsFoundOnceForAllWhoShowTheSame() {
        var found = new AtomicInteger();
        var news = new News<Object, String>();
        var before = new Object();
        for (var page = 0; page < 500; page++) news.since(before, old -> "found " + found.incrementAndGet());
        assertThat(found).hasValue(1);
        assertThat(news.since(new Object(), old -> "for a sleeper")).isEqualTo("for a sleeper");
    }
}
