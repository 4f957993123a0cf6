package city.cockpit.operations;

import city.cockpit.alerts.IncidentPicture;
import city.cockpit.alerts.RuleWords;
import city.cockpit.uikit.Printed;
import city.cockpit.uikit.Wording;
import java.time.Instant;

/** The most urgent open incidents in a few lines beside the tiles: what, where, since when, and who is on it. */
final class IncidentList extends Printed {

    /** Its id in its page, the target of links from sentences. */
    static final String ANCHOR = "open-incidents";

    /** What fits beside the tiles; the others are one tap away. */
    static final int FEW = 3;

    private final Wording words;
    private final RuleWords ruleWords;
    private final boolean mayOpen;
    private final int few;
    private long shown = -1;

    /**
     * @param mayOpen whether the visitor may see the page of incidents
     * @param few no more are shown
     */
    IncidentList(Wording words, RuleWords ruleWords, boolean mayOpen, int few) {
        super(words);
        this.words = words;
        this.ruleWords = ruleWords;
        this.mayOpen = mayOpen;
        this.few = few;
        setId(ANCHOR);
        addClassNames("attention", "incident-list");
    }

    /** Changes nothing while the incidents are the same. */
    void show(IncidentPicture picture, Instant now) {
        if (picture.version() == shown) return;
        shown = picture.version();
        show(IncidentFace.of(picture, few, mayOpen, now, words, ruleWords));
    }
}
