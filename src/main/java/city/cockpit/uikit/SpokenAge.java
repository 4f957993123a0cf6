package city.cockpit.uikit;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** How long ago something was, in words, where no script tells it anew. */
public final class SpokenAge {

    private SpokenAge() {}

    /** In the largest unit of which it is at least one; what lies ahead was just now. */
    public static String of(Duration age, Wording words) {
        return Stream.of(
                        part("age.days", age.toDays(), words),
                        part("age.hours", age.toHours(), words),
                        part("age.minutes", age.toMinutes(), words))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> words.text("age.seconds", Math.max(0, age.toSeconds())));
    }

    private static Optional<String> part(String key, long count, Wording words) {
        return count < 1 ? Optional.empty() : Optional.of(words.text(key, count));
    }
}
