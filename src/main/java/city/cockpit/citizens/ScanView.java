package city.cockpit.citizens;

import city.cockpit.access.Role;
import city.cockpit.label.Scans;
import city.cockpit.label.Scans.Scanned;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;

/**
 * Where the label of a sensor leads: people to the page of its site, whoever looks after sensors to the page of the sensor.
 * Where there is nothing to see, a sentence says so.
 */
@Route(value = "s/:code", layout = CockpitLayout.class)
@AnonymousAllowed
final class ScanView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Wording words;
    private final Scans scans;
    private final AuthenticationContext visitor;

    ScanView(Wordings wordings, Scans scans, AuthenticationContext visitor) {
        this.words = wordings.ofThisPage();
        this.scans = scans;
        this.visitor = visitor;
        addClassName("scan");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var behind =
                event.getRouteParameters().get("code").map(scans::listBehind).orElse(List.of());
        if (behind.isEmpty()) throw new NotFoundException();
        if (behind.size() > 1) choose(behind);
        else if (looksAfterSensors()) event.forwardTo(service(behind.getFirst()));
        else if (isToBeSeen(behind.getFirst())) event.forwardTo(site(behind.getFirst()));
        else explain(behind.getFirst());
    }

    private boolean looksAfterSensors() {
        return visitor.hasAnyRole(Role.Name.TECHNICIAN, Role.Name.ADMINISTRATOR);
    }

    private boolean isToBeSeen(Scanned sensor) {
        return sensor.measures() && !sensor.retired() && (sensor.forEverybody() || visitor.isAuthenticated());
    }

    private static String service(Scanned sensor) {
        return "sensors/" + sensor.sensor();
    }

    private static String site(Scanned sensor) {
        return "site/" + sensor.siteKey();
    }

    /** Two labels with the same code: one town in twenty thousand has them. */
    private void choose(List<Scanned> behind) {
        var list = new UnorderedList();
        behind.stream()
                .filter(sensor -> looksAfterSensors() || isToBeSeen(sensor))
                .forEach(sensor -> list.add(
                        new ListItem(new Anchor(looksAfterSensors() ? service(sensor) : site(sensor), sensor.name()))));
        add(new H1(words.text("scan.which")), list);
    }

    private void explain(Scanned sensor) {
        var why = !sensor.forEverybody() ? "internal" : sensor.retired() ? "retired" : "new";
        add(
                new H1(words.text("scan." + why)),
                new Paragraph(words.text("scan." + why + ".why")),
                new Anchor("", words.text("scan.overview")));
        if (!visitor.isAuthenticated()) {
            // The name of what is not public stands nowhere on this page.
            var staff =
                    new Paragraph(new Span(words.text("scan.staff")), new Anchor("login", words.text("scan.sign-in")));
            staff.addClassName("see-also");
            add(staff);
        }
    }

    @Override
    public String getPageTitle() {
        return words.text("scan.title");
    }
}
