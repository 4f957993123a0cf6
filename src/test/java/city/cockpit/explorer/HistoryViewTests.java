package city.cockpit.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.live.CatchUp;
import city.cockpit.live.State;
import city.cockpit.preview.PreviewStore;
import city.cockpit.preview.ScreenTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class HistoryViewTests extends ScreenTest {

    @Test
    void aDomainShowsTheCourseOfEveryPlaceInALineAndASentence() {
        aTownAtNoon();
        open("history/parking");
        awaitOnPage("im Mittel");
        assertThat(charts()).hasSize(1);
        assertThat(lines()).containsExactly("Bahnhof P+R", "Parkhaus Markt");
        assertThat(page())
                .containsPattern(
                        "Bahnhof P\\+R im Mittel \\d+ bei \\d+\u00a0% Abdeckung; höchster Wert \\d+ (um|am [^;]+,) \\d\\d:\\d\\d Uhr; niedrigster Wert \\d+");
    }

    @Test
    void aSeriesHasAChartOfItsOwn() {
        aTownAtNoon();
        open("history/air/air-markt/pm2_5");
        awaitOnPage("im Mittel");
        assertThat(charts()).hasSize(1);
        assertThat(lines()).containsExactly("Markt");
        assertThat(page()).contains("Feinstaub PM2,5", "Markt");
    }

    @Test
    void valuesThatNobodyBelievesAreMarkedInTheChartAndToldInSentenceAndTable() {
        aTownAtNoon();
        history.be(PreviewStore.Mood.DOUBTFUL);
        open("history/noise");
        awaitOnPage("im Mittel");
        assertThat(page())
                .contains("Grau hinterlegt: Zeiten mit unplausiblen Werten")
                .contains("5 unplausible Werte zählen nicht mit (140 bis 160\u00a0dB(A))");
        open("history/noise?form=table");
        awaitOnPage("unplausibel");
        assertThat(page()).contains("1 unplausibel (150\u00a0dB(A))", "4 unplausibel (140 bis 160\u00a0dB(A))");
    }

    @Test
    void timesOfArrivalAreToldBesideTheChart() {
        aTownAtNoon();
        city.timedOnArrival("noise-markt/laeq");
        city.publish(NOON);
        open("history/noise");
        awaitOnPage("die Zeiten sind die der Ankunft");
    }

    @Test
    void theSpanStandsInTheAddress() {
        aTownAtNoon();
        open("history/air?range=7d");
        assertThat(here()).contains("7 Tage");
        assertThat(way("24 Stunden").getHref()).isEqualTo("history/air");
        assertThat(way("30 Tage").getHref()).isEqualTo("history/air?range=30d");
    }

    @Test
    void anyDaysAreShownAndTellWhichTheyAre() {
        aTownAtNoon();
        open("history/air?from=2026-03-29T00:00&to=2026-03-31T00:00");
        assertThat(here()).contains("29. März 2026 bis 30. März 2026");
        assertThat(way("Früher").getHref()).isEqualTo("history/air?from=2026-03-27T01:00&to=2026-03-29T00:00");
    }

    @Test
    void theSameNumbersStandInTheTable() {
        aTownAtNoon();
        open("history/air?range=7d&form=table");
        awaitOnPage("Je Zeile: Werte je Viertelstunde");
        assertThat(page())
                .contains("Mittel (µg/m³)", "niedrigster (µg/m³)", "höchster (µg/m³)", "Abdeckung", "100\u00a0%");
        assertThat(charts()).isEmpty();
    }

    @Test
    void aTableIsSortedByTheColumnThatIsPressed() {
        aTownAtNoon();
        open("history/air?form=table");
        awaitOnPage("Abdeckung");
        press("höchster (µg/m³)");
        var highest = firstCells();
        press("höchster (µg/m³)");
        assertThat(number(highest.get(2))).isGreaterThan(number(firstCells().get(2)));
    }

    private void press(String text) {
        test(find(NativeButton.class).withText(text).single()).click();
    }

    private List<String> firstCells() {
        return find(NativeTableRow.class)
                .all()
                .get(1)
                .getChildren()
                .filter(NativeTableCell.class::isInstance)
                .map(cell -> text(cell.getElement()))
                .toList();
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }

    @Test
    void whatIsUsualStandsBesideTheMean() {
        aTownAtNoon();
        open("history/air?compare=usual");
        awaitOnPage("im Mittel");
        assertThat(page())
                .containsPattern(
                        "im Mittel [\\d,]+\u00a0µg/m³ bei \\d+\u00a0% Abdeckung, \\d+\u00a0% (unter|über) dem Üblichen")
                .contains("Üblich sind an jeder Stunde der Woche");
    }

    @Test
    void whatIsUsualIsNotKnownOfDays() {
        aTownAtNoon();
        open("history/air?range=1y&compare=usual");
        awaitOnPage("Das Übliche gibt es für Stunden.");
    }

    @Test
    void aWeekIsComparedWithTheWeekBefore() {
        aTownAtNoon();
        open("history/air?range=7d&compare=before");
        awaitOnPage("in der Vergleichszeit");
        assertThat(page())
                .containsPattern("Gepunktet: \\d+\\. \\S+ \\d{4} bis \\d+\\. \\S+ \\d{4}, dieselben Wochentage");
    }

    @Test
    void aSavedPictureSaysWhatWhereAndWhenWhoseNumbersTheseAreAndThatTheyAreMadeUp() {
        aTownAtNoon();
        open("history/air/air-markt/pm2_5?from=2026-05-20T00:00&to=2026-05-21T00:00");
        awaitOnPage("im Mittel");
        assertThat(find(CoursePictures.class).single().getElement().getAttribute("caption"))
                .startsWith("Markt · Feinstaub PM2,5, 20. Mai 2026 bis 20. Mai 2026. Quelle: Musterstadt, Stadtcockpit")
                .endsWith("Simulierte Werte, keine Messung.");
    }

    @Test
    void anotherPlaceOrPropertyIsDrawnBeside() {
        aTownAtNoon();
        open("history/air/air-markt/pm2_5?with=noise-markt/laeq");
        awaitOnPage("im Mittel");
        assertThat(lines()).containsExactly("Markt · Feinstaub PM2,5", "Markt · Mittelungspegel LAeq");
        assertThat(way("×").getHref()).isEqualTo("history/noise/noise-markt/laeq");
        assertThat(find(ComboBox.class).single().getHelperText())
                .isEqualTo("Nur Messreihen in dB(A) und µg/m³: mehr als zwei Achsen kann niemand lesen.");
    }

    private List<String> here() {
        return find(Anchor.class).withAttribute("aria-current", "true").all().stream()
                .map(Anchor::getText)
                .toList();
    }

    private Anchor way(String text) {
        return find(Anchor.class).withText(text).all().getFirst();
    }

    @Test
    void whileTheValuesAreOnTheirWayThePageSaysSo() {
        aTownAtNoon();
        open("history/air");
        assertThat(page()).contains("Die Werte werden geladen …");
        awaitOnPage("im Mittel");
        assertThat(page()).doesNotContain("geladen");
    }

    @Test
    void anEmptyRangeNamesTheLastValueBeforeIt() {
        aTownAtNoon();
        history.be(PreviewStore.Mood.EMPTY);
        open("history/noise");
        awaitOnPage("In diesem Zeitraum gibt es keine Werte.");
        assertThat(page()).contains("der letzte war 61\u00a0dB(A) am 21.05.2026, 12:00:00 Uhr");
        assertThat(charts()).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayIsNoErrorPage() {
        aTownAtNoon();
        history.be(PreviewStore.Mood.AWAY);
        open("history/noise");
        awaitOnPage("Der Verlauf lässt sich gerade nicht lesen.");
        assertThat(page()).contains("Lärm");
    }

    @Test
    void aMinuteLaterTheHistoryIsReadAgainAndNotBefore() {
        aTownAtNoon();
        open("history/noise");
        awaitOnPage("im Mittel");
        var questions = history.questions();
        city.with("noise-kurpark/laeq", "Kurpark", 15, OptionalInt.empty());
        reportAfter(59);
        awaitOnPage("Kurpark");
        assertThat(history.questions()).isEqualTo(questions);
        history.be(PreviewStore.Mood.EMPTY);
        reportAfter(61);
        awaitOnPage("In diesem Zeitraum gibt es keine Werte.");
        assertThat(history.questions()).isEqualTo(questions + 1);
    }

    @Test
    void aPastThatIsBeingFilledInIsReadAgainOnceAMinuteAndElseEveryFiveMinutes() {
        aTownAtNoon();
        open("history/noise?from=2026-05-01T00:00&to=2026-05-02T00:00");
        awaitOnPage("im Mittel");
        var questions = history.questions();
        reportAfter(61);
        settle();
        assertThat(history.questions()).isEqualTo(questions);
        city.catchesUp(Optional.of(new CatchUp(5_000, Instant.parse("2026-04-30T00:00:00Z"))));
        reportAfter(62);
        awaitThat(() -> assertThat(history.questions()).isEqualTo(questions + 1));
        city.catchesUp(Optional.of(new CatchUp(5_000, Instant.parse("2026-05-10T00:00:00Z"))));
        reportAfter(200);
        settle();
        assertThat(history.questions()).isEqualTo(questions + 1);
        reportAfter(364);
        awaitThat(() -> assertThat(history.questions()).isEqualTo(questions + 2));
    }

    private void reportAfter(int seconds) {
        city.reports("noise-markt/laeq", 60, NOON.plusSeconds(seconds), State.LIVE);
        city.publish(NOON.plusSeconds(seconds));
    }

    @Test
    void anEnglishVisitorReadsEnglish() {
        aTownAtNoon();
        speak(Locale.ENGLISH);
        open("history/air");
        awaitOnPage("mean");
        assertThat(page())
                .contains("24 hours", "7 days", "30 days", "1 year", "Chart", "Table")
                .containsPattern("mean \\d+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "history/dragons",
                "history/weather",
                "history/air/nobody/pm10",
                "history/air/UPPER/pm10",
                "history/noise/air-markt/pm2_5",
                "history/air/air-markt"
            })
    void whatIsNotThereIsAPageThatDoesNotExist(String address) {
        aTownAtNoon();
        open(address);
        assertThat(page()).contains("Diese Seite gibt es nicht");
    }

    /** Whatever library draws them; what they are told to draw is held by TimeSeriesChartContract. */
    private List<Component> charts() {
        return find(Component.class).withClassName("chart").all();
    }

    private List<String> lines() {
        return find(Span.class).withClassName("figure-name").all().stream()
                .map(Span::getText)
                .toList();
    }
}
