package city.cockpit.administration;

import city.cockpit.access.People.OneTimeLink;
import city.cockpit.uikit.ShownOnce;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import java.net.URI;
import java.util.Set;

/** A one-time link as it is to be handed on, with the address under which the administrator reaches the cockpit. */
final class LinkShown extends Composite<ShownOnce> {

    private static final Set<String> ONLY_HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Wording words;
    private final ShownOnce shown;
    private final OneTimeLink link;

    LinkShown(Wording words, String title, String explanation, OneTimeLink link, Runnable done) {
        this.words = words;
        this.link = link;
        this.shown = new ShownOnce(words, title, explanation, link.path(), done);
    }

    @Override
    protected ShownOnce initContent() {
        return shown;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().fetchCurrentURL(url -> {
            var address = URI.create(url.toString());
            shown.show(address.resolve(link.path()).toString());
            if (ONLY_HERE.contains(address.getHost())) shown.hint(words.text("people.link.only-here"));
        });
    }
}
