package city.cockpit.citizens;

import city.cockpit.faults.FaultReport;
import city.cockpit.faults.Faults;
import city.cockpit.faults.Faults.Answered;
import city.cockpit.faults.Faults.Outcome;
import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.SensorId;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.Mark;
import city.cockpit.uikit.ReportAddress;
import city.cockpit.uikit.TileFace;
import city.cockpit.uikit.TileFaces;
import city.cockpit.uikit.TopicAddress;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where everybody may say that a value or a sensor is wrong, without a name. Programs that fill in forms fall into one of two
 * traps, a field that nobody sees and a person's time to write, and are told that all is well.
 */
@Route(value = ReportAddress.PATH, layout = CockpitLayout.class)
@AnonymousAllowed
final class ReportView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** The form for what somebody cannot read or operate. */
    static final String ABOUT_A_BARRIER = ReportAddress.PATH + "?about=accessibility";

    /** Nobody writes a sentence faster. */
    private static final Duration A_PERSONS_TIME = Duration.ofSeconds(3);

    private static final int MOST_ANSWERS = 10;
    private static final int MOST_VALUES = 6;

    private final Wording words;
    private final LivePicture pictures;
    private final Faults faults;
    private final InstantSource clock;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private final H1 heading = new H1();
    private final Paragraph lead = new Paragraph();
    private final Paragraph about = new Paragraph();
    private final TextArea text = new TextArea();
    private final TextField contact = new TextField();
    private final TextField unseen = new TextField();
    private final Button send = new Button();
    private final Div form = new Div();
    private final Section answers = new Section();
    private final Instant begun;
    private Optional<Domain> topic = Optional.empty();
    private Optional<String> site = Optional.empty();
    private boolean isAboutABarrier;

    ReportView(Wordings wordings, LivePicture pictures, Faults faults, InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.pictures = pictures;
        this.faults = faults;
        this.clock = clock;
        this.attempt = new Attempt(words, message);
        this.begun = clock.instant();
        addClassNames("topic", "report");
        var way = new Nav(new Anchor("", words.text("nav.overview")));
        way.addClassName("way");
        way.setAriaLabel(words.text("frame.way"));
        lead.addClassName("lead");
        about.addClassName("report-about");
        fill();
        add(way, heading, lead, about, form, message, answers);
    }

    private void fill() {
        text.setLabel(words.text("report.text"));
        text.setHelperText(words.text("report.text.help"));
        text.setMaxLength(FaultReport.LONGEST_TEXT);
        text.setRequiredIndicatorVisible(true);
        contact.setLabel(words.text("report.contact"));
        contact.setHelperText(words.text("report.contact.help"));
        contact.setMaxLength(FaultReport.LONGEST_CONTACT);
        contact.getElement().setAttribute("autocomplete", "email");
        unseen.setLabel(words.text("report.unseen"));
        unseen.addClassName("unseen");
        unseen.setTabIndex(-1);
        unseen.getElement().setAttribute("aria-hidden", "true");
        unseen.getElement().setAttribute("autocomplete", "off");
        send.setText(words.text("report.send"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.addClickListener(click -> send());
        form.addClassName("report-form");
        form.add(text, contact, unseen, send, new Paragraph(words.text("report.private")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var picture = pictures.picture();
        var given = event.getLocation().getQueryParameters();
        isAboutABarrier = event.getLocation().getPathWithQueryParameters().equals(ABOUT_A_BARRIER);
        show(
                given.getSingleParameter(ReportAddress.TOPIC)
                        .flatMap(TopicAddress::domain)
                        .filter(picture.domains()::containsKey),
                given.getSingleParameter(ReportAddress.SITE)
                        .filter(SensorId::isWellFormed)
                        .filter(key -> !picture.listAt(key).isEmpty()));
    }

    /** A report is about that topic and that place, which the city has. */
    void show(Optional<Domain> ofTopic, Optional<String> ofSite) {
        heading.setText(getPageTitle());
        lead.setText(words.text(isAboutABarrier ? "report.barrier.lead" : "report.lead"));
        topic = ofTopic;
        site = ofSite;
        var picture = pictures.picture();
        var said = context(picture, words);
        about.setText(said.isEmpty() ? "" : words.text("report.about", said));
        about.setVisible(!said.isEmpty());
        showAnswers(picture);
    }

    /** What stands on the page now: a report of a value that was wrong for a minute can be understood later. */
    private String context(CityPicture picture, Wording wording) {
        if (isAboutABarrier) return wording.text("town.accessibility");
        var faces = new TileFaces(wording);
        if (site.isPresent()) {
            var states = picture.listAt(site.get());
            return states.getFirst().series().place() + ": "
                    + told(states).stream()
                            .map(state -> said(faces.of(state, picture, "")))
                            .collect(Collectors.joining("; "));
        }
        return topic.map(picture.domains()::get)
                .map(state -> said(faces.of(state, picture, "")))
                .orElse("");
    }

    /** What the report is about first; single bays and lamps only where nothing else is measured. */
    private List<SeriesState> told(List<SeriesState> states) {
        var whole = states.stream()
                .filter(state -> state.series().property().kind() != Kind.STATE)
                .toList();
        return (whole.isEmpty() ? states : whole)
                .stream()
                        .sorted(Comparator.comparing((SeriesState state) -> !topic.equals(
                                Optional.of(state.series().property().domain()))))
                        .limit(MOST_VALUES)
                        .toList();
    }

    private String said(TileFace face) {
        var value = face.value().map(number -> (number + " " + face.unit()).strip());
        return face.name()
                + Stream.of(value, Optional.of(face.moment()).filter(moment -> !moment.isEmpty()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", ", " ", ""));
    }

    private void send() {
        message.clear();
        text.setInvalid(text.getValue().isBlank());
        if (text.isInvalid()) {
            text.setErrorMessage(words.text("report.text.missing"));
            text.focus();
            return;
        }
        if (!unseen.getValue().isEmpty() || clock.instant().isBefore(begun.plus(A_PERSONS_TIME))) {
            thank();
            return;
        }
        var report = new FaultReport(
                topic,
                site,
                context(pictures.picture(), words),
                text.getValue().strip(),
                contact.getValue().strip());
        attempt.at(() -> faults.report(report, VaadinRequest.getCurrent().getRemoteAddr()), outcome -> {
            switch (outcome) {
                case Outcome.Taken() -> thank();
                case Outcome.TooMany() -> message.say(FormMessage.Kind.PROBLEM, words.text("report.too-many"));
            }
        });
    }

    private void thank() {
        form.setVisible(false);
        message.say(FormMessage.Kind.DONE, words.text("report.thanks"));
    }

    private void showAnswers(CityPicture picture) {
        var said = new ArrayList<Answered>();
        attempt.at(() -> faults.listAnswered(MOST_ANSWERS), said::addAll);
        answers.removeAll();
        answers.setVisible(!said.isEmpty());
        if (said.isEmpty()) return;
        var list = new UnorderedList();
        list.addClassName("answers");
        said.forEach(answer -> list.add(item(answer, picture)));
        answers.add(new H2(words.text("report.answers")), list);
    }

    private ListItem item(Answered answer, CityPicture picture) {
        var place = answer.site()
                .map(picture::listAt)
                .filter(states -> !states.isEmpty())
                .map(states -> states.getFirst().series().place());
        var subject = Stream.of(
                        place,
                        answer.topic().map(domain -> words.text("domain." + domain)),
                        Optional.of(words.text("report.on", words.formats().date(answer.reportedAt()))))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
        var head = new Div(new Span(subject), new Mark(words.text("fault.state." + answer.state())));
        head.addClassName("answer-head");
        return new ListItem(head, new Paragraph(answer.answer()));
    }

    @Override
    public String getPageTitle() {
        return words.text(isAboutABarrier ? "report.barrier.title" : "report.title");
    }
}
