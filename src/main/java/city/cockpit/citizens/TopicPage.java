package city.cockpit.citizens;

import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.Site;
import city.cockpit.uikit.Advice;
import city.cockpit.uikit.CityTile;
import city.cockpit.uikit.DataAddress;
import city.cockpit.uikit.LimitList;
import city.cockpit.uikit.Nearby;
import city.cockpit.uikit.PauseControl;
import city.cockpit.uikit.ReportAddress;
import city.cockpit.uikit.SeriesGroup;
import city.cockpit.uikit.SeriesRows;
import city.cockpit.uikit.SitesOnDemand;
import city.cockpit.uikit.TileFaces;
import city.cockpit.uikit.TopicAddress;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.signals.Signal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One topic: the value of now and what it means, every place, what only this topic has, the limits, where the numbers come from
 * and how to take them along.
 */
final class TopicPage extends Composite<Div> {

    private final Domain domain;
    private final Wording words;
    private final Topics topics;
    private final Text toDo = new Text("");
    private final Text whoSays = new Text("");
    private final Paragraph advice;
    private final PauseControl pause;
    private final CityTile tile;
    private final Optional<TopicExtra> extra;
    private final Div places = new Div();
    private final Map<String, Places> groups = new LinkedHashMap<>();
    private final Nearby nearby;
    private final SitesOnDemand map;
    private final LimitList limits;
    private final TopicSources sources;

    TopicPage(Domain domain, Wording words, Topics topics) {
        this.domain = domain;
        this.words = words;
        this.topics = topics;
        pause = new PauseControl(words, topics.clock());
        tile = CityTile.wordsFirst(words);
        nearby = new Nearby(words, topics.markers(), Optional.of(domain));
        map = new SitesOnDemand(words, topics.markers(), Optional.of(domain));
        extra = TopicExtra.of(domain, words, topics);
        limits = new LimitList(words);
        sources = new TopicSources(words, topics.catalog());
        var by = new Span(whoSays);
        by.addClassName("site-note");
        advice = new Paragraph(new Span(toDo), new Text(" "), by);
        advice.addClassName("topic-advice");
        getContent().add(way(), head(), top());
        extra.ifPresent(getContent()::add);
        getContent().add(nearby, places, map, limits, sources, downloads());
        places.addClassName("topic-places");
    }

    private Nav way() {
        var way = new Nav(new Anchor("", words.text("nav.overview")));
        way.addClassName("way");
        way.setAriaLabel(words.text("frame.way"));
        return way;
    }

    private Div head() {
        var head = new Div(new H1(words.text("domain." + domain)), pause);
        head.addClassName("topic-head");
        return head;
    }

    private Div top() {
        var meaning = new Section(
                new H2(words.text("topic.meaning")),
                advice,
                new Paragraph(words.text("topic.meaning." + domain)),
                new Paragraph(words.text("topic.limits." + domain)));
        meaning.addClassName("topic-meaning");
        var top = new Div(tile, meaning);
        top.addClassName("topic-top");
        return top;
    }

    /** Real addresses, so that programs and pages without scripts can follow them, too. */
    private Section downloads() {
        var past = "history/" + TileFaces.slug(domain);
        var today = new Anchor(DataAddress.of(domain), words.text("topic.download.today"));
        today.setRouterIgnore(true);
        var list = new UnorderedList(
                new ListItem(today),
                new ListItem(new Anchor(past, words.text("topic.download.past"))),
                new ListItem(new Anchor(past + "?range=7d&compare=usual", words.text("topic.download.usual"))),
                new ListItem(new Anchor(past + "?form=table", words.text("topic.download.table"))),
                new ListItem(new Anchor(TopicAddress.of(domain, words) + "/embed", words.text("embed.link"))));
        list.addClassName("topic-ways");
        return new Section(
                new H2(words.text("topic.download")),
                new Paragraph(words.text("topic.download.why")),
                list,
                new Paragraph(new Anchor(ReportAddress.of(domain, words), words.text("report.link"))));
    }

    /** Whether the reader holds the values. */
    Signal<Boolean> held() {
        return pause.held();
    }

    void show(CityPicture picture) {
        var state = picture.domains().get(domain);
        if (state == null) return;
        tile.show(
                topics.faces().ofTopics(picture, words).apply(domain),
                topics.promises().about(domain));
        showAdvice(state, picture);
        showPlaces(picture);
        nearby.show(picture);
        map.show(picture);
        extra.ifPresent(part -> part.show(state, picture));
        sources.show(state, picture);
    }

    private void showAdvice(DomainState state, CityPicture picture) {
        var time = picture.at().atZone(words.formats().zone()).toLocalTime();
        var said = Advice.on(state, time);
        advice.setVisible(said.isPresent());
        said.ifPresent(one -> {
            toDo.setText(one.text(words.locale()) + ".");
            whoSays.setText(words.text("topic.advice.source", one.source()));
        });
    }

    private void showPlaces(CityPicture picture) {
        // Of single bays and lamps that only say yes or no the pages of their places tell.
        var found = SeriesGroup.of(picture, domain, words.locale()).stream()
                .filter(group -> group.property().kind() != Kind.STATE)
                .toList();
        var keys = found.stream().map(group -> group.property().key()).toList();
        if (!keys.equals(List.copyOf(groups.keySet()))) {
            groups.clear();
            places.removeAll();
            found.forEach(group -> {
                var section = new Places(group.property().name(words.locale()));
                groups.put(group.property().key(), section);
                places.add(section);
            });
            var today = picture.at().atZone(words.formats().zone()).toLocalDate();
            limits.show(found.stream().map(SeriesGroup::property).toList(), topics.thresholds(), today);
        }
        for (var group : found)
            Optional.ofNullable(groups.get(group.property().key())).ifPresent(section -> section.show(group, picture));
    }

    /** The places of one property. */
    private final class Places extends Section {

        private final SeriesRows rows = SeriesRows.ofPlaces(words);
        private final UnorderedList crowded = new UnorderedList();
        private List<Site> sites = List.of();

        Places(String name) {
            crowded.addClassName("topic-ways");
            rows.leadTo(topics.promises()::aboutSensor);
            add(new H2(name), rows, crowded);
        }

        void show(SeriesGroup group, CityPicture picture) {
            rows.show(group.alone(), picture);
            crowded.setVisible(!group.crowded().isEmpty());
            if (group.crowded().equals(sites)) return;
            sites = group.crowded();
            crowded.removeAll();
            sites.forEach(site -> crowded.add(new ListItem(new Anchor("site/" + site.key(), site.title()))));
        }
    }
}
