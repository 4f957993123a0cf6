package city.cockpit.sitefacts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.cockpit.csv.Problem;
import city.cockpit.csv.Problem.Reason;
import city.cockpit.measurement.Site;
import city.cockpit.measurement.Thresholds;
import city.cockpit.measurement.Town;
import city.cockpit.registry.InMemorySensors;
import city.cockpit.registry.Place;
import city.cockpit.sitefacts.SiteFactFiles.Changed;
import city.cockpit.sitefacts.SiteFactFiles.Imported;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CsvSiteFactsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 21);
    private static final Town TOWN = new Town("Musterstadt", ZoneId.of("Europe/Berlin"));

    private final InMemorySiteFacts facts = new InMemorySiteFacts();
    private final InMemorySensors sensors = new InMemorySensors();
    private final SiteFactFiles files =
            facts.files(sensors, Thresholds.load(), () -> TOWN, () -> Instant.parse("2026-05-21T10:00:00Z"));

    @BeforeEach
    void aTownWithTwoPlaces() {
        sensors.savePlace(Place.of(new Site("markt", "Parkhaus Markt", "Altstadt", 50.869, 9.706), ""), "tina");
        sensors.savePlace(Place.of(new Site("schule", "=Schule", "Altstadt", 50.870, 9.707), ""), "tina");
        facts.say("markt", FactKind.OPENING_HOURS, "Mo-Fr 06:00-22:00; PH off");
        facts.say("markt", FactKind.BAYS_DISABLED, "4");
    }

    private String exported() throws IOException {
        var out = new ByteArrayOutputStream();
        files.exportCsv(out);
        return out.toString(UTF_8);
    }

    private Imported tried(String table) {
        return files.importCsv(table.getBytes(UTF_8), true, "tina");
    }

    @Test
    void whatIsExportedAndImportedAgainChangesNothing() throws IOException {
        assertThat(exported().lines())
                .containsExactly(
                        "site,site_name,opening_hours,bays_disabled,bays_charging,bays_women,bays_family,building_kind,"
                                + "floor_area,valid_from,source",
                        "markt,Parkhaus Markt,Mo-Fr 06:00-22:00; PH off,4,,,,,,,",
                        "schule,'=Schule,,,,,,,,,");
        assertThat(tried(exported())).isEqualTo(new Imported(List.of(), List.of()));
    }

    @Test
    void aTrialTellsWhatWouldChangeAndStoresNothing() {
        var table = """
                site;bays_disabled;bays_charging;building_kind;floor_area;valid_from;source
                markt;;8;;;;Stadtwerke
                schule;;;schools;4100;2026-08-01;Hochbauamt
                """;
        var found = files.importCsv(table.getBytes(Charset.forName("windows-1252")), true, "tina");
        assertThat(found.problems()).isEmpty();
        assertThat(found.changes())
                .extracting(changed -> changed.site().key(), Changed::before, Changed::fact)
                .containsExactly(
                        tuple("markt", "4", new Fact(FactKind.BAYS_DISABLED, "", TODAY, "Stadtwerke")),
                        tuple("markt", "", new Fact(FactKind.BAYS_CHARGING, "8", TODAY, "Stadtwerke")),
                        tuple("schule", "", fact(FactKind.BUILDING_KIND, "schools")),
                        tuple("schule", "", fact(FactKind.FLOOR_AREA, "4100")));
        assertThat(facts.of("schule")).isEqualTo(SiteFacts.NONE);

        files.importCsv(table.getBytes(UTF_8), false, "tina");
        assertThat(facts.of("schule").building()).contains(new Building("schools", 4100));
        assertThat(facts.of("markt").bays()).containsOnlyKeys(SpecialBay.CHARGING);
        assertThat(facts.of("markt").openingHours()).as("it has no column").isPresent();
    }

    private static Fact fact(FactKind kind, String value) {
        return new Fact(kind, value, LocalDate.of(2026, 8, 1), "Hochbauamt");
    }

    @Test
    void everyProblemIsNamedByItsRowAndThenNothingIsStored() {
        var found = files.importCsv("""
                site,opening_hours,bays_women,building_kind,floor_area,valid_from
                markt,morgens,viele,castle,0,morgen
                nirgends,24/7,,,,
                markt,24/7,,,,
                ,24/7,,,,
                schule,24/7,2,schools,4100,
                """.getBytes(UTF_8), false, "tina");
        assertThat(found.problems())
                .extracting(Problem::line, Problem::column, Problem::reason)
                .containsExactly(
                        tuple(2L, "valid_from", Reason.NO_DAY),
                        tuple(3L, "site", Reason.UNKNOWN_PLACE),
                        tuple(4L, "site", Reason.ROW_TWICE),
                        tuple(5L, "site", Reason.EMPTY));
        assertThat(tried("site,opening_hours,bays_women,building_kind,floor_area\nmarkt,morgens,viele,castle,0\n")
                        .problems())
                .extracting(Problem::reason)
                .containsExactly(Reason.NO_HOURS, Reason.OUT_OF_RANGE, Reason.NO_CHOICE, Reason.OUT_OF_RANGE);
        assertThat(tried("place,hours\nmarkt,24/7\n").problems())
                .extracting(Problem::reason)
                .containsExactly(Reason.COLUMN_MISSING, Reason.COLUMN_UNKNOWN, Reason.COLUMN_UNKNOWN);
        assertThat(facts.of("schule")).isEqualTo(SiteFacts.NONE);
    }
}
