package city.cockpit.onboarding;

import static city.cockpit.onboarding.Benches.NOW;
import static city.cockpit.onboarding.Benches.sample;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.Feed;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Site;
import city.cockpit.measurement.Town;
import city.cockpit.onboarding.Checked.Lacking;
import city.cockpit.onboarding.Onboarding.Outcome;
import city.cockpit.preview.PreviewInboxes;
import city.cockpit.registry.InMemorySensors;
import city.cockpit.registry.Place;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.Visibility;
import city.cockpit.town.InMemoryTown;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a draft to a sensor of the town. */
class OnboardingTests {

    private final InMemorySensors sensors = new InMemorySensors();
    private final Onboarding onboarding = Benches.onboarding(
            sensors,
            PreviewInboxes.empty(),
            InMemoryTown.hall(new Town("Musterstadt", ZoneId.of("Europe/Berlin")), () -> NOW),
            () -> NOW);

    @BeforeEach
    void aSiteInTown() {
        sensors.savePlace(Place.of(new Site("schule", "Schule am Park", "Süd", 50.868, 9.707), "Schulweg 1"), "tina");
    }

    @Test
    void aSampleAndASiteAreEnough() {
        var draft = chirpstack().with(DraftField.SITE, "schule");
        var saved = saved(draft);
        assertThat(saved.id()).isEqualTo(new SensorId("24e124535b316056"));
        assertThat(saved.title()).isEqualTo("Schulhof Süd");
        assertThat(saved.device().model()).isEqualTo("EM500-CO2");
        assertThat(saved.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(saved.series())
                .extracting(plan ->
                        plan.propertyKey() + " " + plan.feed().orElseThrow().field())
                .containsExactlyInAnyOrder("temperature /temperature", "humidity /humidity", "pressure /pressure");
        assertThat(saved.series()).allMatch(plan -> plan.interval().equals(Duration.ofMinutes(10)));
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnce() {
        var lacking = lacking(Draft.EMPTY.with(DraftField.HEIGHT, "hoch").with(DraftField.SINCE, "gestern"));
        assertThat(lacking.nothing()).isTrue();
        assertThat(lacking.fields())
                .containsEntry(DraftField.TITLE, Lack.MISSING)
                .containsEntry(DraftField.SITE, Lack.NO_PLACE)
                .containsEntry(DraftField.HEIGHT, Lack.NO_NUMBER)
                .containsEntry(DraftField.SINCE, Lack.NO_DAY);
    }

    @Test
    void aNewSiteGetsANameForAddresses() {
        var saved = saved(at("50,8701", "9,7001"));
        var place = sensors.findPlace(saved.siteKey()).orElseThrow();
        assertThat(place.key()).isEqualTo("grosse-bruecke");
        assertThat(place.site().latitude()).isEqualTo(50.8701);
    }

    @Test
    void aPlaceFarAwayIsAskedBackOnce() {
        var draft = at("52.5", "13.4");
        assertThat(lacking(draft).fields()).containsEntry(DraftField.OUTSIDE, Lack.OUTSIDE);
        assertThat(saved(draft.with(DraftField.OUTSIDE, "true")).siteKey()).isEqualTo("grosse-bruecke");
    }

    @Test
    void aMicrophoneIsLookedAtFirst() {
        var draft = onboarding
                .fill(
                        Draft.EMPTY,
                        onboarding.read(new Sample("city/laerm-1", "{\"values\":{\"laeq\":61.2}}"), Optional.empty()))
                .with(DraftField.TITLE, "Lärm am Ring")
                .with(DraftField.SITE, "schule");
        assertThat(onboarding.privacy(draft)).isEqualTo(Privacy.MICROPHONE);
        assertThat(lacking(draft).fields()).containsEntry(DraftField.PRIVACY, Lack.PRIVACY);
        var check = saved(draft.with(DraftField.PRIVACY, "true"))
                .stewardship()
                .privacyCheck()
                .orElseThrow();
        assertThat(check.by()).isEqualTo("tina");
        assertThat(check.day()).isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    void aDeviceThatIsRegisteredAlreadyIsNotRegisteredTwice() {
        var draft = chirpstack().with(DraftField.SITE, "schule");
        saved(draft);
        assertThat(lacking(draft).fields()).containsEntry(DraftField.SPEAKS_AS, Lack.REGISTERED);
    }

    @Test
    void aDeviceOfTheSameDevEuiIsTheSameDeviceUnderWhateverName() {
        var draft = chirpstack().with(DraftField.SITE, "schule").with(DraftField.ID, "schulhof");
        var saved = saved(draft);
        assertThat(onboarding.findRegistered(new SensorId("24e124535b316056"))).hasValue(saved);
        var again = draft.with(DraftField.ID, "schulhof-2");
        assertThat(lacking(again).fields()).containsEntry(DraftField.SERIAL, Lack.REGISTERED);
        assertThat(onboarding.check(onboarding.draftOf(saved), "tina")).isInstanceOf(Checked.Ready.class);
    }

    @Test
    void formatAndPortAreThoseThatThereAre() {
        var draft = chirpstack().with(DraftField.SITE, "schule");
        assertThat(lacking(draft.with(DraftField.FORMAT, "morse").with(DraftField.PORT, "224"))
                        .fields())
                .containsEntry(DraftField.FORMAT, Lack.NO_FORMAT)
                .containsEntry(DraftField.PORT, Lack.OUT_OF_RANGE);
        var saved = saved(draft.with(DraftField.FORMAT, "chirpstack").with(DraftField.PORT, "85"));
        assertThat(saved.port()).hasValue(85);
        assertThat(onboarding.draftOf(saved).value(DraftField.PORT)).isEqualTo("85");
    }

    @Test
    void theWordOfThePageIsNoNameOfASensor() {
        assertThat(lacking(chirpstack().with(DraftField.ID, "new")).fields()).containsEntry(DraftField.ID, Lack.FORM);
        assertThat(lacking(chirpstack().with(DraftField.ID, "Luft 7")).fields())
                .containsEntry(DraftField.ID, Lack.FORM);
    }

    @Test
    void twoFieldsCannotFeedOneProperty() {
        var draft = chirpstack().with(DraftField.SITE, "schule");
        var twice = draft.with(List.of(draft.wishes().getFirst(), Wish.of("temperature", Feed.of("/humidity"))));
        assertThat(lacking(twice).wishes()).containsEntry("/humidity", Lack.TWICE);
    }

    @Test
    void whoeverChangesNothingOfARegisteredSensorChangesNothing() {
        var saved = saved(chirpstack()
                .with(DraftField.SITE, "schule")
                .with(DraftField.HEIGHT, "3,5")
                .with(DraftField.ORIENTATION, "270")
                .with(DraftField.OWNER, "Stadt Musterstadt")
                .with(DraftField.SINCE, "2026-11-20"));
        assertThat(saved(onboarding.draftOf(saved)).withVersion(saved.version()))
                .isEqualTo(saved);
    }

    @Test
    void whoeverIsSecondIsToldSo() {
        var saved = saved(chirpstack().with(DraftField.SITE, "schule"));
        var mine = onboarding.draftOf(saved).with(DraftField.TITLE, "Mein Name");
        saved(onboarding.draftOf(saved).with(DraftField.TITLE, "Anderer Name"));
        assertThat(onboarding.save(mine, "tina")).isEqualTo(new Outcome.Overtaken());
    }

    @Test
    void aCodeSaysWhoTheDeviceIs() {
        var code = LorawanCode.find("LW:D0:42FFFFFFFFFFFFFF:4242FFFFFFFFFFFF:42FFFF42")
                .orElseThrow();
        var draft = onboarding.fill(Draft.EMPTY, code);
        assertThat(draft.value(DraftField.SPEAKS_AS)).isEqualTo("4242ffffffffffff");
        assertThat(draft.value(DraftField.SERIAL)).isEqualTo("4242FFFFFFFFFFFF");
    }

    @Test
    void aDraftOutlivesTheCockpit() {
        var drafts = new InMemoryDrafts(() -> NOW);
        var draft = chirpstack().with(DraftField.HEIGHT, "3,5");
        drafts.keep("tina", draft);
        assertThat(drafts.find("tina").orElseThrow().draft()).isEqualTo(draft);
        assertThat(drafts.find("otto")).isEmpty();
    }

    private Draft chirpstack() {
        return onboarding.fill(
                Draft.EMPTY, onboarding.read(new Sample("", sample("chirpstack.json")), Optional.empty()));
    }

    private Draft at(String latitude, String longitude) {
        return chirpstack()
                .with(DraftField.SITE_TITLE, "Große Brücke")
                .with(DraftField.LATITUDE, latitude)
                .with(DraftField.LONGITUDE, longitude);
    }

    private Sensor saved(Draft draft) {
        var outcome = onboarding.save(draft, "tina");
        assertThat(outcome).isInstanceOf(Outcome.Saved.class);
        return ((Outcome.Saved) outcome).sensor();
    }

    private Lacking lacking(Draft draft) {
        var checked = onboarding.check(draft, "tina");
        assertThat(checked).isInstanceOf(Lacking.class);
        return (Lacking) checked;
    }
}
