package city.cockpit.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.stream.Stream;

/** A table on a card; on a telephone each row is an entry of its own whose values say what they are. */
public final class Rows extends Div {

    private final List<String> headings;
    private final NativeTableBody body = new NativeTableBody();

    /** @param keys of the headings, the one of what a row is about first */
    public Rows(Wording words, String... keys) {
        headings = Stream.of(keys).map(words::text).toList();
        addClassName("rows");
        var head = new NativeTableRow();
        for (var heading : headings) {
            var cell = new NativeTableHeaderCell(heading);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        super.add(new NativeTable(new NativeTableHeader(head), body));
    }

    public void clear() {
        body.removeAll();
        setVisible(false);
    }

    /** Adds a row with one cell for each heading. */
    public NativeTableRow addRow(Component about, Component... cells) {
        var name = new NativeTableHeaderCell(about);
        name.getElement().setAttribute("scope", "row");
        var row = new NativeTableRow(name);
        for (var i = 0; i < cells.length; i++) {
            var cell = new NativeTableCell(cells[i]);
            cell.getElement().setAttribute("data-heading", headings.get(i + 1));
            row.add(cell);
        }
        body.add(row);
        setVisible(true);
        return row;
    }

    /**
     * What goes into a cell of two lines.
     *
     * @param note stands below, smaller
     */
    public static Div both(Component what, String note) {
        var both = new Div(what, Mould.span("site-note", note));
        both.addClassName("rows-both");
        return both;
    }

    /** Brings a row to the top. */
    public void lift(NativeTableRow row) {
        body.addComponentAsFirst(row);
    }

    /** Takes a row away; without rows there is no table. */
    public void remove(NativeTableRow row) {
        body.remove(row);
        setVisible(body.getComponentCount() > 0);
    }
}
