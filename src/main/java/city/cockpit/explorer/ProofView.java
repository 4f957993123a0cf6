package city.cockpit.explorer;

import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Thresholds;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.CourseForm;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.LiveTown;
import city.cockpit.uikit.NumberAddress;
import city.cockpit.uikit.NumberAddresses;
import city.cockpit.uikit.TileFaces;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The evidence of one number: of what it is made and how, computed again when the page is opened, with an address that shows
 * the same number for ever and says if it has become another one. See decision record 0038.
 */
@Route(value = NumberAddress.PATH + "/:sensor/:property?", layout = CockpitLayout.class)
@AnonymousAllowed
final class ProofView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Wording words;
    private final LivePicture pictures;
    private final ProofReader proofs;
    private final Background background;
    private final InstantSource clock;
    private final Nav way = new Nav();
    private final Paragraph lead = new Paragraph();
    private final Paragraph message = new Paragraph();
    private final ProofPage page;
    private final ValueSignal<Optional<Question>> question = new ValueSignal<>(Optional.empty());
    private final ValueSignal<Answer<ProofReader.Found>> answer = new ValueSignal<>(new Answer.Pending<>());
    private Optional<Question> asked = Optional.empty();
    private Answer<ProofReader.Found> shown = new Answer.Pending<>();
    private String title = "";

    /** What the address of the page asks for. */
    private record Question(NumberAddress number, List<Series> series, Optional<Said> said) {}

    ProofView(
            Wordings wordings,
            LivePicture pictures,
            ProofReader proofs,
            Background background,
            SeriesCatalog catalog,
            Thresholds thresholds,
            LiveTown town,
            InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.pictures = pictures;
        this.proofs = proofs;
        this.background = background;
        this.clock = clock;
        this.page = new ProofPage(words, catalog, thresholds, town);
        way.addClassName("way");
        way.setAriaLabel(words.text("frame.way"));
        lead.addClassName("lead");
        message.addClassName("figure-message");
        message.getElement().setAttribute("role", "status");
        add(way, new H1(words.text("proof.heading")), lead, message, page);
        Signal.effect(this, () -> question.get().ifPresent(one -> follow(one, answer.get())));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var picture = pictures.picture();
        var query = event.getLocation().getQueryParameters();
        var number = number(event, query, picture).orElseThrow(NotFoundException::new);
        var states = number.series().stream()
                .flatMap(id -> picture.find(id).stream())
                .toList();
        if (states.isEmpty()
                || !states.getFirst().series().id().equals(number.series().getFirst())) throw new NotFoundException();
        describe(number, states);
        question.set(Optional.of(
                new Question(number, states.stream().map(SeriesState::series).toList(), Said.in(query))));
    }

    /** Asks only when the page stands, since an answer may come at once. */
    private void follow(Question one, Answer<ProofReader.Found> latest) {
        if (!asked.equals(Optional.of(one))) {
            asked = Optional.of(one);
            say("proof.loading");
            background.ask(() -> proofs.read(one.number(), one.series(), one.said()), answer);
        }
        if (!latest.equals(shown)) show(one, latest);
    }

    /** What the address names; without a time, the newest number of the series or of the domain. */
    private static Optional<NumberAddress> number(BeforeEnterEvent event, QueryParameters query, CityPicture picture) {
        var name = event.getRouteParameters().get("sensor").orElse("");
        var property = event.getRouteParameters().get("property");
        if (property.isEmpty())
            return TileFaces.domain(name)
                    .flatMap(domain -> Optional.ofNullable(picture.domains().get(domain)))
                    .flatMap(domain -> NumberAddresses.of(domain, picture));
        var id = name + "/" + property.get();
        if (!SensorId.isWellFormed(name) || !SeriesId.isWellFormed(id)) return Optional.empty();
        var series = new SeriesId(id);
        return NumberAddress.in(series, query).or(() -> picture.find(series).flatMap(NumberAddresses::of));
    }

    private void describe(NumberAddress number, List<SeriesState> states) {
        var first = states.getFirst().series();
        var property = first.property().name(words.locale());
        var place = states.size() == 1 ? first.place() : words.text("proof.places", (long) states.size());
        title = words.text("proof.title", property, place);
        lead.setText(words.text("explorer.name", property, place));
        way.removeAll();
        way.add(new Anchor("", words.text("nav.overview")));
        if (states.size() == 1) way.add(new Anchor("site/" + first.site().key(), first.place()));
        way.add(history(number, states.stream().map(SeriesState::series).toList()));
    }

    /** The chart of the day or, of longer times, of the time itself. */
    private Anchor history(NumberAddress number, List<Series> series) {
        var zone = words.formats().zone();
        var chosen = new Selection(
                series.getFirst().property().domain(),
                series.stream().map(Series::id).toList(),
                new Span.Latest(Range.DAY),
                Comparison.NONE,
                CourseForm.CHART);
        var span = ProofSpan.around(number, zone, clock.instant());
        return new Anchor(chosen.over(span).address(), words.text("proof.history"));
    }

    /** An answer to an earlier question may come late: then it is none. */
    private void show(Question one, Answer<ProofReader.Found> latest) {
        switch (latest) {
            case Answer.Pending<ProofReader.Found>() -> say("proof.loading");
            case Answer.Known<ProofReader.Found>(var found) -> {
                if (!found.number().equals(one.number()) || !found.said().equals(one.said())) return;
                page.show(found, clock.instant());
                page.setVisible(true);
                message.setVisible(false);
            }
            case Answer.Unavailable<ProofReader.Found>() -> say("proof.failed");
        }
        shown = latest;
    }

    private void say(String key) {
        message.setText(words.text(key));
        message.setVisible(true);
        page.setVisible(false);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
