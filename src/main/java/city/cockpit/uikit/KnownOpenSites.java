package city.cockpit.uikit;

import city.cockpit.measurement.Site;
import city.cockpit.measurement.TownSource;
import city.cockpit.sitefacts.SiteFactBook;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** By the opening hours that the town told. */
@Component
class KnownOpenSites implements OpenSites {

    private final SiteFactBook facts;
    private final TownSource town;

    KnownOpenSites(SiteFactBook facts, TownSource town) {
        this.facts = facts;
        this.town = town;
    }

    @Override
    public boolean mayBeOpen(Site site, Instant at) {
        return !facts.of(site.key()).isClosed(at, town.town().zone());
    }
}
