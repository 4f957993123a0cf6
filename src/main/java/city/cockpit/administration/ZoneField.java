package city.cockpit.administration;

import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.renderer.TextRenderer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A time zone, found by place or by the name of its time, with the time that it is there now. */
final class ZoneField extends ComboBox<ZoneId> {

    private final Wording words;
    private final InstantSource clock;

    ZoneField(Wording words, InstantSource clock, ZoneId inForce) {
        super(words.text("setup.zone"));
        this.words = words;
        this.clock = clock;
        setItems(this::matches, offered(inForce));
        setItemLabelGenerator(ZoneField::place);
        setRenderer(new TextRenderer<>(zone -> words.text("setup.zone.item", place(zone), time(zone), name(zone))));
        addValueChangeListener(change -> sayTime());
        sayTime();
    }

    /** The places that tz-data keeps, those of Europe first. */
    private static List<ZoneId> offered(ZoneId inForce) {
        return Stream.concat(
                        Stream.of(inForce, ZoneId.of("UTC")),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                                .map(ZoneId::of))
                .distinct()
                .sorted(Comparator.comparing((ZoneId zone) -> !zone.getId().startsWith("Europe/"))
                        .thenComparing(ZoneId::getId))
                .toList();
    }

    private boolean matches(ZoneId zone, String typed) {
        var wanted = typed.toLowerCase(Locale.ROOT);
        return (place(zone) + " " + zone.getId() + " " + name(zone))
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    private void sayTime() {
        var zone = getValue();
        setHelperText(zone == null ? "" : words.text("setup.zone.now", time(zone), name(zone)));
    }

    private String time(ZoneId zone) {
        Instant now = clock.instant();
        return DateTimeFormatter.ofPattern("HH:mm", words.locale()).format(now.atZone(zone));
    }

    private String name(ZoneId zone) {
        return zone.getDisplayName(TextStyle.FULL, words.locale());
    }

    private static String place(ZoneId zone) {
        return zone.getId().replace('_', ' ');
    }
}
