package city.cockpit.administration;

import city.cockpit.access.Role;
import city.cockpit.administration.Measured.Database;
import city.cockpit.history.HistoryReport;
import city.cockpit.ingest.Counts;
import city.cockpit.ingest.RejectReason;
import city.cockpit.platform.DatabaseReport;
import city.cockpit.platform.PlatformStatus.Server;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Beat;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How each part of the cockpit does, in words, and what it runs on. Looked at again every second. */
@Route(value = "status", layout = AdministrationLayout.class)
@Menu(title = "nav.status", order = 10)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class StatusView extends Main implements HasDynamicTitle {

    private final Wording words;
    private final StatusWords told;
    private final Paragraph summary = new Paragraph();
    private final PartList parts;
    private final Facts flow;
    private final Facts nodes;
    private final Facts versions;
    private final Facts sizes;
    private final Facts installation;

    StatusView(Wordings wordings, Beat beat, LivePicture pictures, SystemStatusSource source) {
        words = wordings.ofThisPage();
        told = new StatusWords(words);
        parts = new PartList(told, words.text("status.parts"));
        flow = new Facts(words.text("status.flow"));
        nodes = new Facts(words.text("status.nodes"));
        versions = new Facts(words.text("status.versions"));
        sizes = new Facts(words.text("status.sizes"));
        installation = new Facts(words.text("status.installation"));
        summary.addClassName("lead");
        var facts = new Div(flow, nodes, versions, sizes, installation);
        facts.addClassName("facts");
        add(new H1(words.text("status.title")), summary, parts, facts);
        beat.follow(this, () -> show(source.now(), pictures.picture().at()));
    }

    private void show(SystemStatus status, Instant pictureAt) {
        var states = Parts.of(status);
        summary.setText(told.summary(states));
        states.forEach(state -> parts.show(state, status.at()));
        flow.show(flow(status.ledger(), pictureAt, status.at()));
        nodes.show(nodes(status));
        nodes.setVisible(status.nodes().size() > 1);
        versions.show(versions(status));
        sizes.show(sizes(status.measured(), status.at()));
        installation.show(installation(status));
    }

    private Map<String, String> flow(Counts ledger, Instant pictureAt, Instant now) {
        var facts = new LinkedHashMap<String, String>();
        facts.put(
                words.text("status.ledger"),
                words.text(
                        "status.equation",
                        count(ledger.received()),
                        count(ledger.stored()),
                        count(ledger.duplicate()),
                        count(ledger.rejected()),
                        count(ledger.pending())));
        ledger.rejectedByReason().entrySet().stream()
                .sorted(Map.Entry.<RejectReason, Long>comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> facts.put(
                        words.text("status.rejected", words.text("reason." + entry.getKey())),
                        count(entry.getValue())));
        facts.put(words.text("status.picture"), words.formats().moment(pictureAt, now));
        return facts;
    }

    private Map<String, String> nodes(SystemStatus status) {
        var facts = new LinkedHashMap<String, String>();
        for (var node : status.nodes())
            facts.put(
                    node.self() ? words.text("status.node.self", node.name()) : node.name(),
                    told.node(node, status.at()));
        return facts;
    }

    private Map<String, String> versions(SystemStatus status) {
        var facts = new LinkedHashMap<String, String>();
        facts.put(words.text("status.version"), status.measured().platform().version());
        facts.put(words.text("status.java"), Runtime.version().toString());
        report(status.measured()).ifPresent(report -> {
            facts.put(words.text("status.postgres"), report.postgres());
            report.timescale().ifPresent(version -> facts.put(words.text("status.timescale"), version));
        });
        facts.put(words.text("status.edition"), words.text("edition." + status.edition()));
        facts.put(
                words.text("status.broker"),
                status.measured().platform().brokerVersion().orElseGet(() -> words.text("status.broker-untold")));
        return facts;
    }

    private Map<String, String> sizes(Measured measured, Instant now) {
        var facts = new LinkedHashMap<String, String>();
        report(measured).ifPresent(report -> {
            facts.put(words.text("status.database"), told.size(report.bytes()));
            report.tables()
                    .forEach(table -> facts.put(words.text("status.table", table.name()), told.size(table.bytes())));
        });
        measured.history().ifPresent(history -> facts.putAll(history(history, now)));
        facts.put(words.text("status.data"), told.size(measured.platform().dataBytes()));
        measured.disk()
                .ifPresent(disk -> facts.put(
                        words.text("status.free"),
                        words.text("status.of", told.size(disk.freeBytes()), told.size(disk.totalBytes()))));
        facts.put(words.text("status.measured"), words.formats().moment(measured.at(), now));
        return facts;
    }

    private Map<String, String> history(HistoryReport history, Instant now) {
        var facts = new LinkedHashMap<String, String>();
        var bytes = history.bytesPerReading();
        facts.put(
                words.text("status.history"),
                bytes.isEmpty()
                        ? told.size(history.bytes())
                        : words.text(
                                "status.history-bytes",
                                told.size(history.bytes()),
                                words.formats().number(bytes.getAsDouble(), 0)));
        facts.put(words.text("status.rollups"), told.size(history.rollupBytes()));
        history.oldest()
                .ifPresent(oldest ->
                        facts.put(words.text("status.oldest"), words.formats().dateTime(oldest)));
        history.nextClearance()
                .ifPresent(next -> facts.put(
                        words.text("status.clearance"), words.formats().moment(next, now)));
        history.backlog()
                .ifPresent(backlog -> facts.put(
                        words.text("status.backlog"),
                        words.text(
                                "status.backlog-span",
                                words.formats().date(backlog.from()),
                                words.formats().date(backlog.to()))));
        return facts;
    }

    private Map<String, String> installation(SystemStatus status) {
        var platform = status.measured().platform();
        var facts = new LinkedHashMap<String, String>();
        facts.put(words.text("part.DATABASE"), server(platform.database()));
        facts.put(words.text("part.BROKER"), server(platform.broker()));
        facts.put(words.text("status.data"), platform.dataFolder().toString());
        facts.put(words.text("status.log"), platform.log().toString());
        facts.put(words.text("status.since"), words.formats().moment(status.startedAt(), status.at()));
        return facts;
    }

    private static Optional<DatabaseReport> report(Measured measured) {
        return measured.database() instanceof Database.Answers(var report) ? Optional.of(report) : Optional.empty();
    }

    private String count(long value) {
        return words.formats().count(value);
    }

    private String server(Server server) {
        return words.text(server.embedded() ? "status.embedded" : "status.own", server.address());
    }

    @Override
    public String getPageTitle() {
        return words.text("status.title");
    }

    /** Names and values under one heading; only what changed goes to the browser. */
    private static final class Facts extends Section {

        private final DescriptionList list = new DescriptionList();
        private Optional<Map<String, String>> shown = Optional.empty();

        Facts(String heading) {
            addClassName("panel");
            add(new H2(heading), list);
        }

        void show(Map<String, String> facts) {
            if (shown.equals(Optional.of(facts))) return;
            list.removeAll();
            facts.forEach(
                    (name, value) -> list.add(new DescriptionList.Term(name), new DescriptionList.Description(value)));
            shown = Optional.of(facts);
        }
    }
}
