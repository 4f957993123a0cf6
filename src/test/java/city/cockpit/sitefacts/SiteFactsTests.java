package city.cockpit.sitefacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.cockpit.measurement.Thresholds;
import city.cockpit.sitefacts.ReferenceBuildings.Reference;
import city.cockpit.sitefacts.ReferenceBuildings.Use;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SiteFactsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 21);

    private final ReferenceBuildings references = new ReferenceBuildings(Thresholds.load());

    private static Fact fact(FactKind kind, String value) {
        return new Fact(kind, value, DAY, "Stadtwerke");
    }

    @Test
    void aBuildingIsComparedOnceItsKindAndItsAreaAreKnown() {
        assertThat(SiteFacts.of(List.of(fact(FactKind.FLOOR_AREA, "2400"))).building())
                .isEmpty();
        assertThat(SiteFacts.of(List.of(fact(FactKind.FLOOR_AREA, "2400"), fact(FactKind.BUILDING_KIND, "schools")))
                        .building())
                .contains(new Building("schools", 2400));
    }

    @Test
    void noneIsSomethingElseThanNotKnown() {
        var facts = SiteFacts.of(List.of(fact(FactKind.BAYS_DISABLED, "0"), fact(FactKind.BAYS_FAMILY, "")));
        assertThat(facts.bays()).isEqualTo(Map.of(SpecialBay.DISABLED, 0));
        assertThat(facts.sources()).containsExactly("Stadtwerke");
    }

    @Test
    void whatCannotBeIsNoFact() {
        assertThatIllegalArgumentException().isThrownBy(() -> fact(FactKind.OPENING_HOURS, "meistens"));
        assertThatIllegalArgumentException().isThrownBy(() -> fact(FactKind.BAYS_WOMEN, "-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> fact(FactKind.FLOOR_AREA, "0"));
        assertThatIllegalArgumentException().isThrownBy(() -> fact(FactKind.BUILDING_KIND, "<b>"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Fact(FactKind.FLOOR_AREA, "1", DAY, "x".repeat(201)));
    }

    @Test
    void buildingsOfAKindHaveAMeanAndAGuideValueForHeatAndPowerApart() {
        assertThat(references.find("schools", Use.HEAT)).contains(new Reference(154, 90));
        assertThat(references.find("schools", Use.POWER)).contains(new Reference(14, 6));
        assertThat(references.find("castles", Use.HEAT)).isEmpty();
        assertThat(references.name("indoor_pools", Locale.GERMAN)).contains("je m² Wasserfläche");
    }

    @Test
    void whatTheDemoCitySaysIsKnownOfTheCityAndOfTheTable() {
        var facts = DemoFacts.load();
        assertThat(facts).hasSizeGreaterThan(30);
        assertThat(facts.stream()
                        .map(SiteFactTable.Said::fact)
                        .filter(fact -> fact.kind() == FactKind.BUILDING_KIND)
                        .map(Fact::value))
                .isNotEmpty()
                .allMatch(references.listKinds()::contains);
    }
}
