package city.cockpit.explorer;

import city.cockpit.measurement.Interval;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** How complete the series of a site are, and the gaps of the last days. */
final class SiteRecords extends Section {

    /** More gaps than that are counted, not named. */
    private static final int MOST_GAPS = 5;

    private final Wording words;
    private final ProofWords says;
    private final Rows rows;
    private final Paragraph incomplete;

    SiteRecords(Wording words) {
        this.words = words;
        this.says = new ProofWords(words);
        this.rows = new Rows(words, "records.series", "records.day", "records.week", "records.month", "records.gaps");
        this.incomplete = new Paragraph(words.text("course.incomplete"));
        addClassName("site-records");
        add(new H2(words.text("records.title")), new Paragraph(words.text("records.lead")), rows, incomplete);
        setVisible(false);
    }

    void show(SitePast past) {
        rows.clear();
        for (var one : past.records())
            rows.addRow(
                    new Span(one.series().property().name(words.locale())),
                    new Span(says.percent(one.day())),
                    new Span(says.percent(one.week())),
                    new Span(says.percent(one.month())),
                    gaps(one));
        incomplete.setVisible(past.records().stream().anyMatch(one -> !one.isComplete()));
        setVisible(rows.isVisible());
    }

    private Component gaps(SitePast.Completeness one) {
        if (one.gaps().isEmpty()) return new Span(words.text("records.no-gaps"));
        var list = new UnorderedList();
        one.gaps().stream().limit(MOST_GAPS).forEach(gap -> list.add(new ListItem(text(gap))));
        if (one.gaps().size() > MOST_GAPS)
            list.add(new ListItem(words.text("records.more", (long) one.gaps().size() - MOST_GAPS)));
        return list;
    }

    private String text(Interval gap) {
        var far = gap.to().plusSeconds(3 * 86_400L);
        return words.text(
                "records.gap",
                words.formats().minute(gap.from(), far),
                words.formats().minute(gap.to(), gap.from()),
                gap.length().toHours());
    }
}
