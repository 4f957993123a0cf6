package city.cockpit.citizens.embed;

import city.cockpit.measurement.Site;
import city.cockpit.uikit.TileFace;

/** What is measured at a place. */
record PlaceFace(Site site, TileFace face) {}
