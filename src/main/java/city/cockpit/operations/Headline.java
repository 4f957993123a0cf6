package city.cockpit.operations;

import city.cockpit.alerts.Incident;
import city.cockpit.alerts.IncidentPicture;
import city.cockpit.live.CityPicture;
import city.cockpit.measurement.Severity;
import city.cockpit.uikit.CityFaces;
import city.cockpit.uikit.CityWords.Part;
import city.cockpit.uikit.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sentence above the tiles: the incidents that are open, then what else stands out. */
final class Headline {

    private static final Optional<String> LIST = Optional.of(IncidentList.ANCHOR);

    private Headline() {}

    static List<Part> of(CityPicture picture, IncidentPicture incidents, CityFaces faces, Wording words) {
        if (incidents.count() == 0) return faces.exceptions(picture, words);
        var parts = new ArrayList<Part>();
        parts.add(open(incidents, words));
        parts.add(new Part(" ", Severity.GOOD, Optional.empty()));
        parts.addAll(faces.besides(picture, words));
        return parts;
    }

    private static Part open(IncidentPicture incidents, Wording words) {
        var unseen = incidents.incidents().stream()
                .filter(incident -> incident.state() == Incident.State.RAISED)
                .count();
        return new Part(
                words.text("headline.open", (long) incidents.count(), unseen),
                incidents.incidents().getFirst().severity(),
                LIST);
    }
}
