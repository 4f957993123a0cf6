package city.cockpit.administration;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.access.Role;
import city.cockpit.town.SavedTown;
import city.cockpit.town.TownHall;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.AbstractNumberField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithAnonymousUser;

/**
 * Whatever is typed into a text field of any page is text, stays text and breaks nothing. The pages come from Vaadin's list
 * of routes, so a new form is tried as well.
 */
class HostileFormsTests extends AdministrationTest {

    private static final String SCRIPT = "\"><img src=x onerror=alert(1)><script>alert(1)</script>";
    private static final Map<Boolean, List<String>> FORMS = new HashMap<>();
    private static final String OVER_LONG = "x".repeat(1_000_001);

    @Autowired
    TownHall town;

    private SavedTown before;

    @BeforeEach
    void remember() {
        before = town.now();
        people.add("anna", "Anna Karst", Role.STAFF);
    }

    /** The town is shared by all tests. */
    @AfterEach
    void bringBack() {
        town.save(town.now().version(), before.profile(), "test");
    }

    static Stream<String> texts() {
        return Stream.of(
                SCRIPT,
                "<b>fett</b>",
                "javascript:alert(1)",
                "nul \0 und \u001b[31m rot",
                "harmlos\u202egpj.exe",
                "'; DROP TABLE account; --",
                "{0} {1,choice,0#} '",
                "=cmd|' /C calc'!A0",
                "..%2f..%2fetc/passwd",
                "Zeile\nBcc: alle@stadt.de",
                "halbes Zeichen \ud83d");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatIsTypedIsTextAndBreaksNothing(String text) {
        for (var address : forms()) {
            open(address);
            send(text);
            assertThatItIsText(text, address);
        }
    }

    @Test
    void whatIsFarTooLongIsNotKept() {
        var everybody = people.listPeople();
        for (var address : forms()) {
            open(address);
            send(OVER_LONG);
        }
        assertThat(people.listPeople()).isEqualTo(everybody);
        assertThat(tokens.listTokens()).isEmpty();
        assertThat(town.now()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("texts")
    @WithAnonymousUser
    void theDoorsTakeEverythingAsTextToo(String text) {
        for (var address : forms()) {
            open(address);
            send(text);
            assertThatItIsText(text, address);
        }
    }

    @Test
    @WithAnonymousUser
    void theDoorsStandWhatIsFarTooLong() {
        for (var address : forms()) {
            open(address);
            send(OVER_LONG);
            assertThat(findAll(Component.class)).as(address).isNotEmpty();
        }
    }

    @Test
    void theFormsOfTheAdministrationAreAmongThem() {
        assertThat(forms())
                .contains(
                        "people",
                        "people?invite",
                        "people/anna",
                        "sessions",
                        "setup",
                        "tokens?new",
                        "account/password");
    }

    @Test
    void namesFromOutsideAreTextInTheListsToo() {
        people.add("mallory", SCRIPT, Role.STAFF);
        sessions.open("mallory", "192.0.2.66", SCRIPT);
        for (var address : List.of("people", "people/mallory", "sessions")) {
            open(address);
            assertThatItIsText(SCRIPT, address);
        }
        open("people");
        assertThat(page()).contains(SCRIPT);
    }

    /** The addresses of pages on which whoever asks may type something; found once, because that opens all pages. */
    private static List<String> forms() {
        return FORMS.computeIfAbsent(
                SecurityContextHolder.getContext().getAuthentication() instanceof AnonymousAuthenticationToken,
                anonymous -> addresses().stream()
                        .filter(HostileFormsTests::hasFields)
                        .toList());
    }

    private static boolean hasFields(String address) {
        UI.getCurrent().navigate(new Location(address).getPath(), new Location(address).getQueryParameters());
        return fields().findAny().isPresent() || findAll(Input.class).anyMatch(AdministrationTest::isShown);
    }

    /** Those that whoever asks may see, each with a part in the place of a parameter. */
    private static List<String> addresses() {
        var addresses = new ArrayList<>(List.of("people?invite", "tokens?new"));
        RouteConfiguration.forRegistry(VaadinService.getCurrent().getRouter().getRegistry())
                .getAvailableRoutes()
                .stream()
                .filter(route -> new AccessAnnotationChecker().hasAccess(route.getNavigationTarget()))
                .flatMap(HostileFormsTests::addresses)
                .forEach(addresses::add);
        return addresses;
    }

    private static Stream<String> addresses(RouteData route) {
        var plain = route.getTemplate().replaceAll("/?:[^/]*[?*][^/]*", "");
        var full = route.getTemplate().replaceAll(":[^/]+", "anna");
        return Stream.of(plain, full).distinct().filter(address -> !address.contains(":"));
    }

    private void send(String text) {
        fields().forEach(field -> field.setValue(text));
        findAll(Input.class).filter(AdministrationTest::isShown).forEach(field -> field.setValue(text));
        findAll(CheckboxGroup.class).filter(AdministrationTest::isShown).forEach(HostileFormsTests::chooseAll);
        settle();
        findAll(Button.class)
                .filter(button -> button.getThemeNames().contains(ButtonVariant.PRIMARY.getVariantName()))
                .filter(button -> button.isEnabled() && isShown(button))
                .toList()
                .forEach(Button::click);
        findAll(Form.class).filter(AdministrationTest::isShown).toList().forEach(HostileFormsTests::submit);
        settle();
    }

    @SuppressWarnings("unchecked") // all fields of this kind hold text, but for those that take nothing but numbers
    private static Stream<TextFieldBase<?, String>> fields() {
        return findAll(TextFieldBase.class)
                .filter(field -> !(field instanceof AbstractNumberField))
                .filter(AdministrationTest::isShown)
                .<TextFieldBase<?, String>>map(field -> (TextFieldBase<?, String>) field)
                .toList()
                .stream();
    }

    @SuppressWarnings("unchecked") // what a group offers it also takes
    private static void chooseAll(CheckboxGroup<?> group) {
        ((CheckboxGroup<Object>) group)
                .setValue(Set.copyOf(group.getListDataView().getItems().toList()));
    }

    private static void submit(Form form) {
        var element = form.getElement();
        element.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(element, "submit", JacksonUtils.createObjectNode()));
    }

    /** Markup reaches a page only as the property innerHTML or in the expression of a script. */
    private static void assertThatItIsText(String text, String address) {
        var page = UI.getCurrent();
        assertThat(markup(page.getElement())).as(address).noneMatch(html -> html.contains(text));
        assertThat(page.getInternals().dumpPendingJavaScriptInvocations())
                .as(address)
                .noneMatch(call -> call.getInvocation().getExpression().contains(text));
    }

    private static Stream<String> markup(Element element) {
        if (element.isTextNode()) return Stream.empty();
        return Stream.concat(
                Stream.of("innerHTML", "outerHTML", "srcdoc")
                        .filter(element::hasProperty)
                        .map(element::getProperty),
                element.getChildren().flatMap(HostileFormsTests::markup));
    }
}
