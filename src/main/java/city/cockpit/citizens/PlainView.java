package city.cockpit.citizens;

import city.cockpit.calendar.TownCalendars;
import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.measurement.Domain;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.PauseControl;
import city.cockpit.uikit.TopicAddress;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The city now in short sentences with plain words. An address of its own, so that the choice needs no cookie. */
@Route(value = PlainView.PATH, layout = CockpitLayout.class)
@AnonymousAllowed
final class PlainView extends Main implements HasDynamicTitle {

    static final String PATH = "einfach";

    private final Wordings wordings;
    private final Wording words;
    private final Div sections = new Div();
    private final Map<Domain, Paragraph> sentences = new EnumMap<>(Domain.class);
    private final CalendarBoard calendars;
    private List<Domain> shown = List.of();

    PlainView(Wordings wordings, LivePicture pictures, TownCalendars calendars, InstantSource clock) {
        this.wordings = wordings;
        this.words = wordings.ofThisPage();
        this.calendars = new CalendarBoard(words, calendars, clock);
        addClassName("plain-words");
        var way = new Nav(
                new Anchor("", words.text("nav.overview")),
                new Anchor(EasyLanguageView.PATH, words.text("easy.title")));
        way.addClassName("way");
        way.setAriaLabel(words.text("frame.way"));
        var pause = new PauseControl(words, clock);
        add(way, new H1(words.text("plain.heading", wordings.town().name())), pause, sections, this.calendars);
        pictures.follow(this, pause.held(), this::show);
    }

    private void show(CityPicture picture) {
        var domains = List.copyOf(picture.domains().keySet());
        if (!domains.equals(shown)) arrange(domains);
        picture.domains().forEach((domain, state) -> {
            var next = sentence(state);
            var line = Objects.requireNonNull(sentences.get(domain));
            if (!next.equals(line.getText())) line.setText(next);
        });
        calendars.show();
    }

    private void arrange(List<Domain> domains) {
        shown = domains;
        sections.removeAll();
        sentences.clear();
        if (domains.isEmpty()) sections.add(new Paragraph(words.text("sentence.empty")));
        for (var domain : domains) {
            var line = new Paragraph();
            sentences.put(domain, line);
            var more = new Anchor(
                    TopicAddress.of(domain, words), words.text("plain.more", words.text("domain." + domain)));
            sections.add(new Section(new H2(words.text("domain." + domain)), line, new Paragraph(more)));
        }
    }

    private String sentence(DomainState state) {
        if (!state.state().isCurrent() || state.value().isEmpty()) return words.text("plain.silent");
        var value = words.formats().quantity(state.value().orElseThrow().value(), state.property());
        var place = state.place().orElse("");
        var judged = state.assessment()
                .map(verdict -> "plain." + state.domain() + "." + verdict.band().key())
                .filter(key -> words.findText(key).isPresent());
        return words.text(judged.orElse("plain." + state.domain()), value, place);
    }

    @Override
    public String getPageTitle() {
        return words.text("plain.heading", wordings.town().name());
    }
}
