package city.cockpit.uikit;

import city.cockpit.live.CityPicture;
import city.cockpit.measurement.Domain;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the city measures: a map or, the same in words, a list, of all domains or one. Whoever chooses a site on the map
 * sees everything that is measured there.
 */
public final class SiteCard extends Composite<Section> {

    private final Wording words;
    private final SiteMarkerBoard board;
    private final SiteMap map;
    private final SiteList list;
    private final Div chips = new Div();
    private final Map<Optional<Domain>, NativeButton> choices = new LinkedHashMap<>();
    private final NativeButton mapSwitch;
    private final NativeButton listSwitch;
    private Optional<Domain> told;
    private List<Domain> offered = List.of();
    private @Nullable CityPicture newest;
    private @Nullable SiteDialog dialog;

    public SiteCard(Wording words, SiteMarkerBoard board) {
        this(words, board, Optional.empty());
    }

    /** @param only of which domain the card tells, on a page about that; all can be chosen without */
    SiteCard(Wording words, SiteMarkerBoard board, Optional<Domain> only) {
        this.words = words;
        this.told = only;
        this.board = board;
        map = board.newMap(words);
        list = new SiteList(words);
        map.onChoice(this::open);
        mapSwitch = new NativeButton(words.text("sites.map"), click -> show(map));
        listSwitch = new NativeButton(words.text("sites.list"), click -> show(list));
        var views = new Div(mapSwitch, listSwitch);
        views.addClassName("ranges");
        views.getElement().setAttribute("role", "group");
        views.getElement().setAttribute("aria-label", words.text("sites.view"));
        chips.addClassName("site-domains");
        chips.getElement().setAttribute("role", "group");
        chips.getElement().setAttribute("aria-label", words.text("sites.domains"));
        getContent().addClassName("sites");
        getContent().add(new Header(new H2(words.text("sites.title")), views), chips, map);
        press(mapSwitch, true);
        press(listSwitch, false);
        only.ifPresent(this::tellOnly);
    }

    /** The page says already what the list would say. */
    private void tellOnly(Domain domain) {
        map.tell(Optional.of(domain));
        chips.setVisible(false);
        mapSwitch.getParent().ifPresent(views -> views.setVisible(false));
    }

    /** Shows what the picture says; only what changed is sent to the browser. */
    public void show(CityPicture picture) {
        if (newest == null || newest.series().isEmpty()) board.layPlan(map, picture);
        newest = picture;
        var drawn = board.draw(picture, words);
        var markers = drawn.markers();
        if (!drawn.domains().equals(offered)) offer(drawn.domains());
        map.show(drawn);
        if (list.isAttached()) list.show(markers, told);
        if (dialog != null) dialog.show(picture);
        setVisible(!markers.isEmpty());
    }

    private void offer(List<Domain> domains) {
        offered = domains;
        var wanted = new ArrayList<Optional<Domain>>(List.of(Optional.empty()));
        domains.forEach(domain -> wanted.add(Optional.of(domain)));
        choices.clear();
        chips.removeAll();
        for (var domain : wanted) {
            var name = domain.map(one -> words.text("domain." + one)).orElse(words.text("sites.all"));
            var chip = new NativeButton(name, click -> tell(domain));
            press(chip, domain.equals(told));
            choices.put(domain, chip);
            chips.add(chip);
        }
    }

    private void tell(Optional<Domain> domain) {
        told = domain;
        choices.forEach((choice, chip) -> press(chip, choice.equals(domain)));
        map.tell(domain);
        refresh();
    }

    private void show(Component view) {
        if (view.isAttached()) return;
        getContent().remove(view == map ? list : map);
        getContent().add(view);
        press(mapSwitch, view == map);
        press(listSwitch, view == list);
        refresh();
    }

    private void refresh() {
        if (newest != null) show(newest);
    }

    private void open(String site) {
        if (newest == null || dialog != null) return;
        var states = SiteStates.find(newest, site);
        if (states.isEmpty()) return;
        var opened = new SiteDialog(words, site, () -> dialog = null);
        opened.show(newest);
        dialog = opened;
        getContent().add(opened);
    }

    private static void press(NativeButton button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
    }
}
