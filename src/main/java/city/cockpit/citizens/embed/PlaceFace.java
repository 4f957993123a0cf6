package city.cockpit.citizens.embed;

import city.cockpit.measurement.Site;
import city.cockpit.sitefacts.SiteFacts;
import city.cockpit.uikit.TileFace;

/**
 * What is measured at a place.
 *
 * @param known what the town says of it
 */
record PlaceFace(Site site, TileFace face, SiteFacts known) {}
