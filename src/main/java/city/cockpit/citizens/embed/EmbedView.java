package city.cockpit.citizens.embed;

import city.cockpit.measurement.Domain;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.CopiedText;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.TopicAddress;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;

/** How to take a topic to a page of one's own: what it looks like there, and what to copy. */
@Route(value = TopicAddress.PATH + "/:domain/embed", layout = CockpitLayout.class)
@AnonymousAllowed
public final class EmbedView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String RESIZE = EmbedPage.text("frame.js");

    private final Wording words;
    private final Wordings wordings;
    private final LivePicture pictures;
    private final Select<Part> part = new Select<>();
    private final Select<Size> size = new Select<>();
    private final Select<Theme> theme = new Select<>();
    private final Select<Locale> language = new Select<>();
    private final IFrame frame = new IFrame();
    private final CopiedText code;
    private final Image picture = new Image("", "");
    private final CopiedText svg;
    private final CopiedText png;
    private Domain domain = Domain.PARKING;
    private String title = "";

    EmbedView(Wordings wordings, LivePicture pictures) {
        this.wordings = wordings;
        this.words = wordings.ofThisPage();
        this.pictures = pictures;
        code = new CopiedText(words);
        svg = new CopiedText(words);
        png = new CopiedText(words);
        addClassNames("topic", "embedding");
        offer(part, "part", List.of(Part.values()), Part.TILE);
        offer(size, "size", List.of(Size.values()), Size.M);
        offer(theme, "theme", List.of(Theme.values()), Theme.AUTO);
        offer(language, "language", TopicAddress.languages(), words.locale());
        frame.addClassName("embedded");
    }

    private <T> void offer(Select<T> select, String name, List<T> all, T first) {
        select.setLabel(words.text("embed." + name));
        select.setItems(all);
        select.setItemLabelGenerator(one -> words.text("embed." + name + "." + one));
        select.setValue(first);
        select.addValueChangeListener(this::chosen);
    }

    private void chosen(HasValue.ValueChangeEvent<?> change) {
        show();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        domain = event.getRouteParameters()
                .get("domain")
                .flatMap(TopicAddress::domain)
                .filter(pictures.picture().domains()::containsKey)
                .orElseThrow(NotFoundException::new);
        var name = words.text("domain." + domain);
        title = words.text("embed.title", name, wordings.town().name());
        var choices = new Div(part, size, theme, language);
        choices.addClassName("embed-choices");
        var resize = new CopiedText(words);
        resize.show("<script>\n" + RESIZE + "</script>", "");
        removeAll();
        add(
                way(name),
                new H1(words.text("embed.heading", name)),
                lead(),
                choices,
                new Section(new H2(words.text("embed.preview")), frame),
                new Section(new H2(words.text("embed.code")), new Paragraph(words.text("embed.code.why")), code),
                new Section(new H2(words.text("embed.height")), new Paragraph(words.text("embed.height.why")), resize),
                new Section(
                        new H2(words.text("embed.picture")),
                        new Paragraph(words.text("embed.picture.why")),
                        picture,
                        svg,
                        png));
        show();
        frame.getElement().executeJs(RESIZE);
    }

    private Nav way(String topic) {
        var way =
                new Nav(new Anchor("", words.text("nav.overview")), new Anchor(TopicAddress.of(domain, words), topic));
        way.addClassName("way");
        way.setAriaLabel(words.text("frame.way"));
        return way;
    }

    private Paragraph lead() {
        var lead = new Paragraph(words.text("embed.lead"));
        lead.addClassName("lead");
        return lead;
    }

    private void show() {
        var wording = wordings.in(language.getValue());
        var topic = TopicAddress.of(domain, wording).substring(TopicAddress.PATH.length() + 1);
        var embed = new Embed(domain, topic, part.getValue(), language.getValue(), theme.getValue(), size.getValue());
        var name = wording.text(
                "topic.title", wording.text("domain." + domain), wordings.town().name());
        frame.setSrc(embed.address());
        frame.setTitle(words.text("embed.frame", name));
        frame.getElement().setAttribute("height", String.valueOf(height(embed)));
        code.show(
                "<iframe src=\"{address}\" title=\"%s\" width=\"100%%\" height=\"%d\" loading=\"lazy\" style=\"border:0\"></iframe>"
                        .formatted(Entities.escape(name), height(embed)),
                embed.address());
        picture.setSrc(embed.picture("svg"));
        picture.setAlt(words.text("embed.frame", name));
        Stream.of(svg, png).forEach(text -> text.show("{address}", embed.picture(text == svg ? "svg" : "png")));
    }

    /** About as high as it will be, where nothing tells the page around it. */
    private static int height(Embed embed) {
        var tile = switch (embed.size()) {
            case S -> 200;
            case M -> 300;
            case L -> 360;
        };
        return switch (embed.part()) {
            case TILE -> tile;
            case PLACES -> tile + 300;
            case MAP -> tile + 300 + (int) (embed.size().pixels() * 0.72);
        };
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
