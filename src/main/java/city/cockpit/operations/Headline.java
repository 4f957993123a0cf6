package city.cockpit.operations;

import city.cockpit.alerts.Incident;
import city.cockpit.alerts.IncidentPicture;
import city.cockpit.measurement.Severity;
import city.cockpit.uikit.CityWords.Part;
import city.cockpit.uikit.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sentence above the tiles, with the incidents that are open. */
final class Headline {

    private static final Optional<String> LIST = Optional.of(IncidentList.ANCHOR);

    private Headline() {}

    /** @param city what the tiles have to say */
    static List<Part> of(List<Part> city, IncidentPicture incidents, Wording words) {
        if (incidents.count() == 0) return city;
        var severity = incidents.incidents().getFirst().severity();
        var unseen = incidents.incidents().stream()
                .filter(incident -> incident.state() == Incident.State.RAISED)
                .count();
        if (city.stream().allMatch(Headline::isCalm))
            return List.of(new Part(words.text("headline.but", (long) incidents.count(), unseen), severity, LIST));
        var parts = new ArrayList<>(city);
        parts.add(new Part(" ", Severity.GOOD, Optional.empty()));
        parts.add(new Part(words.text("headline.open", (long) incidents.count(), unseen), severity, LIST));
        return parts;
    }

    private static boolean isCalm(Part part) {
        return part.severity() == Severity.GOOD && part.target().isEmpty();
    }
}
