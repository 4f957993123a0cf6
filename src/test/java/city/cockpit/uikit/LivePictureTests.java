package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.preview.PreviewCity;
import city.cockpit.preview.ScreenTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.local.ValueSignal;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class LivePictureTests extends ScreenTest {

    private final PreviewCity town = new PreviewCity();
    private final LivePicture pictures = new LivePicture(town, () -> true);
    private final ArrayList<Long> shown = new ArrayList<>();

    @AfterEach
    void close() {
        pictures.close();
    }

    @Test
    void anOpenPageIsRedrawnOnceForEachPicture() {
        open(new Div());
        town.publish(NOON);
        awaitThat(() -> assertThat(shown).containsExactly(1L));
        town.publish(NOON);
        awaitThat(() -> assertThat(shown).containsExactly(1L, 2L));
    }

    @Test
    void theCityLearnsHowLongEachPictureTookToShow() {
        open(new Div());
        town.publish(NOON);
        awaitThat(() -> assertThat(town.timesShown()).isEqualTo(1));
    }

    @Test
    void aPageThatWasClosedIsNotRedrawn() {
        var closed = new Div();
        open(closed);
        UI.getCurrent().remove(closed);
        var open = new ArrayList<Long>();
        var other = new Div();
        pictures.follow(other, picture -> open.add(picture.version()));
        UI.getCurrent().add(other);
        town.publish(NOON);
        awaitThat(() -> assertThat(open).endsWith(1L));
        assertThat(shown).isEmpty();
    }

    @Test
    void aPictureThatComesWhileAPageIsMadeWaitsUntilThePageStands() {
        var page = new Div();
        var threads = new ArrayList<Thread>();
        var chosen = new ValueSignal<>("");
        var shownAs = new ArrayList<String>();
        pictures.follow(page, picture -> {
            threads.add(Thread.currentThread());
            shownAs.add(picture.version() + chosen.get());
            if (picture.version() > 0) return;
            town.publish(NOON);
            await().untilAsserted(() -> assertThat(town.timesShown()).isEqualTo(1));
        });
        UI.getCurrent().add(page);
        awaitThat(() -> assertThat(shownAs).endsWith("1"));
        chosen.set("Markt");
        awaitThat(() -> assertThat(shownAs).endsWith("1Markt"));
        assertThat(threads).containsOnly(Thread.currentThread());
    }

    @Test
    void aPageThatStandsAlreadyShowsThePictureAtOnce() {
        var page = new Div();
        UI.getCurrent().add(page);
        pictures.follow(page, picture -> shown.add(picture.version()));
        assertThat(shown).containsExactly(0L);
        town.publish(NOON);
        awaitThat(() -> assertThat(shown).containsExactly(0L, 1L));
    }

    private void open(Div page) {
        pictures.follow(page, picture -> shown.add(picture.version()));
        UI.getCurrent().add(page);
        settle();
        shown.clear();
    }
}
