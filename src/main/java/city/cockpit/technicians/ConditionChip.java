package city.cockpit.technicians;

import city.cockpit.fleet.Finding;
import city.cockpit.uikit.WordChip;

/** A word with a shape: how a sensor is, or what it is at the moment. */
final class ConditionChip {

    private ConditionChip() {}

    static WordChip of(Finding finding, FindingWords words) {
        return new WordChip(FindingWords.severity(finding), words.name(finding));
    }

    static WordChip good(String word) {
        return new WordChip("good", word);
    }

    static WordChip none(String word) {
        return new WordChip("", word);
    }
}
