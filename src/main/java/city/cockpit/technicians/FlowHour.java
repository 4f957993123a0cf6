package city.cockpit.technicians;

import city.cockpit.ingest.Flow;
import city.cockpit.ingest.FlowMinute;
import city.cockpit.uikit.HourLine;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The last hour: how many readings a minute, how long they took, how many messages waited. */
final class FlowHour extends Div {

    private final Wording words;
    private final FlowTimes times;
    private final Figure rate;
    private final Figure latency;
    private final Figure backlog;

    FlowHour(Wording words) {
        this.words = words;
        this.times = new FlowTimes(words);
        rate = new Figure("dataflow.rate");
        latency = new Figure("dataflow.latency");
        backlog = new Figure("dataflow.backlog");
        addClassName("flow-hour");
        add(rate, latency, backlog);
    }

    void show(Flow flow) {
        var minute = FlowSentence.lastFullMinute(flow);
        rate.show(
                words.formats().count(minute.counts().stored()),
                words.text(
                        "dataflow.rate.now",
                        words.formats().count(minute.counts().received()),
                        words.formats().count(minute.counts().rejected())),
                line(flow, one -> OptionalDouble.of((double) one.counts().stored())));
        latency.show(
                minute.latency().map(it -> times.text(it.median())).orElse("–"),
                minute.latency()
                        .map(it -> words.text("dataflow.latency.now", times.text(it.most())))
                        .orElseGet(() -> words.text("dataflow.latency.none")),
                line(flow, FlowHour::millis));
        backlog.show(
                words.formats().count(flow.waiting()),
                words.text("dataflow.backlog.now", words.formats().count(mostWaiting(flow))),
                line(flow, one -> OptionalDouble.of((double) one.mostWaiting())));
    }

    private static OptionalDouble millis(FlowMinute minute) {
        return minute.latency().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(minute.latency().get().median().toNanos()
                        / (double) Duration.ofMillis(1).toNanos());
    }

    private static long mostWaiting(Flow flow) {
        return flow.minutes().stream().mapToLong(FlowMinute::mostWaiting).max().orElse(0);
    }

    private static List<OptionalDouble> line(Flow flow, Function<FlowMinute, OptionalDouble> value) {
        return flow.minutes().stream().map(value).toList();
    }

    private final class Figure extends Section {

        private final Span value = new Span();
        private final Paragraph sentence = new Paragraph();
        private final HourLine line = new HourLine();

        Figure(String key) {
            addClassName("panel");
            value.addClassName("value");
            var unit = new Span(words.text(key + ".unit"));
            unit.addClassName("unit");
            var number = new Div(value, unit);
            number.addClassName("number");
            var why = new Paragraph(words.text(key + ".why"));
            why.addClassName("why");
            add(new H2(words.text(key)), number, sentence, line, why);
        }

        void show(String text, String more, List<OptionalDouble> minutes) {
            value.setText(text);
            sentence.setText(more);
            line.show(minutes);
        }
    }
}
