package city.cockpit.planning;

import city.cockpit.strategy.CsvPart;
import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.plan.Municipality;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.NamedDrawing;
import city.cockpit.uikit.OutsideLink;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The town and its strategy on one page to pass on, with a QR code of its address and the published data. */
@Route(value = ProfileView.ADDRESS, layout = CockpitLayout.class)
@AnonymousAllowed
final class ProfileView extends Main implements HasDynamicTitle {

    static final String ADDRESS = "steckbrief";

    private static final Logger log = LoggerFactory.getLogger(ProfileView.class);

    private final Wordings wordings;
    private final Wording words;
    private final PlanWords plan;
    private final Promises promises;

    ProfileView(Wordings wordings, Promises promises, LivePicture pictures) {
        this.wordings = wordings;
        this.words = wordings.ofThisPage();
        this.plan = new PlanWords(words);
        this.promises = promises;
        addClassName("promises");
        try {
            promises.published()
                    .ifPresentOrElse(
                            this::show,
                            () -> add(new H1(words.text("profile.title")), new Paragraph(words.text("promises.none"))));
        } catch (DataAccessException | TransactionException e) {
            log.warn("The published strategy could not be read", e);
            add(new H1(words.text("profile.title")), new Paragraph(words.text("promises.unavailable")));
        }
        // The frame tells the pulse of the city here, too.
        pictures.follow(this, picture -> {});
    }

    private void show(StrategyPicture picture) {
        var town = picture.strategy().municipality();
        var head = new Div(new H1(words.text("profile.of", town.name())));
        if (picture.strategy().about().example()) head.add(StatusChip.none(words.text("planning.example")));
        head.addClassName("plan-head");
        add(head);
        var sheet = new Div(facts(picture, town), code(), data());
        sheet.addClassName("plan-profile");
        add(new ProgressStrip(words, promises), sheet);
    }

    private Section card(String heading) {
        var section = new Section(new H2(words.text(heading)));
        section.addClassName("plan-card");
        return section;
    }

    private Section facts(StrategyPicture picture, Municipality town) {
        var about = picture.strategy().about();
        var facts = new DescriptionList();
        fact(facts, "profile.type", words.text("strategy.municipality." + town.type()));
        fact(facts, "profile.state", town.state());
        fact(facts, "profile.key", town.ags());
        if (town.population().isPresent())
            fact(
                    facts,
                    "profile.population",
                    words.formats().count(town.population().getAsInt())
                            + town.populationAsOf()
                                    .map(day -> " (" + plan.date(day) + ")")
                                    .orElse(""));
        fact(facts, "profile.strategy", about.title());
        fact(facts, "profile.stage", words.text("strategy.stage." + about.stage()));
        fact(facts, "profile.scope", words.text("strategy.scope." + about.scope()));
        if (about.from().isPresent() && about.to().isPresent())
            fact(
                    facts,
                    "profile.period",
                    words.text("planning.period", plan.date(about.from()), plan.date(about.to())));
        fact(facts, "profile.published", words.formats().date(picture.since()));
        fact(facts, "profile.measures", plan.counts(picture));
        var section = card("profile.town");
        section.addClassName("plan-facts");
        if (!about.summary().isBlank()) section.add(new Paragraph(about.summary()));
        section.add(facts, new Anchor(PromisesView.ADDRESS, words.text("profile.promises")));
        if (!town.website().isBlank()) section.add(new OutsideLink(town.website(), words.text("profile.website")));
        for (var resolution : picture.strategy().resolutions()) {
            var line = words.text(
                    "profile.resolution",
                    resolution.body(),
                    plan.date(resolution.date()),
                    words.text("strategy.resolution." + resolution.result()));
            section.add(
                    resolution.paperUrl().isBlank() ? new Span(line) : new OutsideLink(resolution.paperUrl(), line));
        }
        return section;
    }

    private void fact(DescriptionList facts, String name, String value) {
        if (!value.isBlank())
            facts.add(new DescriptionList.Term(words.text(name)), new DescriptionList.Description(value));
    }

    private Section code() {
        var address = address();
        var section = card("profile.code");
        var drawing = new NamedDrawing(QrImage.svg(address), words.text("profile.code.of", address));
        drawing.addClassName("plan-code");
        DownloadHandler svg = event -> {
            event.setFileName("steckbrief.svg");
            event.setContentType("image/svg+xml");
            event.getOutputStream().write(QrImage.svg(address).getBytes(StandardCharsets.UTF_8));
        };
        DownloadHandler png = event -> {
            event.setFileName("steckbrief.png");
            event.setContentType("image/png");
            QrImage.png(address, event.getOutputStream());
        };
        section.add(
                drawing,
                new Paragraph(address),
                new Anchor(svg, words.text("profile.code.svg")),
                new Anchor(png, words.text("profile.code.png")));
        return section;
    }

    /** As this visitor reached the cockpit. */
    private static String address() {
        return Optional.ofNullable(VaadinServletRequest.getCurrent())
                .map(request -> request.getHttpServletRequest())
                .map(request -> {
                    var whole = request.getRequestURL().toString();
                    var host = whole.substring(0, whole.indexOf('/', "https://".length()));
                    return host + request.getContextPath() + "/" + ADDRESS;
                })
                .orElse("/" + ADDRESS);
    }

    private Section data() {
        var list = new UnorderedList(new ListItem(file("strategy/strategy.json", words.text("profile.data.json"))));
        for (var part : CsvPart.values())
            list.add(new ListItem(file(
                    "strategy/" + part.name().toLowerCase(Locale.ROOT) + ".csv",
                    words.text("profile.data.csv", words.text("strategy.table." + part)))));
        list.addClassName("plan-columns");
        var section = card("profile.data");
        section.add(new Paragraph(words.text("profile.data.lead")), list);
        return section;
    }

    private static Anchor file(String address, String text) {
        var file = new Anchor(address, text);
        file.setRouterIgnore(true);
        return file;
    }

    @Override
    public String getPageTitle() {
        return words.text("profile.of", wordings.town().name());
    }
}
