package city.cockpit.technicians;

import city.cockpit.ingest.Flow;
import city.cockpit.ingest.FlowMinute;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.stream.Stream;

/**
 * The minutes of the last hour that are over, in numbers, the newest first: for those who do not see the lines and those
 * who copy them. Written only while it is open, once a minute.
 */
final class FlowTable extends NativeDetails {

    private static final List<String> HEADINGS = List.of(
            "dataflow.table.minute",
            "dataflow.received",
            "dataflow.stored",
            "dataflow.duplicate",
            "dataflow.rejected",
            "dataflow.table.median",
            "dataflow.table.most",
            "dataflow.table.waiting");

    private final Wording words;
    private final FlowTimes times;
    private final NativeTableBody body = new NativeTableBody();
    private List<FlowMinute> minutes = List.of();
    private List<FlowMinute> written = List.of();

    FlowTable(Wording words) {
        this.words = words;
        this.times = new FlowTimes(words);
        setSummaryText(words.text("dataflow.table"));
        var head = new NativeTableRow();
        for (var heading : HEADINGS) head.add(new NativeTableHeaderCell(words.text(heading)));
        var frame = new Div(new NativeTable(new NativeTableHeader(head), body));
        frame.addClassName("scroll");
        frame.getElement().setAttribute("role", "region");
        frame.getElement().setAttribute("aria-label", words.text("dataflow.table"));
        frame.getElement().setAttribute("tabindex", "0");
        setContent(frame);
        addClassName("panel");
        addToggleListener(toggled -> write());
    }

    void show(Flow flow) {
        minutes = flow.minutes().subList(0, flow.minutes().size() - 1).reversed();
        write();
    }

    private void write() {
        if (!isOpen() || written.equals(minutes)) return;
        written = minutes;
        body.removeAll();
        minutes.forEach(minute -> body.add(row(minute)));
    }

    private NativeTableRow row(FlowMinute minute) {
        var row = new NativeTableRow();
        var counts = minute.counts();
        Stream.of(
                        words.formats().minute(minute.start(), minute.start()),
                        words.formats().count(counts.received()),
                        words.formats().count(counts.stored()),
                        words.formats().count(counts.duplicate()),
                        words.formats().count(counts.rejected()),
                        minute.latency().map(it -> times.text(it.median())).orElse("–"),
                        minute.latency().map(it -> times.text(it.most())).orElse("–"),
                        words.formats().count(minute.mostWaiting()))
                .map(NativeTableCell::new)
                .forEach(row::add);
        return row;
    }
}
