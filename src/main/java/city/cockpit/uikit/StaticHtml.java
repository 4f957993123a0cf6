package city.cockpit.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jsoup.nodes.TextNode;

/**
 * Writes components as HTML that reads right before any script runs, or without one: what the scripts would add to
 * {@link Age} and {@link Sparkline} stands there already, and what needs the server's answer rests.
 */
final class StaticHtml {

    /** Where the link to the content leads. */
    static final String CONTENT = "first-content";

    private final Wording words;
    private final Instant now;

    StaticHtml(Wording words, Instant now) {
        this.words = words;
        this.now = now;
    }

    org.jsoup.nodes.Element of(Component component) {
        return element(component.getElement());
    }

    private org.jsoup.nodes.Element element(Element element) {
        var html = new org.jsoup.nodes.Element(element.getTag());
        element.getAttributeNames().forEach(name -> html.attr(name, element.getAttribute(name)));
        content(element).forEach(child -> add(html, child));
        switch (element.getTag()) {
            case Age.TAG -> html.text(age(element.getAttribute("since")));
            case Sparkline.TAG -> TrailPath.of(element.getAttribute("points")).ifPresent(html::appendChild);
            case "button" -> html.attr("disabled", true);
            case "main" -> html.id(CONTENT);
            case "a" -> skip(html);
            default -> {}
        }
        return html;
    }

    private static Stream<Element> content(Element element) {
        return element.getComponent()
                .filter(Printed.class::isInstance)
                .map(Printed.class::cast)
                .flatMap(Printed::look)
                .map(Component::getElement)
                .orElse(element)
                .getChildren();
    }

    private void add(org.jsoup.nodes.Element parent, Element child) {
        if (child.isTextNode()) parent.appendChild(new TextNode(child.getText()));
        else if (child.isVisible()) parent.appendChild(element(child));
    }

    private static void skip(org.jsoup.nodes.Element link) {
        if (link.hasClass("skip")) link.attr("href", "#" + CONTENT);
    }

    private String age(String since) {
        if (since.isEmpty()) return "";
        return SpokenAge.of(Duration.between(Instant.ofEpochMilli(Long.parseLong(since)), now), words);
    }
}
