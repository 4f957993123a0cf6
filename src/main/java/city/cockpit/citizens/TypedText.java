package city.cockpit.citizens;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text as somebody typed it into the settings of the town. An empty line parts paragraphs, a paragraph that begins with
 * {@code # } is a heading, one whose lines all begin with {@code - } is a list, and addresses on the net are links. Nothing
 * else of it is more than text.
 */
final class TypedText {

    private static final Pattern ADDRESS = Pattern.compile("https://[^\\s<>\"]*[^\\s<>\".,;:!?)]");
    private static final String HEADING = "# ";
    private static final String ENTRY = "- ";

    private TypedText() {}

    static List<Component> of(String text) {
        return Stream.of(text.split("\n\\s*\n")).map(TypedText::part).toList();
    }

    private static Component part(String text) {
        if (text.startsWith(HEADING) && text.lines().count() == 1) return new H2(text.substring(HEADING.length()));
        if (text.lines().allMatch(line -> line.startsWith(ENTRY))) return list(text);
        return lines(text);
    }

    private static UnorderedList list(String text) {
        var list = new UnorderedList();
        text.lines().map(line -> line.substring(ENTRY.length())).forEach(entry -> {
            var item = new ListItem();
            fill(item, entry);
            list.add(item);
        });
        return list;
    }

    /** As they are, in one paragraph. */
    static Paragraph lines(String text) {
        var paragraph = new Paragraph();
        paragraph.addClassName("lines");
        fill(paragraph, text);
        return paragraph;
    }

    private static void fill(HtmlContainer place, String text) {
        var address = ADDRESS.matcher(text);
        var end = 0;
        while (address.find()) {
            place.add(text.substring(end, address.start()));
            place.add(new Anchor(address.group(), address.group()));
            end = address.end();
        }
        place.add(text.substring(end));
    }
}
