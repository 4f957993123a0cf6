package city.cockpit.technicians;

import city.cockpit.access.Role;
import city.cockpit.ingest.RejectReason;
import city.cockpit.ingest.RejectedMessage;
import city.cockpit.ingest.RejectedMessages;
import city.cockpit.uikit.AdministrationLayout;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Background;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The newest messages that were refused and why, for those who set up sensors. */
@Route(value = "rejected", layout = AdministrationLayout.class)
@Menu(title = "nav.rejected", order = 20)
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.TECHNICIAN})
final class RejectedView extends Main implements HasDynamicTitle {

    private static final int NEWEST = 100;

    private final Wording words;
    private final RejectedMessages rejected;
    private final Background background;
    private final InstantSource clock;
    private final UnorderedList reasons = new UnorderedList();
    private final Paragraph message = new Paragraph();
    private final Div messages = new Div();
    private final ValueSignal<Answer<Refusals>> answer = new ValueSignal<>(new Answer.Pending<>());

    /** What was asked for, at one moment. */
    private record Refusals(List<RejectedMessage> newest, Map<RejectReason, Long> byReason) {}

    RejectedView(Wordings wordings, RejectedMessages rejected, Background background, InstantSource clock) {
        this.words = wordings.ofThisPage();
        this.rejected = rejected;
        this.background = background;
        this.clock = clock;
        var lead = new Paragraph(words.text("rejected.lead"));
        lead.addClassName("lead");
        var again = new NativeButton(words.text("rejected.again"), click -> ask());
        again.addClassName("button");
        var head = new Div(new Div(new H1(words.text("rejected.title")), lead), again);
        head.addClassName("figure-head");
        reasons.addClassName("reasons");
        message.getElement().setAttribute("role", "status");
        messages.addClassName("refusals");
        add(head, message, reasons, messages);
        ask();
        Signal.effect(this, () -> show(answer.get()));
    }

    private void ask() {
        background.ask(() -> new Refusals(rejected.newest(NEWEST), rejected.countByReason()), answer);
    }

    private void show(Answer<Refusals> latest) {
        switch (latest) {
            case Answer.Pending<Refusals>() -> say("rejected.loading");
            case Answer.Unavailable<Refusals>() -> say("rejected.unavailable");
            case Answer.Known<Refusals>(var refusals) -> show(refusals);
        }
    }

    private void say(String key) {
        message.setText(words.text(key));
        message.setVisible(true);
    }

    private void show(Refusals refusals) {
        say("rejected.none");
        message.setVisible(refusals.newest().isEmpty());
        reasons.removeAll();
        refusals.byReason().entrySet().stream()
                .sorted(Map.Entry.<RejectReason, Long>comparingByValue(Comparator.reverseOrder()))
                .map(this::reason)
                .forEach(reasons::add);
        messages.removeAll();
        refusals.newest().stream().map(this::refusal).forEach(messages::add);
    }

    private ListItem reason(Map.Entry<RejectReason, Long> counted) {
        var count = new Span(words.formats().count(counted.getValue()));
        count.addClassName("count");
        return new ListItem(count, new Span(words.text("reason." + counted.getKey())));
    }

    /** The payload comes from strangers: it is text and never becomes part of the page's markup. */
    private Component refusal(RejectedMessage refused) {
        var time = new Span(words.formats().moment(refused.receivedAt(), clock.instant()));
        time.addClassName("refusal-time");
        var topic = new Span(refused.topic());
        topic.addClassName("refusal-topic");
        var head = new Header(time, topic);
        var payload = new Pre(refused.payload());
        payload.getElement().setAttribute("tabindex", "0");
        var size = new Span(words.text(
                "rejected.size",
                words.formats().count(refused.payloadBytes()),
                words.formats().count(refused.readings())));
        size.addClassName("refusal-size");
        var detail = new Paragraph(refused.detail());
        var article = new Article(head, new H2(words.text("reason." + refused.reason())), detail, payload, size);
        article.addClassName("refusal");
        return article;
    }

    @Override
    public String getPageTitle() {
        return words.text("rejected.title");
    }
}
