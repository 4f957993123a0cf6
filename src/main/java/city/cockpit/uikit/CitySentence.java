package city.cockpit.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;

/** The sentence above the tiles. What it names leads to its place on the same page. */
public final class CitySentence extends H1 {

    private final String page;
    private List<CityWords.Part> shown = List.of();

    /** @param page path of the page with the tiles, relative to the base of the site */
    public CitySentence(String page) {
        this.page = page;
        addClassName("sentence");
        // Only the browser knows the place, and the address must not change.
        getElement().executeJs("""
                this.addEventListener('click', event => {
                  const place = document.getElementById(event.target.closest('a')?.hash.slice(1));
                  if (!place) return;
                  event.preventDefault();
                  place.querySelector('a')?.focus();
                  place.scrollIntoView({ block: 'nearest' });
                })""");
    }

    /** Shows the parts; nothing is sent to the browser while they stay the same. */
    public void show(List<CityWords.Part> parts) {
        if (parts.equals(shown)) return;
        removeAll();
        parts.forEach(part -> add(component(part)));
        shown = parts;
    }

    private Component component(CityWords.Part part) {
        var component = part.target()
                .<com.vaadin.flow.component.HtmlContainer>map(anchor -> link(part.text(), anchor))
                .orElseGet(() -> new Span(part.text()));
        var severity = part.severity().name().toLowerCase(Locale.ROOT);
        if (part.target().isPresent() || !severity.equals("good")) component.addClassName("remark");
        component.getElement().setAttribute("data-severity", severity);
        return component;
    }

    private Anchor link(String text, String anchor) {
        var link = new Anchor(page + "#" + anchor, text);
        link.setRouterIgnore(true);
        return link;
    }
}
