package city.cockpit.technicians;

import city.cockpit.fleet.SensorHealth;
import city.cockpit.measurement.SensorId;
import city.cockpit.registry.Phase;
import city.cockpit.registry.Visibility;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Sensors as rows, each the way to its page. However many there are, only those in sight are in the browser; a row changes in
 * place.
 */
final class SensorRows extends Div {

    private static final String ROW = """
            <a class="sensor-row" href="${item.href}">
              <span class="sensor-name"><b>${item.name}</b><small>${item.about}</small></span>
              <span class="sensor-where">${item.where}</span>
              <span class="sensor-how">
                <span class="band ${item.plain}" data-severity="${item.severity}"><span class="shape" aria-hidden="true"></span>${item.how}</span>
                <small>${item.since}</small>
              </span>
              <span class="sensor-heard"><small>${item.heardLabel}</small> ${item.heard}</span>
              <span class="sensor-complete"><small>${item.completeLabel}</small> ${item.complete}</span>
            </a>""";

    /** So many rows come with the page; a high screen shows some 20. */
    private static final int FIRST = 40;

    private final Wording words;
    private final FindingWords findings;
    private final VirtualList<SensorHealth> list = new VirtualList<>();
    private final CallbackDataProvider<SensorHealth, Void> provider;
    private List<SensorHealth> shown = List.of();
    private Instant now = Instant.EPOCH;

    SensorRows(Wording words) {
        this.words = words;
        this.findings = new FindingWords(words);
        provider = new CallbackDataProvider<>(
                query -> shown.stream().skip(query.getOffset()).limit(query.getLimit()),
                query -> shown.size(),
                one -> one.sensor().id());
        list.setDataProvider(provider);
        // Else the browser asks for them once it has drawn the list without any, which takes as long as all the rest.
        list.getDataCommunicator().setViewportRange(0, FIRST);
        list.setRenderer(renderer());
        list.getElement().setAttribute("aria-label", words.text("sensors.title"));
        list.addClassName("sensor-list");
        var head = new Div();
        for (var heading :
                List.of("sensors.sensor", "sensors.site", "sensors.how", "sensors.heard", "sensors.complete"))
            head.add(new Span(words.text(heading)));
        head.addClassName("sensor-head");
        head.getElement().setAttribute("aria-hidden", "true");
        addClassName("sensor-rows");
        add(head, list);
    }

    private LitRenderer<SensorHealth> renderer() {
        return LitRenderer.<SensorHealth>of(ROW)
                .withProperty("href", one -> "sensors/" + one.sensor().id())
                .withProperty("name", one -> one.sensor().name())
                .withProperty("about", this::about)
                .withProperty("where", this::where)
                .withProperty("how", this::how)
                .withProperty("plain", one -> isPlain(one) ? "none" : "")
                .withProperty("severity", SensorRows::severity)
                .withProperty("since", this::since)
                .withProperty("heardLabel", one -> words.text("sensors.heard"))
                .withProperty("heard", this::heard)
                .withProperty("completeLabel", one -> words.text("sensors.complete"))
                .withProperty("complete", one -> share(one.complete().week()));
    }

    /** Those that are in sight are sent; while the order stays, only what changed of them. */
    void show(List<SensorHealth> next, Instant at) {
        var before = shown;
        shown = next;
        now = at;
        list.setVisible(!next.isEmpty());
        if (!sameOrder(before, next)) {
            provider.refreshAll();
            return;
        }
        IntStream.range(0, next.size())
                .filter(i -> isInBrowser(next.get(i)) && !looksSame(before.get(i), next.get(i)))
                .forEach(i -> provider.refreshItem(next.get(i)));
    }

    private boolean isInBrowser(SensorHealth one) {
        return list.getDataCommunicator().getKeyMapper().has(one);
    }

    private static boolean sameOrder(List<SensorHealth> one, List<SensorHealth> other) {
        return one.size() == other.size()
                && IntStream.range(0, one.size()).allMatch(i -> id(one.get(i)).equals(id(other.get(i))));
    }

    private static SensorId id(SensorHealth one) {
        return one.sensor().id();
    }

    /** Readings come every second, and a row tells minutes. */
    private static boolean looksSame(SensorHealth one, SensorHealth other) {
        return one.findings().equals(other.findings())
                && one.complete().equals(other.complete())
                && one.sensor().equals(other.sensor())
                && one.place().equals(other.place())
                && minuteHeard(one).equals(minuteHeard(other));
    }

    private static Optional<Instant> minuteHeard(SensorHealth one) {
        return one.lastHeard().map(last -> last.truncatedTo(ChronoUnit.MINUTES));
    }

    List<SensorHealth> shown() {
        return shown;
    }

    private String about(SensorHealth one) {
        var device = one.sensor().device();
        var what = device.model().isEmpty() ? device.kind() : device.model();
        var name = one.sensor().title().isEmpty() ? "" : one.sensor().id().value();
        return what.isEmpty() || name.isEmpty() ? what + name : name + " · " + what;
    }

    private String where(SensorHealth one) {
        return one.place()
                .map(place -> place.site().district().isEmpty()
                        ? place.site().title()
                        : place.site().title() + ", " + place.site().district())
                .orElse(one.sensor().siteKey());
    }

    private static boolean isPlain(SensorHealth one) {
        return one.sensor().phase() != Phase.ACTIVE;
    }

    private static String severity(SensorHealth one) {
        if (isPlain(one)) return "";
        return one.worst().map(FindingWords::severity).orElse("good");
    }

    private String how(SensorHealth one) {
        if (isPlain(one)) return words.text("phase." + one.sensor().phase());
        return one.worst().map(findings::name).orElseGet(() -> words.text("sensors.well"));
    }

    private String since(SensorHealth one) {
        var more = one.findings().size() - 1L;
        var since = one.worst().map(finding -> findings.since(finding, now)).orElse("");
        var also = more > 0 ? words.text("sensors.more-findings", more) : "";
        var internal = one.sensor().visibility() == Visibility.INTERNAL ? words.text("visibility.INTERNAL") : "";
        return String.join(
                " · ",
                List.of(since, also, internal).stream()
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private String heard(SensorHealth one) {
        return one.lastHeard().map(last -> words.formats().minute(last, now)).orElse("–");
    }

    private String share(OptionalDouble share) {
        return share.isPresent() ? words.formats().coverage(share.getAsDouble()) : "–";
    }
}
