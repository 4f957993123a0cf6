package city.cockpit.planning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.strategy.Edit;
import city.cockpit.strategy.plan.FieldOfAction;
import city.cockpit.strategy.plan.Goal;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Resolution;
import city.cockpit.strategy.plan.Strategy;
import city.cockpit.strategy.plan.Visibility;
import city.cockpit.uikit.DayField;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "eva", roles = "STRATEGY_EDITOR")
class EditViewTests extends ExampleScreenTest {

    private void save() {
        test(find(Button.class).withText("Speichern").single()).click();
    }

    private TextField field(String label) {
        return find(TextField.class)
                .withPropertyValue(TextField::getLabel, label)
                .single();
    }

    private NumberField number(String label) {
        return find(NumberField.class)
                .withPropertyValue(NumberField::getLabel, label)
                .all()
                .getFirst();
    }

    private DayField day(String label) {
        return find(DayField.class)
                .withPropertyValue(DayField::getLabel, label)
                .all()
                .getFirst();
    }

    private void press(String text) {
        test(find(Button.class).withText(text).all().getFirst()).click();
    }

    private Strategy newest() {
        return strategies.desk().newest().strategy();
    }

    private Indicator indicator(String id) {
        return (Indicator) newest().findItem(new ItemId(id)).orElseThrow();
    }

    @Test
    void aFormThatIsSavedUnchangedChangesNothing() {
        var before = strategies.desk().newest();
        for (var way : new String[] {
            "field/mobilitaet",
            "goal/weniger-suchen",
            "measure/parkleitsystem",
            "measure/bedarfslicht",
            "indicator/pm25",
            "about",
            "municipality",
            "components",
            "resolutions",
            "concepts"
        }) {
            open("strategy/edit/" + way);
            save();
            assertThat(strategies.desk().newest()).as(way).isEqualTo(before);
        }
    }

    @Test
    void aNewTitleMakesADraft() {
        open("strategy/edit/field/mobilitaet");
        test(field("Titel")).setValue("Unterwegs");
        save();
        assertThat(strategies.desk().newest().strategy().findItem(new ItemId("mobilitaet")))
                .map(item -> item.title())
                .contains("Unterwegs");
    }

    @Test
    void whoWasOvertakenLosesNothing() {
        open("strategy/edit/field/mobilitaet");
        test(field("Titel")).setValue("Unterwegs");
        var desk = strategies.desk();
        desk.save(
                desk.newest().number(),
                new Edit.Put(new FieldOfAction(new ItemId("mobilitaet"), "Verkehr", "", Visibility.PUBLIC)),
                "otto");
        save();
        assertThat(page())
                .contains("Inzwischen hat otto hier ebenfalls etwas geändert", "„Titel“ haben Sie beide geändert")
                .contains("Übernommen wurde: „Leitung“");
        assertThat(field("Titel").getValue()).isEqualTo("Unterwegs");
        save();
        assertThat(desk.newest().strategy().findItem(new ItemId("mobilitaet")))
                .map(item -> item.title())
                .contains("Unterwegs");
    }

    @Test
    void ofTwoWhoChangeDifferentFieldsOfTheSamePartBothAreKept() {
        open("strategy/edit/field/mobilitaet");
        test(field("Titel")).setValue("Unterwegs");
        var desk = strategies.desk();
        desk.save(
                desk.newest().number(),
                new Edit.Put(
                        new FieldOfAction(new ItemId("mobilitaet"), "Mobilität", "Amt für Verkehr", Visibility.PUBLIC)),
                "otto");
        save();
        assertThat(field("Leitung").getValue()).isEqualTo("Amt für Verkehr");
        save();
        assertThat(newest().findItem(new ItemId("mobilitaet")))
                .contains(
                        new FieldOfAction(new ItemId("mobilitaet"), "Unterwegs", "Amt für Verkehr", Visibility.PUBLIC));
    }

    @Test
    void theStrategyAsAWholeIsWrittenByAPerson() {
        strategies.clear();
        open("strategy/edit/about");
        save();
        assertThat(page()).contains("Nichts wurde gespeichert. Bitte prüfen Sie: „Titel“.");
        assertThat(field("Titel").isInvalid()).isTrue();
        test(field("Titel")).setValue("Digital in Musterstadt");
        day("Erster Tag").setValue(LocalDate.of(2027, 1, 1));
        day("Letzter Tag").setValue(LocalDate.of(2026, 1, 1));
        save();
        assertThat(page())
                .contains("Der Zeitraum der Strategie endet (1. Jan. 2026) vor seinem Beginn (1. Jan. 2027).");
        day("Letzter Tag").setValue(LocalDate.of(2030, 12, 31));
        save();
        assertThat(newest().about().title()).isEqualTo("Digital in Musterstadt");
        assertThat(newest().about().to()).contains(LocalDate.of(2030, 12, 31));
    }

    @Test
    void aResolutionIsKeptWithTheWayToItsPaper() {
        open("strategy/edit/resolutions");
        var before = newest().resolutions().size();
        press("Beschluss hinzufügen");
        save();
        assertThat(newest().resolutions()).hasSize(before);
        open("strategy/edit/resolutions");
        press("Beschluss hinzufügen");
        var body = find(TextField.class)
                .withPropertyValue(TextField::getLabel, "Wer beschlossen hat")
                .all()
                .getLast();
        test(body).setValue("Rat der Stadt");
        save();
        assertThat(page()).contains("Bitte prüfen Sie: „Am“.");
        find(DayField.class).all().getLast().setValue(LocalDate.of(2026, 3, 12));
        test(find(TextField.class).all().getLast()).setValue("javascript:alert(1)");
        save();
        assertThat(page()).contains("„javascript:alert(1)“ ist keine Adresse einer Seite.");
        test(find(TextField.class).all().getLast()).setValue("https://rat.musterstadt.example/vorlage/17");
        save();
        assertThat(newest().resolutions().getLast())
                .isEqualTo(new Resolution(
                        "Rat der Stadt",
                        LocalDate.of(2026, 3, 12),
                        "",
                        Resolution.Result.ADOPTED,
                        "https://rat.musterstadt.example/vorlage/17"));
    }

    @Test
    void aTargetBeforeItsBaselineIsAnsweredInWords() {
        open("strategy/edit/indicator/pm25");
        day("Zieltermin").setValue(LocalDate.of(2020, 1, 1));
        save();
        assertThat(page()).contains("Der Zieltermin (1. Jan. 2020) liegt nicht nach dem Ausgangswert");
        assertThat(day("Zieltermin").getValue()).isEqualTo("2020-01-01");
    }

    @Test
    void aTargetWithoutADateIsAskedForItAndNeverDropped() {
        open("strategy/edit/indicator/pm25");
        day("Zieltermin").clear();
        save();
        assertThat(page()).contains("Bitte prüfen Sie: „Zieltermin“.");
        assertThat(day("Zieltermin").isInvalid()).isTrue();
        number("Ziel").clear();
        save();
        assertThat(indicator("pm25").target()).isEmpty();
    }

    @Test
    void whoeverChangesATargetKeepsTheFormerOneWithTheReason() {
        open("strategy/edit/indicator/pm25");
        var before = indicator("pm25").target().orElseThrow();
        number("Ziel").setValue(before.value() - 1);
        test(field("Warum das Ziel ein anderes ist")).setValue("Der Rat will mehr.");
        save();
        assertThat(indicator("pm25").target().orElseThrow().value()).isEqualTo(before.value() - 1);
        assertThat(indicator("pm25").formerTargets())
                .last()
                .satisfies(former -> assertThat(former.target()).isEqualTo(before))
                .satisfies(former -> assertThat(former.reason()).isEqualTo("Der Rat will mehr."));
    }

    @Test
    void goalsThatServeEachOtherAreAnsweredInWords() {
        strategies.clear();
        var desk = strategies.desk();
        desk.save(0, new Edit.Put(goal("oben", Optional.empty())), "anna");
        desk.save(1, new Edit.Put(goal("unten", Optional.of(new ItemId("oben")))), "anna");
        open("strategy/edit/goal/oben");
        choose("Dient dem Ziel", newest().goals().getLast());
        save();
        assertThat(page()).contains("dient über 2 Ziele hinweg sich selbst");
        assertThat(desk.newest().number()).isEqualTo(2);
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // a field of that label holds such values
    private void choose(String label, Object value) {
        for (var field : find(Select.class).all()) if (label.equals(field.getLabel())) field.setValue(value);
    }

    private static Goal goal(String id, Optional<ItemId> parent) {
        return new Goal(
                new ItemId(id),
                "Ziel " + id,
                Visibility.PUBLIC,
                new ItemId("energie"),
                parent,
                Optional.empty(),
                "",
                List.of());
    }

    @Test
    void aWeightOfNothingIsAnsweredInWords() {
        open("strategy/edit/measure/parkleitsystem");
        number("Gewicht").setValue(0.0);
        save();
        assertThat(page()).contains("Das Gewicht muss größer als 0 sein");
    }

    @Test
    void anIndicatorBeginsWithATemplateOfWhatTheTownMeasures() {
        aTownAtNoon();
        open("strategy/edit/indicator");
        assertThat(page())
                .contains("Feinstaub PM2,5 im Jahresmittel – 1 Messreihe: Markt")
                .contains("dafür hat die Stadt noch keinen Sensor");
        open("strategy/edit/indicator?template=pm25-jahresmittel");
        assertThat(page()).contains("Eine Messreihe speist die Kennzahl: Markt.");
        save();
        assertThat(indicator("feinstaub-pm2-5-im-jahresmittel").binding())
                .hasValueSatisfying(binding -> assertThat(binding.property()).isEqualTo("pm2_5"));
    }

    @Test
    void whatIsRemovedComesBackWithOneButton() {
        open("strategy/edit/measure/parkleitsystem");
        press("Entfernen");
        var question = find(ConfirmDialog.class).single();
        test(question).reject();
        assertThat(newest().findItem(new ItemId("parkleitsystem"))).isEmpty();
        assertThat(page()).contains("Zuletzt geändert: „Parkleitsystem“ (entfernt)");
        press("Rückgängig machen");
        assertThat(newest().findItem(new ItemId("parkleitsystem"))).isPresent();
        assertThat(page()).contains("Rückgängig gemacht.");
    }

    @Test
    void aFieldOfActionWithGoalsIsNotRemovedAndSaysWhy() {
        open("strategy/edit/field/mobilitaet");
        press("Entfernen");
        assertThat(page()).contains("In „Mobilität“ stehen noch Ziele:");
    }

    @Test
    void aTableIsTriedOutBeforeItIsTakenOver() {
        open("strategy/desk");
        var before = newest();
        var table = find(TableImport.class).single();
        table.bring("id;weight;acceptance\nparkleitsystem;0;Schild\n".getBytes(UTF_8));
        assertThat(page()).contains("Die Spalte „acceptance“ gibt es in dieser Tabelle nicht.");
        table.bring("id;weight\nparkleitsystem;0\n".getBytes(UTF_8));
        assertThat(page()).contains("Das Gewicht muss größer als 0 sein").doesNotContain("Übernehmen");
        table.bring("id;weight\nparkleitsystem;7,5\n".getBytes(UTF_8));
        assertThat(page()).contains("Eine Zeile gelesen. Beim Übernehmen ändert sich eines", "Gewicht: 3 → 7,5");
        assertThat(newest()).isEqualTo(before);
        press("Übernehmen");
        assertThat(page()).contains("Eine Zeile übernommen.");
        assertThat(newest()).isNotEqualTo(before);
    }

    @Test
    void aPreviewShowsEachCircleWhatItWouldSee() {
        open("strategy/preview/public");
        assertThat(page())
                .contains("Vorschau", "Parkleitsystem", "Was dieser Kreis nicht sieht", "Portal für offene Daten");
        open("strategy/preview/internal");
        assertThat(page()).contains("Portal für offene Daten").doesNotContain("Was dieser Kreis nicht sieht");
        open("strategy/preview/public/parkleitsystem");
        assertThat(page()).contains("Parkleitsystem", "Meilenstein");
    }
}
