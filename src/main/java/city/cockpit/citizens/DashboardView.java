package city.cockpit.citizens;

import city.cockpit.calendar.TownCalendars;
import city.cockpit.live.CityPicture;
import city.cockpit.measurement.Domain;
import city.cockpit.planning.ProgressStrip;
import city.cockpit.planning.Promises;
import city.cockpit.uikit.CityFaces;
import city.cockpit.uikit.CitySentence;
import city.cockpit.uikit.CockpitLayout;
import city.cockpit.uikit.LivePicture;
import city.cockpit.uikit.Nearby;
import city.cockpit.uikit.PauseControl;
import city.cockpit.uikit.SiteMarkerBoard;
import city.cockpit.uikit.SitesOnDemand;
import city.cockpit.uikit.TileBoard;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The public dashboard: one tile for each domain of city life that has sensors, the most useful ones first. */
@Route(value = "", layout = CockpitLayout.class)
@Menu(title = "nav.overview", order = 1)
@AnonymousAllowed
final class DashboardView extends Main implements HasDynamicTitle {

    private final Wordings wordings;
    private final Wording words;
    private final CitySentence sentence = new CitySentence("");
    private final Text lead = new Text("");
    private final PauseControl pause;
    private final CityFaces faces;
    private final TileBoard<Domain> board;
    private final CalendarBoard calendars;
    private final Promises promises;
    private final ProgressStrip strip;
    private final Nearby nearby;
    private final SitesOnDemand sites;
    private final Announcement announcement = new Announcement();
    private final HonestyLine honesty;

    DashboardView(
            Wordings wordings,
            LivePicture pictures,
            CityFaces faces,
            InstantSource clock,
            SiteMarkerBoard markers,
            Promises promises,
            TownCalendars calendars,
            DayLedger ledger) {
        this.words = wordings.ofThisPage();
        this.wordings = wordings;
        this.faces = faces;
        this.promises = promises;
        board = TileBoard.wordsFirst(words);
        board.addClassName("citizens");
        this.calendars = new CalendarBoard(words, calendars, clock);
        pause = new PauseControl(words, clock);
        var below = new Div(new Span(lead), pause, new Anchor(PlainView.PATH, words.text("plain.link")));
        below.addClassName("lead");
        strip = new ProgressStrip(words, promises);
        nearby = new Nearby(words, markers, Optional.empty());
        sites = new SitesOnDemand(words, markers);
        honesty = new HonestyLine(words, ledger, faces);
        add(sentence, announcement, below, board, this.calendars, nearby, strip, sites, honesty);
        pictures.follow(this, pause.held(), this::show);
    }

    private void show(CityPicture picture) {
        var greeting = faces.greeting(picture, words);
        sentence.show(greeting);
        announcement.show(greeting, picture.at());
        lead.setText(words.text(picture.domains().isEmpty() ? "citizens.empty" : "citizens.lead"));
        pause.setVisible(!picture.domains().isEmpty());
        board.show(List.copyOf(picture.domains().keySet()), faces.ofCitizens(picture, words), promises::about);
        calendars.show();
        nearby.show(picture);
        strip.show();
        sites.show(picture);
        honesty.show(picture);
    }

    @Override
    public String getPageTitle() {
        return words.text("citizens.title", wordings.town().name());
    }
}
