package city.cockpit.technicians;

import city.cockpit.onboarding.Draft;
import city.cockpit.onboarding.DraftField;
import city.cockpit.onboarding.Onboarding;
import city.cockpit.onboarding.Onboarding.Heard;
import city.cockpit.onboarding.Proposal;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the device is heard already, and what it says right now: before anything is saved. */
final class HeardLine extends Paragraph {

    private static final int MOST_VALUES = 3;

    private final Wording words;
    private final Onboarding onboarding;

    HeardLine(Wording words, Onboarding onboarding) {
        this.words = words;
        this.onboarding = onboarding;
        addClassName("heard");
        getElement().setAttribute("role", "status");
    }

    void show(Draft draft, Optional<Heard> heard, Instant now) {
        var name = draft.value(DraftField.SPEAKS_AS);
        setVisible(!name.isEmpty());
        getElement().setAttribute("data-heard", heard.isPresent());
        var text = heard.map(one -> heard(draft, one, now)).orElseGet(() -> words.text("heard.waiting", name));
        if (!text.equals(getText())) setText(text);
    }

    private String heard(Draft draft, Heard heard, Instant now) {
        var values = values(draft, heard.proposal());
        var at = words.formats().moment(heard.at(), now);
        return values.isEmpty() ? words.text("heard.nothing", at) : words.text("heard.values", at, words.list(values));
    }

    private List<String> values(Draft draft, Proposal proposal) {
        return proposal.fields().stream()
                .flatMap(field -> draft.wishOf(field.name()).stream()
                        .flatMap(wish -> onboarding.findProperty(wish.property()).stream()
                                .flatMap(property -> {
                                    var value = onboarding.valueOf(field.newest(), wish, property);
                                    return value.isPresent()
                                            ? Stream.of(words.text(
                                                    "heard.value",
                                                    property.name(words.locale()),
                                                    words.formats().quantity(value.getAsDouble(), property)))
                                            : Stream.empty();
                                })))
                .limit(MOST_VALUES)
                .toList();
    }
}
