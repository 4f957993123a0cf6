package city.cockpit.onboarding;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/** Times between two readings, as people set them on devices. */
public final class Pace {

    /** Where nothing tells the interval: often enough for most of what towns measure. */
    public static final Duration USUAL = Duration.ofMinutes(10);

    private static final List<Duration> STEPS = LongStream.of(
                    1, 2, 5, 10, 15, 20, 30, 60, 120, 150, 180, 300, 600, 900, 1200, 1800, 3600, 7200, 10_800, 14_400,
                    21_600, 43_200, 86_400)
            .mapToObj(Duration::ofSeconds)
            .toList();

    private Pace() {}

    /** From short to long, to choose from. */
    public static List<Duration> steps() {
        return STEPS;
    }

    /** The nearest step, or whole seconds where none is near. */
    static Duration round(Duration measured) {
        var seconds = Math.max(1, Math.round(measured.toMillis() / 1000.0));
        return STEPS.stream()
                .filter(step -> Math.abs(step.toSeconds() - seconds) <= Math.max(1, step.toSeconds() / 10))
                .findFirst()
                .orElse(Duration.ofSeconds(seconds));
    }
}
