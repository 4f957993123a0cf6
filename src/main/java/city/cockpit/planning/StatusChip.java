package city.cockpit.planning;

import city.cockpit.strategy.progress.ScheduleProgress.Light;
import city.cockpit.strategy.progress.Status;
import city.cockpit.uikit.WordChip;

/** How something stands, as a word with a shape in a colour; grey where nobody knows. */
final class StatusChip {

    private StatusChip() {}

    static WordChip of(Status status, String word) {
        return new WordChip(
                switch (status) {
                    case ACHIEVED, ON_TRACK -> "good";
                    case AT_RISK -> "notice";
                    case OFF_TRACK -> "warning";
                    case MISSED -> "alarm";
                    case NO_DATA -> "";
                },
                word);
    }

    static WordChip of(Standing standing, String word) {
        return new WordChip(
                switch (standing) {
                    case DONE, UNDER_WAY -> "good";
                    case DELAYED -> "notice";
                    case PLANNED, GIVEN_UP -> "";
                },
                word);
    }

    static WordChip of(Light light, String word) {
        return new WordChip(
                switch (light) {
                    case GREEN -> "good";
                    case AMBER -> "notice";
                    case RED -> "alarm";
                    case NONE -> "";
                },
                word);
    }

    static WordChip good(String word) {
        return new WordChip("good", word);
    }

    static WordChip notice(String word) {
        return new WordChip("notice", word);
    }

    static WordChip none(String word) {
        return new WordChip("", word);
    }
}
