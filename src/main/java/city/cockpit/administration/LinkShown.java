package city.cockpit.administration;

import city.cockpit.uikit.ShownOnce;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import java.net.URI;
import java.util.Set;

/** A link as it is to be handed on, with the address under which the administrator reaches the cockpit. */
final class LinkShown extends Composite<ShownOnce> {

    private static final Set<String> ONLY_HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Wording words;
    private final ShownOnce shown;
    private final String path;

    LinkShown(Wording words, String title, String explanation, String path, Runnable done) {
        this.words = words;
        this.path = path;
        this.shown = new ShownOnce(words, title, explanation, path, done);
    }

    @Override
    protected ShownOnce initContent() {
        return shown;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().fetchCurrentURL(url -> {
            var address = URI.create(url.toString());
            shown.show(address.resolve(path).toString());
            if (ONLY_HERE.contains(address.getHost())) shown.hint(words.text("people.link.only-here"));
        });
    }
}
