package city.cockpit.operations;

import city.cockpit.live.CityPicture;
import city.cockpit.measurement.Domain;
import city.cockpit.uikit.AttentionList;
import city.cockpit.uikit.CitySentence;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.TileBoard;
import city.cockpit.uikit.TileFaces;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;

/** The cockpit of city staff: the tiles of the citizens, denser, each leading to the series behind it. */
@Route(value = "cockpit", layout = CockpitLayout.class)
@Menu(title = "nav.operations", order = 2)
@PermitAll
final class OperationsView extends Main implements HasDynamicTitle {

    private final Wordings wordings;
    private final Wording words;
    private final CitySentence sentence;
    private final TileFaces faces;
    private final TileBoard<Domain> board;
    private final AttentionList attention;

    OperationsView(Wordings wordings, LivePicture pictures) {
        this.wordings = wordings;
        words = wordings.ofThisPage();
        sentence = new CitySentence(words);
        faces = new TileFaces(words);
        board = new TileBoard<>(words);
        board.addClassName("dense");
        attention = new AttentionList(words);
        add(sentence, board, attention);
        pictures.follow(this, this::show);
    }

    private void show(CityPicture picture) {
        sentence.show(picture);
        board.show(
                List.copyOf(picture.domains().keySet()),
                domain -> faces.of(
                        Objects.requireNonNull(picture.domains().get(domain)),
                        picture,
                        "cockpit/" + TileFaces.slug(domain)));
        attention.show(picture);
    }

    @Override
    public String getPageTitle() {
        return words.text("operations.title", wordings.town().name());
    }
}
