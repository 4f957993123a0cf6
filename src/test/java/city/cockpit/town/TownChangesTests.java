package city.cockpit.town;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.audit.Change;
import city.cockpit.measurement.Town;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TownChangesTests {

    private static final TownProfile INITIAL = TownProfile.initial(new Town("Musterstadt", ZoneId.of("Europe/Berlin")));

    private static final TownProfile EVERYTHING = new TownProfile(
            "Neustadt",
            ZoneId.of("Atlantic/Reykjavik"),
            Accent.of(new HexColor("#7a1f2b")),
            ArmsImage.neutral(),
            "In Blau ein Turm",
            Optional.of(BoundaryReader.ofKept(
                    "{\"type\":\"Polygon\",\"coordinates\":[[[9.7,50.86],[9.72,50.86],[9.72,50.88],[9.7,50.86]]]}")),
            new Contact("Rathaus", "rathaus@neustadt.example", "06621 201-0"),
            new LegalTexts("Impressum", "Datenschutz", "Barrierefrei"),
            DataLicence.DL_DE_BY);

    @Test
    void whereNothingDiffersNothingIsTold() {
        assertThat(TownChanges.between(EVERYTHING, EVERYTHING)).isEmpty();
    }

    @Test
    void everyFieldThatDiffersIsToldBeforeAndAfter() {
        assertThat(TownChanges.between(INITIAL, EVERYTHING))
                .extracting(Change::field)
                .containsExactly(
                        "name",
                        "zone",
                        "accent",
                        "arms-description",
                        "boundary",
                        "office",
                        "email",
                        "phone",
                        "imprint",
                        "privacy",
                        "accessibility",
                        "licence");
        assertThat(TownChanges.between(EVERYTHING, INITIAL))
                .contains(
                        new Change("name", "Neustadt", "Musterstadt"),
                        new Change("boundary", "1.56 km², 4 points", ""));
    }
}
