package city.cockpit.technicians;

import city.cockpit.ingest.kept.RefusalGroup;
import city.cockpit.onboarding.DraftField;
import city.cockpit.uikit.SearchField;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The ways to a draft: a pasted message, a sender of the inbox, the code on a device, and for many at once a table. */
final class WaysPanel extends Section {

    static final String TABLE = "sensors/import";

    /** How the device is told. */
    enum Way {
        PASTE,
        INBOX,
        SCAN
    }

    /** Of more senders somebody searches. */
    private static final int MOST_SHOWN = 30;

    private final Wording words;
    private final Consumer<RefusalGroup> picked;
    private final Map<Way, NativeButton> ways = new EnumMap<>(Way.class);
    private final Map<Way, Component> panels = new EnumMap<>(Way.class);
    private final Div senders = new Div();
    private final Paragraph none = new Paragraph();
    private final SearchField search;
    private final Map<String, SenderButton> shown = new HashMap<>();
    private List<RefusalGroup> newest = List.of();
    private Way open = Way.PASTE;

    /**
     * @param picked gets the sender that was chosen
     * @param scanned gets the text of a code
     */
    WaysPanel(Wording words, DraftFields fields, Consumer<RefusalGroup> picked, Consumer<String> scanned) {
        this.words = words;
        this.picked = picked;
        search = new SearchField(words.text("inbox.search"), this::showSenders);
        var choice = new Div();
        choice.addClassName("ways");
        for (var way : Way.values()) {
            var button = new NativeButton(words.text("way." + way), click -> open(way));
            button.addClassName("way-choice");
            ways.put(way, button);
            choice.add(button);
        }
        var table = new Anchor(TABLE, words.text("way.TABLE"));
        table.addClassName("way-choice");
        choice.add(table);
        panels.put(Way.PASTE, paste(fields));
        panels.put(Way.INBOX, inbox());
        panels.put(Way.SCAN, scan(scanned));
        addClassNames("panel", "panel-form", "ways-panel");
        add(new H2(words.text("way.title")), choice);
        panels.values().forEach(this::add);
        open(Way.PASTE);
    }

    private Component paste(DraftFields fields) {
        var topic = fields.text(DraftField.SAMPLE_TOPIC);
        topic.setWidthFull();
        topic.setMaxLength(200);
        var text = fields.area(DraftField.SAMPLE_TEXT);
        text.setWidthFull();
        text.setMinRows(4);
        text.setMaxRows(12);
        text.setMaxLength(20_000);
        text.addClassName("sample-text");
        var panel = new Div(text, topic);
        panel.addClassName("way-panel");
        return panel;
    }

    private Component inbox() {
        senders.addClassName("senders");
        senders.getElement().setAttribute("role", "group");
        senders.getElement().setAttribute("aria-label", words.text("way.INBOX"));
        none.addClassName("panel-note");
        none.setText(words.text("inbox.loading"));
        var panel = new Div(search, none, senders);
        panel.addClassName("way-panel");
        search.setVisible(false);
        return panel;
    }

    private Component scan(Consumer<String> scanned) {
        var about = new Paragraph(words.text("scan.about"));
        about.addClassName("panel-note");
        var text = new TextField(words.text("scan.text"));
        text.setHelperText(words.text("scan.text.help"));
        text.setWidthFull();
        text.setMaxLength(500);
        text.addValueChangeListener(typed -> {
            if (typed.isFromClient() && !typed.getValue().isBlank()) scanned.accept(typed.getValue());
        });
        var panel = new Div(about, new CodeScanner(words, scanned), text);
        panel.addClassName("way-panel");
        return panel;
    }

    void open(Way way) {
        open = way;
        panels.forEach((one, panel) -> panel.setVisible(one == way));
        ways.forEach((one, button) -> button.getElement().setAttribute("aria-pressed", Boolean.toString(one == way)));
    }

    boolean isInboxOpen() {
        return open == Way.INBOX;
    }

    /** Nobody is asked for the inbox while it cannot be read. */
    void unavailable() {
        if (newest.isEmpty()) none.setText(words.text("inbox.unavailable"));
    }

    void show(List<RefusalGroup> unknown, Instant now) {
        newest = unknown;
        showSenders();
        shown.forEach((name, button) -> button.tick(now));
    }

    /** A sender keeps its place while somebody aims at it: new ones come on top, others only change their words. */
    private void showSenders() {
        var wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        var fitting = newest.stream()
                .filter(sender -> (sender.sender() + " " + sender.topic())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .limit(MOST_SHOWN)
                .toList();
        Set<String> names = fitting.stream().map(RefusalGroup::sender).collect(Collectors.toSet());
        shown.entrySet().removeIf(entry -> {
            if (names.contains(entry.getKey())) return false;
            senders.remove(entry.getValue());
            return true;
        });
        for (var sender : fitting.reversed()) {
            var known = shown.get(sender.sender());
            if (known != null) known.show(sender);
            else {
                var made = new SenderButton(sender);
                shown.put(sender.sender(), made);
                senders.addComponentAsFirst(made);
            }
        }
        search.setVisible(newest.size() > 5);
        none.setText(words.text(
                newest.isEmpty() ? "way.INBOX.none" : fitting.isEmpty() ? "inbox.search.none" : "way.INBOX.choose"));
    }

    /** A sender that was heard. */
    private final class SenderButton extends NativeButton {

        private final Span name = new Span();
        private final Span where = new Span();
        private RefusalGroup sender;

        private SenderButton(RefusalGroup sender) {
            this.sender = sender;
            name.addClassName("sender-name");
            where.addClassName("sender-where");
            addClassName("heard-sender");
            add(name, where);
            addClickListener(click -> picked.accept(this.sender));
            name.setText(sender.sender());
        }

        private void show(RefusalGroup next) {
            sender = next;
        }

        private void tick(Instant now) {
            where.setText(words.text(
                    "way.INBOX.sender",
                    sender.topic(),
                    sender.messages(),
                    words.formats().moment(sender.lastAt(), now)));
        }
    }

    /** Where the page was left: for whoever comes back. */
    void openFor(String way) {
        for (var one : Way.values()) if (one.name().equals(way)) open(one);
    }
}
