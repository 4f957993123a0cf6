package city.cockpit.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.live.State;
import city.cockpit.preview.PreviewStore;
import city.cockpit.preview.ScreenTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
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
        assertThat(page()).containsPattern("Bahnhof P\\+R zwischen \\d+ und \\d+, im Mittel \\d+");
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
        var table = find(NativeDetails.class).single();
        table.setOpen(true);
        ComponentUtil.fireEvent(table, new NativeDetails.ToggleEvent(table, false));
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
    void theRangeStandsInTheAddress() {
        aTownAtNoon();
        open("history/air?range=7d");
        assertThat(find(Anchor.class)
                        .withAttribute("aria-current", "true")
                        .single()
                        .getText())
                .isEqualTo("7 Tage");
        assertThat(find(Anchor.class).withText("24 Stunden").single().getHref()).isEqualTo("history/air");
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
        assertThat(page()).contains("24 hours", "7 days", "Values as a table").containsPattern("between \\d+ and \\d+");
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
