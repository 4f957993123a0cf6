package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.preview.ScreenTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

class AdministrationLayoutTests extends ScreenTest {

    @Test
    @WithMockUser(username = "admin", roles = "ADMINISTRATOR")
    void oneWayLeadsToAllPagesOfTheAdministration() {
        open("setup");
        assertThat(ways("Hauptnavigation").map(Anchor::getText)).endsWith("Verwaltung");
        assertThat(ways("Hauptnavigation").filter(AdministrationLayoutTests::isHere))
                .extracting(Anchor::getText)
                .containsExactly("Verwaltung");
        assertThat(ways("Verwaltung").map(Anchor::getText))
                .startsWith(
                        "Status",
                        "Sensoren",
                        "Verbindungen",
                        "Datenfluss",
                        "Gateways",
                        "Posteingang",
                        "Abgelehnt",
                        "Historie",
                        "Messgrößen",
                        "Orte")
                .endsWith("Einrichten");
        assertThat(ways("Verwaltung").filter(AdministrationLayoutTests::isHere))
                .extracting(Anchor::getText)
                .containsExactly("Einrichten");
        UI.getCurrent().navigate("");
        assertThat(ways("Hauptnavigation").filter(AdministrationLayoutTests::isHere))
                .extracting(Anchor::getText)
                .containsExactly("Überblick");
    }

    @Test
    @WithMockUser(username = "toni", roles = "TECHNICIAN")
    void aTechnicianSeesOnlyTheTechnicalPagesOfIt() {
        open("rejected");
        assertThat(ways("Verwaltung").map(Anchor::getText))
                .containsExactly(
                        "Status",
                        "Sensoren",
                        "Verbindungen",
                        "Datenfluss",
                        "Gateways",
                        "Posteingang",
                        "Abgelehnt",
                        "Historie",
                        "Messgrößen",
                        "Orte");
    }

    @Test
    @WithMockUser(username = "sam", roles = "STAFF")
    void nobodyIsLedWhereNothingIsOpen() {
        open("cockpit");
        assertThat(ways("Hauptnavigation").map(Anchor::getText)).doesNotContain("Verwaltung");
    }

    @Test
    @WithMockUser(username = "toni", roles = "TECHNICIAN")
    void aPageWithoutAPlaceInTheLineMarksThePageAboveIt() {
        open("labels");
        assertThat(here()).containsExactly("Verwaltung", "Sensoren");
        open("webhooks");
        assertThat(here()).containsExactly("Verwaltung", "Verbindungen");
        open("inbox");
        assertThat(here()).containsExactly("Verwaltung", "Posteingang");
    }

    private static Stream<String> here() {
        return Stream.of("Hauptnavigation", "Verwaltung")
                .flatMap(AdministrationLayoutTests::ways)
                .filter(AdministrationLayoutTests::isHere)
                .map(Anchor::getText);
    }

    private static boolean isHere(Anchor way) {
        return way.getElement().hasAttribute("aria-current");
    }

    private static Stream<Anchor> ways(String navigation) {
        return all(UI.getCurrent())
                .filter(Nav.class::isInstance)
                .filter(nav -> navigation.equals(nav.getElement().getAttribute("aria-label")))
                .flatMap(Component::getChildren)
                .map(Anchor.class::cast);
    }

    private static Stream<Component> all(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(AdministrationLayoutTests::all));
    }
}
