package city.cockpit.uikit;

import city.cockpit.measurement.Domain;
import city.cockpit.uikit.SiteMarker.Face;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The same as the map, as a table: site, district, what each domain says there. */
@Tag(Tag.DIV)
final class SiteList extends Component implements HasComponents {

    private final Wording words;
    private final NativeTableBody body = new NativeTableBody();
    private final Map<String, Row> rows = new HashMap<>();
    private List<String> order = List.of();
    private Optional<Domain> told = Optional.empty();

    SiteList(Wording words) {
        this.words = words;
        getElement().getClassList().add("site-list");
        var head = new NativeTableRow(heading("sites.site"), heading("sites.district"), heading("sites.values"));
        add(new NativeTable(new NativeTableHeader(head), body));
    }

    private NativeTableHeaderCell heading(String key) {
        var cell = new NativeTableHeaderCell(words.text(key));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    void show(List<SiteMarker> markers, Optional<Domain> domain) {
        var collator = Collator.getInstance(words.locale());
        var shown = markers.stream()
                .filter(marker -> marker.face(domain).isPresent())
                .sorted(Comparator.comparing(marker -> marker.site().title(), collator))
                .toList();
        arrange(shown.stream().map(marker -> marker.site().key()).toList());
        var all = !domain.equals(told);
        told = domain;
        for (var marker : shown)
            rows.computeIfAbsent(marker.site().key(), key -> new Row()).show(marker, domain, all);
    }

    private void arrange(List<String> keys) {
        if (keys.equals(order)) return;
        body.removeAll();
        rows.keySet().retainAll(keys);
        for (var key : keys) body.add(rows.computeIfAbsent(key, unknown -> new Row()));
        order = keys;
    }

    private static final class Row extends NativeTableRow {

        private final Anchor name = new Anchor("");
        private final NativeTableCell district = new NativeTableCell();
        private final UnorderedList values = new UnorderedList();
        private @Nullable SiteMarker shown;

        Row() {
            var header = new NativeTableHeaderCell(name);
            header.getElement().setAttribute("scope", "row");
            add(header, district, new NativeTableCell(values));
        }

        void show(SiteMarker marker, Optional<Domain> domain, boolean anyway) {
            if (marker.equals(shown) && !anyway) return;
            shown = marker;
            name.setText(marker.site().title());
            name.setHref("site/" + marker.site().key());
            district.setText(marker.site().district());
            values.removeAll();
            marker.faces().stream()
                    .filter(face -> domain.isEmpty() || face.domain() == domain.get())
                    .forEach(face -> values.add(item(face)));
        }

        private static ListItem item(Face face) {
            var icon = new Icon();
            icon.show(face.domain());
            var item = new ListItem(icon, new Span(face.quantity()));
            if (!face.verdict().isEmpty()) item.add(new Verdict(face));
            if (!face.doubt().isEmpty()) {
                var doubt = new Chip();
                doubt.doubt(face.doubt());
                item.add(doubt);
            }
            item.getElement().setAttribute("aria-label", face.words());
            return item;
        }
    }

    /** The word of a band or a state, as on a tile. */
    private static final class Verdict extends Span {

        Verdict(Face face) {
            super(face.verdict());
            addClassNames("band", "shaped");
            var look = face.look().name().toLowerCase(Locale.ROOT);
            switch (face.look()) {
                case SILENT, IMPLAUSIBLE, MAINTENANCE -> {
                    addClassName("none");
                    getElement().setAttribute("data-state", look);
                }
                case ALARM, WARNING, NOTICE, GOOD, PLAIN -> getElement().setAttribute("data-severity", look);
            }
        }
    }
}
