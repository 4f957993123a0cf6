package city.cockpit.uikit;

import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;

/**
 * What the frame of every page says of the sensors, in the words of one language.
 *
 * @param isKnown whether there are any
 * @param isAlive whether one of them speaks
 * @param isSimulated whether a value that is shown is simulated
 * @param text how many speak
 */
record FramePulse(boolean isKnown, boolean isAlive, boolean isSimulated, String text) {

    static FramePulse of(CityPicture picture, Wording words) {
        var reporting = Reporting.of(picture);
        return new FramePulse(
                reporting.known() > 0,
                reporting.isAlive(),
                picture.series().values().stream().anyMatch(FramePulse::isShownAndSimulated),
                reporting.text(words));
    }

    private static boolean isShownAndSimulated(SeriesState state) {
        return state.series().simulated() && state.newest().isPresent();
    }
}
