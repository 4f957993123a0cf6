package city.cockpit.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

class PortfolioViewTests extends ExampleScreenTest {

    @Test
    @WithMockUser(username = "sam", roles = "STAFF")
    void staffSeesFieldsByStateAndWhatNeedsADecision() {
        open("strategy");
        assertThat(page())
                .contains("Veröffentlicht", "Handlungsfelder", "Mobilität", "Verzögert")
                .contains("Was eine Entscheidung braucht")
                .contains("Soll die Umrüstung auf zwei Haushaltsjahre verteilt werden?")
                .contains("Wie wird das berechnet?")
                .doesNotContain("Bearbeiten");
    }

    @Test
    @WithMockUser(username = "sam", roles = "STAFF")
    void aMeasureShowsPlanForecastAndMoney() {
        open("strategy/item/bedarfslicht");
        assertThat(page())
                .contains(
                        "Straßenbeleuchtung nach Bedarf",
                        "hinter dem Zeitplan",
                        "Zu entscheiden",
                        "Ausgegeben",
                        "Kostenindex");
    }

    @Test
    @WithMockUser(username = "sam", roles = "STAFF")
    void theTimelineAndTheTenComponentsSayWhy() {
        open("strategy/timeline");
        assertThat(page()).contains("Erwartetes Ende", "Parkleitsystem", "heute");
        open("strategy/components");
        assertThat(page()).contains("von 10 Bausteinen", "8,41", "2017", "Monitoring");
    }

    /** Traps 6, 7 and 9 of the surveys: a share is of towns with a strategy, of a year, and makes no rank. */
    @Test
    @WithMockUser(username = "sam", roles = "STAFF")
    void whoReadsTheSharesOfTheSurveyReadsOfWhomTheyAreAndFromWhen() {
        open("strategy/components");
        assertThat(page())
                .contains("Anteil der Strategien 2017", "65\u00a0%", "Befragung vom September 2017")
                .contains("Gefragt waren Kommunen, die eine Strategie haben, entwickeln oder planen")
                .contains("es ist kein Anteil aller Kommunen")
                .doesNotContainIgnoringCase("besser als", "Rangplatz", "2015");
    }

    @Test
    @WithMockUser(username = "sam", roles = "STAFF")
    void whatComesLaterOrEarlierIsSaidInDays() {
        open("strategy/timeline");
        assertThat(page()).contains("15 Tage", "18 Tage früher", "keiner").doesNotContain("-18");
    }

    @Test
    @WithMockUser(username = "eva", roles = "STRATEGY_EDITOR")
    void anEditorHandsInAndOnlyAnAdministratorPublishes() {
        open("strategy/desk");
        assertThat(page()).contains("Bearbeiten", "Als Tabellen mitnehmen").doesNotContain("Zurückziehen");
        open("strategy/changes");
        assertThat(page()).contains("Fassungen", "Was aus ihnen wurde");
    }
}
