package city.cockpit.administration;

import static city.cockpit.access.Role.ADMINISTRATOR;
import static city.cockpit.access.Role.STAFF;
import static city.cockpit.access.Role.STRATEGY_EDITOR;
import static city.cockpit.access.Role.TECHNICIAN;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.People.Details;
import city.cockpit.access.Person;
import city.cockpit.access.Person.Origin;
import city.cockpit.access.Role;
import city.cockpit.access.SignInName;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Code;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

class PeopleViewTests extends AdministrationTest {

    private static final SignInName ANNA = new SignInName("anna");

    @Test
    void everybodyStandsThereWithRolesAndState() {
        people.add("anna", "Anna Karst", STAFF, TECHNICIAN);
        people.lock(ANNA, "admin");
        open("people");
        assertThat(page())
                .contains("2 Personen · 1 gesperrt")
                .contains("Anna Karst anna Beschäftigte und Technik noch nie gesperrt");
    }

    @Test
    void theSearchFindsByNameAddressAndRole() {
        people.add("anna", "Anna Karst", STAFF);
        people.add("ben", "Ben Ohm", TECHNICIAN);
        open("people");
        field("Name, E-Mail oder Rolle").setValue("technik");
        assertThat(page()).contains("Ben Ohm").doesNotContain("Anna Karst");
        field("Name, E-Mail oder Rolle").setValue("KARST");
        assertThat(page()).contains("Anna Karst").doesNotContain("Ben Ohm");
        field("Name, E-Mail oder Rolle").setValue("<b>");
        assertThat(page()).contains("Niemand passt zur Suche.");
    }

    @Test
    void whoIsInvitedGetsALinkThatIsShownOnce() {
        open("people");
        press("Person einladen");
        settle();
        field("Anmeldename").setValue(" Anna@Stadt.de ");
        field("Name").setValue("Anna Karst");
        this.<Role>choices("Rollen").setValue(Set.of(STAFF));
        press("Einladen");
        assertThat(people.findPerson(new SignInName("anna@stadt.de"))
                        .orElseThrow()
                        .roles())
                .containsExactly(STAFF);
        assertThat(page()).contains("Anna Karst ist eingeladen.").contains("1 Einladung offen");
        assertThat(find(Code.class, code -> true).getText()).contains("/link#");
        press("Fertig");
        settle();
        assertThat(page()).doesNotContain("/link#").contains("Neuer Einladungslink");
    }

    @Test
    void whereMailIsSetUpTheLinkIsNotShown() {
        people.canMail();
        open("people?invite");
        field("Anmeldename").setValue("anna");
        field("E-Mail").setValue("anna@stadt.de");
        this.<Role>choices("Rollen").setValue(Set.of(STAFF));
        press("Einladen");
        assertThat(page()).contains("an anna@stadt.de unterwegs").doesNotContain("/link#");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'Noch nicht eingeladen. Bitte prüfen: Anmeldename und Rollen.'",
        "jürgen, 'Noch nicht eingeladen. Bitte prüfen: Anmeldename und Rollen.'",
        "anna, 'Noch nicht eingeladen. Bitte prüfen: Rollen.'"
    })
    void whatIsWrongWithAnInvitationIsSaid(String name, String sentence) {
        open("people?invite");
        field("Anmeldename").setValue(name);
        press("Einladen");
        assertThat(page()).contains(sentence);
        assertThat(people.listPeople()).hasSize(1);
    }

    @Test
    void aNameThatIsTakenIsSaidAndTheRestStays() {
        people.add("anna", "", STAFF);
        open("people?invite");
        field("Anmeldename").setValue("ANNA");
        field("Name").setValue("Anna Meyer");
        this.<Role>choices("Rollen").setValue(Set.of(STAFF));
        press("Einladen");
        assertThat(page()).contains("Den Anmeldenamen anna gibt es schon.");
        assertThat(field("Name").getValue()).isEqualTo("Anna Meyer");
    }

    @Test
    void rolesAreGivenAndTakenAway() {
        people.add("anna", "Anna Karst", STAFF);
        open("people/anna");
        this.<Role>choices("Rollen").setValue(Set.of(STRATEGY_EDITOR));
        press("Speichern");
        assertThat(anna().roles()).containsExactly(STRATEGY_EDITOR);
        assertThat(page()).contains("Gespeichert.").contains("Anna Karst anna Strategie");
    }

    @Test
    void aPersonWithoutAnyRoleIsNotSaved() {
        people.add("anna", "Anna Karst", STAFF);
        open("people/anna");
        this.<Role>choices("Rollen").setValue(Set.of());
        press("Speichern");
        assertThat(page()).contains("Bitte prüfen: Rollen.");
        assertThat(anna().roles()).containsExactly(STAFF);
    }

    @Test
    void theSecondAdministratorIsToldAndLosesNothing() {
        people.add("anna", "Anna", STAFF);
        open("people/anna");
        field("Name").setValue("Anna Karst");
        this.<Role>choices("Rollen").setValue(Set.of(STAFF, TECHNICIAN));
        people.change(ANNA, anna().version(), new Details("Anna", "anna@stadt.de", Set.of(STRATEGY_EDITOR)), "ben");
        press("Speichern");
        assertThat(page())
                .contains(
                        "Noch nicht gespeichert: Anna wurde inzwischen von jemand anderem geändert (E-Mail und Rollen).")
                .contains("Ihre Eingaben stehen noch da.");
        assertThat(field("Name").getValue()).isEqualTo("Anna Karst");
        assertThat(field("E-Mail").getValue()).isEqualTo("anna@stadt.de");
        assertThat(anna().fullName()).isEqualTo("Anna");
        press("Speichern");
        assertThat(anna().fullName()).isEqualTo("Anna Karst");
        assertThat(anna().email()).isEqualTo("anna@stadt.de");
        assertThat(anna().roles()).containsExactlyInAnyOrder(TECHNICIAN, STRATEGY_EDITOR);
    }

    @Test
    void whereBothWroteTheSecondIsToldWhichTextStandsThere() {
        people.add("anna", "Anna", STAFF);
        open("people/anna");
        field("Name").setValue("Anna K.");
        people.change(ANNA, anna().version(), new Details("Anna Karst", "", Set.of(STAFF)), "ben");
        press("Speichern");
        assertThat(page()).contains("Was Sie beide geändert haben, steht hier in Ihrer Fassung (Name)");
        assertThat(field("Name").getValue()).isEqualTo("Anna K.");
    }

    @Test
    void aLockByAnotherDoesNotStopWhoWritesTheName() {
        people.add("anna", "Anna", STAFF);
        open("people/anna");
        field("Name").setValue("Anna Karst");
        people.lock(ANNA, "ben");
        press("Speichern");
        assertThat(anna().fullName()).isEqualTo("Anna Karst");
        assertThat(anna().locked()).isTrue();
    }

    @Test
    void whoEditsAPersonThatIsGoneCanInviteThePersonAgain() {
        people.add("anna", "Anna", STAFF);
        open("people/anna");
        field("Name").setValue("Anna Karst");
        people.remove(ANNA, "ben");
        press("Speichern");
        assertThat(page()).contains("Anna wurde inzwischen von jemand anderem entfernt. Ihre Eingaben stehen noch da.");
        press("Mit diesen Angaben neu einladen");
        settle();
        assertThat(field("Anmeldename").getValue()).isEqualTo("anna");
        assertThat(field("Name").getValue()).isEqualTo("Anna Karst");
    }

    @Test
    void lockingKeepsWhatIsTyped() {
        people.add("anna", "Anna", STAFF);
        open("people/anna");
        field("Name").setValue("Anna Karst");
        press("Sperren");
        assertThat(anna().locked()).isTrue();
        assertThat(page()).contains("Anna ist gesperrt, alle Sitzungen sind beendet.");
        assertThat(field("Name").getValue()).isEqualTo("Anna Karst");
        press("Entsperren");
        assertThat(anna().locked()).isFalse();
    }

    @Test
    void theLastAdministratorStays() {
        open("people/admin");
        press("Sperren");
        assertThat(question().getElement().getProperty("header")).isEqualTo("Sich selbst sperren?");
        goOn();
        assertThat(page()).contains("Nichts geändert: Sonst könnte niemand mehr das Cockpit verwalten.");
        assertThat(people.listPeople()).noneMatch(Person::locked);
        press("Entfernen …");
        goOn();
        assertThat(people.listPeople()).hasSize(1);
    }

    @Test
    void whoGivesUpTheOwnRoleIsAskedFirst() {
        people.add("ben", "", ADMINISTRATOR);
        open("people/admin");
        this.<Role>choices("Rollen").setValue(Set.of(STAFF));
        press("Speichern");
        cancel();
        assertThat(people.findPerson(new SignInName("admin")).orElseThrow().roles())
                .contains(ADMINISTRATOR);
    }

    @Test
    void removingAsksFirst() {
        people.add("anna", "Anna Karst", STAFF);
        open("people/anna");
        press("Entfernen …");
        cancel();
        assertThat(people.findPerson(ANNA)).isPresent();
        press("Entfernen …");
        goOn();
        assertThat(people.findPerson(ANNA)).isEmpty();
        assertThat(page()).contains("Anna Karst ist entfernt.").contains("1 Person");
    }

    @Test
    void whoSignsInElsewhereHasNoPasswordHere() {
        var anna = people.add("anna", "Anna Karst", STAFF);
        people.put(new Person(
                anna.name(),
                anna.fullName(),
                "",
                anna.roles(),
                Origin.IDENTITY_PROVIDER,
                false,
                false,
                false,
                anna.createdAt(),
                Optional.of(NOON),
                1));
        open("people/anna");
        assertThat(page())
                .contains("Meldet sich beim Anmeldedienst der Stadt an.")
                .doesNotContain("Link für neues Passwort");
    }

    @Test
    void aPersonWhoForgotThePasswordGetsALink() {
        people.add("anna", "Anna Karst", STAFF);
        open("people/anna");
        press("Link für neues Passwort");
        assertThat(find(Code.class, code -> true).getText()).contains("/link#");
        assertThat(page()).contains("Bis dahin gilt das bisherige Passwort.");
        press("Fertig");
        assertThat(page()).doesNotContain("/link#");
    }

    @Test
    void openSessionsAreCountedAndLeadToTheirPage() {
        people.add("anna", "Anna Karst", STAFF);
        sessions.open("anna", "192.0.2.7", "Firefox, Linux");
        sessions.open("anna", "192.0.2.8", "Safari, iPhone");
        open("people/anna");
        follow("2 offene Sitzungen");
        assertThat(page()).contains("192.0.2.7").contains("Alle Sitzungen von anna beenden");
    }

    @Test
    void whoLeavesWithUnsavedChangesIsAsked() {
        people.add("anna", "Anna", STAFF);
        people.add("ben", "Ben", STAFF);
        open("people/anna");
        field("Name").setValue("Halbfertig");
        UI.getCurrent().navigate("people/ben");
        settle();
        cancel();
        assertThat(field("Name").getValue()).isEqualTo("Halbfertig");
        UI.getCurrent().navigate("people/ben");
        settle();
        goOn();
        assertThat(field("Name").getValue()).isEqualTo("Ben");
    }

    @ParameterizedTest
    @CsvSource({"nobody", "'<b>'", "'+x'"})
    void anAddressOfNobodySaysSo(String name) {
        open("people/" + name);
        assertThat(page())
                .contains("Diese Person gibt es nicht oder nicht mehr.")
                .contains("1 Person");
    }

    @Test
    void aNameWithAllItsSignsHasAPageOfItsOwn() {
        people.add("a.b_c+d-e@stadt.de", "Anna Karst", STAFF);
        open("people");
        follow("Anna Karst");
        assertThat(page()).contains("a.b_c+d-e@stadt.de · seit").doesNotContain("gibt es nicht");
    }

    @Test
    void ifTheDatabaseDoesNotAnswerThePageSaysSoAndWhatIsTypedStays() {
        people.add("anna", "Anna", STAFF);
        open("people/anna");
        field("Name").setValue("Anna Karst");
        people.goAway();
        press("Speichern");
        assertThat(page()).contains("Die Datenbank antwortet gerade nicht. Nichts wurde geändert");
        assertThat(field("Name").getValue()).isEqualTo("Anna Karst");
        open("people");
        assertThat(page()).contains("Die Datenbank antwortet gerade nicht.");
    }

    @Test
    void inEnglishToo() {
        speak(Locale.ENGLISH);
        people.add("anna", "Anna Karst", STAFF);
        open("people/anna");
        assertThat(page())
                .contains("2 people")
                .contains("Anna Karst anna Staff never")
                .contains("never signed in");
    }

    @Test
    @WithAnonymousUser
    void strangersSeeNobody() {
        open("people");
        assertThat(page()).contains("Anmelden").doesNotContain("Personen");
    }

    @Test
    @WithMockUser(
            username = "sam",
            roles = {"STAFF", "TECHNICIAN", "STRATEGY_EDITOR"})
    void nobodyButAdministratorsSeesPeople() {
        open("people/admin");
        assertThat(page()).contains("Dafür fehlt Ihnen eine Rolle").doesNotContain("Anmeldename", "Person einladen");
    }

    private Person anna() {
        return people.findPerson(ANNA).orElseThrow();
    }
}
