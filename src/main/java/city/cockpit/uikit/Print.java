package city.cockpit.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a component looks, for pages that show it without having it: its shape as HTML and, apart from that, what changes often:
 * the texts and some attributes, in the order of the document. One serves all pages that show the same; what differs from the
 * one before is found out once, too. {@code city-printed.ts} puts it together. Safe on any thread.
 */
final class Print implements Feed.Edition<Print> {

    /** Attributes that change while the shape does not. */
    private static final Set<String> CHANGING =
            Set.of("aria-label", "high", "href", "low", "points", "since", "style", "title");

    /** Names those of an element, in their order. */
    private static final String NAMES = "data-changing";

    /** Stands where a text is: an empty one would be lost in HTML. */
    private static final String TEXT = "·";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final OutputSettings COMPACT = new OutputSettings().prettyPrint(false);

    private final String shape;
    private final List<String> texts;
    private final List<String> attributes;
    private final News<Print, ObjectNode> news = new News<>();

    private Print(String shape, List<String> texts, List<String> attributes) {
        this.shape = shape;
        this.texts = List.copyOf(texts);
        this.attributes = List.copyOf(attributes);
    }

    /** Of what is within the component; what is hidden is not there. */
    static Print of(Component component) {
        var press = new Press();
        component.getElement().getChildren().forEach(child -> press.add(press.page, child));
        return new Print(press.html(), press.texts(), press.attributes);
    }

    @Override
    public ObjectNode since(@Nullable Print before) {
        return before == null ? tell(null) : news.since(before, this::tell);
    }

    private ObjectNode tell(@Nullable Print before) {
        var json = JSON.objectNode();
        var old = before != null && before.shape.equals(shape) ? before : null;
        if (old == null) json.put("shape", shape);
        json.set("texts", differing(texts, old == null ? List.of() : old.texts));
        json.set("attributes", differing(attributes, old == null ? List.of() : old.attributes));
        return json;
    }

    /** By their places. */
    private static ObjectNode differing(List<String> now, List<String> before) {
        var json = JSON.objectNode();
        IntStream.range(0, now.size())
                .filter(place -> before.isEmpty() || !now.get(place).equals(before.get(place)))
                .forEach(place -> json.put(String.valueOf(place), now.get(place)));
        return json;
    }

    /** Takes a component apart. */
    private static final class Press {

        private final org.jsoup.nodes.Element page = new org.jsoup.nodes.Element("div");
        private final List<StringBuilder> texts = new ArrayList<>();
        private final List<String> attributes = new ArrayList<>();

        private String html() {
            var document = new org.jsoup.nodes.Document("").outputSettings(COMPACT);
            document.appendChild(page);
            return page.html();
        }

        private List<String> texts() {
            return texts.stream().map(StringBuilder::toString).toList();
        }

        private void add(org.jsoup.nodes.Element parent, Element child) {
            if (child.isTextNode()) addText(parent, child.getText());
            else if (child.isVisible()) addElement(parent, child);
        }

        /** Two texts side by side would be one in HTML. */
        private void addText(org.jsoup.nodes.Element parent, String text) {
            var isOneWithTheLast =
                    parent.childNodeSize() > 0 && parent.childNode(parent.childNodeSize() - 1) instanceof TextNode;
            if (isOneWithTheLast) {
                texts.getLast().append(text);
                return;
            }
            texts.add(new StringBuilder(text));
            parent.appendChild(new TextNode(TEXT));
        }

        private void addElement(org.jsoup.nodes.Element parent, Element child) {
            var element = parent.appendElement(child.getTag());
            var names = child.getAttributeNames().sorted().toList();
            var changing = names.stream().filter(CHANGING::contains).toList();
            for (var name : names) if (!CHANGING.contains(name)) element.attr(name, child.getAttribute(name));
            for (var name : changing) attributes.add(child.getAttribute(name));
            if (!changing.isEmpty()) element.attr(NAMES, String.join(" ", changing));
            child.getChildren().forEach(one -> add(element, one));
        }
    }
}
