package city.cockpit.planning;

import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.StrategyPictures;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A page for staff about the newest version of the strategy, whatever its state. */
abstract class PlanningPage extends Main implements HasDynamicTitle {

    private static final Logger log = LoggerFactory.getLogger(PlanningPage.class);

    final Wording words;
    final PlanWords plan;
    private final StrategyPictures pictures;
    private final String title;

    PlanningPage(
            Wordings wordings,
            StrategyPictures pictures,
            LivePicture live,
            AuthenticationContext visitor,
            String here,
            String title) {
        this.words = wordings.ofThisPage();
        this.plan = new PlanWords(words);
        this.pictures = pictures;
        this.title = words.text(title);
        addClassNames("promises", "planning");
        add(new PlanningWays(words, visitor, here));
        // The frame tells the pulse of the city here, too.
        live.follow(this, picture -> {});
    }

    /** Shows the newest version, or says that it cannot be read now. */
    final void withPicture(Consumer<StrategyPicture> show) {
        try {
            show.accept(pictures.newest());
        } catch (DataAccessException | TransactionException e) {
            log.warn("The strategy could not be read", e);
            add(new H1(title), new Paragraph(words.text("promises.unavailable")));
        }
    }

    /** The heading, and which version that is. */
    final Div head(StrategyPicture picture, String heading) {
        var head = new Div(new H1(heading));
        head.add(StatusChip.none(words.text("strategy.state." + picture.state())));
        if (picture.strategy().about().example()) head.add(StatusChip.none(words.text("planning.example")));
        head.addClassName("plan-head");
        return head;
    }

    final boolean isEmpty(StrategyPicture picture) {
        return picture.strategy().measures().isEmpty()
                && picture.strategy().goals().isEmpty()
                && picture.strategy().indicators().isEmpty();
    }

    final Paragraph nothing() {
        return new Paragraph(words.text("planning.empty"));
    }

    @Override
    public final String getPageTitle() {
        return title;
    }
}
