package city.cockpit.uikit;

import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Reading;
import city.cockpit.sitefacts.SpecialBay;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Special bays of a car park as people read them: how many there are and, where somebody counts them, how many are free. */
public final class BayWords {

    private final Wording words;

    public BayWords(Wording words) {
        this.words = words;
    }

    /**
     * All kinds of which something is known, in their order; empty if there is none.
     *
     * @param known how many there are, as somebody said
     * @param at what is measured at the car park
     */
    public String of(Map<SpecialBay, Integer> known, List<SeriesState> at) {
        return Arrays.stream(SpecialBay.values())
                .flatMap(bay -> of(bay, Optional.ofNullable(known.get(bay)), at).stream())
                .collect(Collectors.joining(", "));
    }

    private Optional<String> of(SpecialBay bay, Optional<Integer> known, List<SeriesState> at) {
        var counted = at.stream()
                .filter(one -> one.series().property().key().equals(bay.property()))
                .filter(one -> one.state().isCurrent())
                .findFirst();
        var count = known.or(() -> counted.map(one -> one.series().capacity())
                .flatMap(all -> all.stream().boxed().findFirst()));
        var free = counted.flatMap(SeriesState::newest).map(Reading::value).map(Math::round);
        return free.map(some -> free(bay, some, count))
                .or(() -> count.map(all -> words.text("bay.count." + bay, (long) all)));
    }

    private String free(SpecialBay bay, long free, Optional<Integer> count) {
        var name = words.text("bay." + bay);
        var some = words.formats().count(free);
        return count.map(all -> words.text("bay.free", some, words.formats().count(all), name))
                .orElseGet(() -> words.text("bay.free.only", some, name));
    }
}
