package city.cockpit.technicians;

import city.cockpit.access.Role;
import city.cockpit.ingest.hook.WebHook;
import city.cockpit.ingest.hook.WebHooks;
import city.cockpit.ingest.hook.WebHooks.Use;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Beat;
import city.cockpit.uikit.Beneath;
import city.cockpit.uikit.CopiedText;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** The addresses to which others send messages by HTTP, ready to copy, with what came there. */
@Beneath("connections")
@Route(value = "webhooks", layout = AdministrationLayout.class)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class WebHooksView extends Main implements HasDynamicTitle {

    private final Wording words;
    private final WebHooks hooks;
    private final InstantSource clock;
    private final Map<WebHook, Paragraph> uses = new EnumMap<>(WebHook.class);

    WebHooksView(Wordings wordings, WebHooks hooks, Beat beat, AuthenticationContext visitor, InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.hooks = hooks;
        this.clock = clock;
        addClassName("web-hooks");
        var lead = new Paragraph(words.text("hooks.lead"));
        lead.addClassName("lead");
        add(new H1(words.text("hooks.title")), lead, key(visitor.hasRole(Role.Name.ADMINISTRATOR)));
        var cards = new Div();
        cards.addClassName("hook-cards");
        for (var hook : WebHook.values()) cards.add(card(hook));
        add(cards, new SeeAlso(words, words.text("hooks.strangers"), "inbox", "see-also.inbox"));
        beat.follow(this, this::look);
    }

    private Paragraph key(boolean administrator) {
        var key = new Paragraph(words.text(administrator ? "hooks.key" : "hooks.key.ask"));
        key.addClassName("see-also");
        if (administrator) key.add(new Anchor("tokens?new", words.text("hooks.key.make")));
        return key;
    }

    private Section card(WebHook hook) {
        var name = words.text("hook." + hook);
        var address = new CopiedText(words);
        address.show("{address}", hook.path().substring(1));
        var steps = new OrderedList();
        for (var step = 1; ; step++) {
            var text = words.findText("hook.%s.step.%d".formatted(hook, step));
            if (text.isEmpty()) break;
            steps.add(new ListItem(text.get()));
        }
        var use = new Paragraph();
        use.addClassName("panel-note");
        use.getElement().setAttribute("role", "status");
        uses.put(hook, use);
        var note = new Paragraph(words.text("hook." + hook + ".note"));
        note.addClassName("panel-note");
        var card = new Section(new H2(name), address, use, steps, note);
        card.addClassName("panel");
        card.getElement().setAttribute("aria-label", name);
        return card;
    }

    private void look() {
        var now = clock.instant();
        hooks.now().forEach((hook, use) -> show(hook, use, now));
    }

    private void show(WebHook hook, Use use, Instant now) {
        var line = uses.get(hook);
        if (line == null) return;
        var text = use.lastAt()
                .map(last -> words.text(
                        "hooks.use",
                        words.formats().moment(last, now),
                        words.formats().count(use.taken()),
                        words.formats().count(use.unusable()),
                        words.formats().count(use.sentAway())))
                .orElseGet(() -> words.text("hooks.unused"));
        if (!text.equals(line.getText())) line.setText(text);
    }

    @Override
    public String getPageTitle() {
        return words.text("hooks.title");
    }
}
