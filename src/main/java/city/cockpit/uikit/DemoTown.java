package city.cockpit.uikit;

import city.cockpit.measurement.Site;

/** Where the plan of the demo town ({@code demo-town.json}) lies. */
final class DemoTown {

    private static final double SOUTH = 50.850;
    private static final double NORTH = 50.888;
    private static final double WEST = 9.667;
    private static final double EAST = 9.746;

    private DemoTown() {}

    static boolean holds(Site site) {
        return site.latitude() > SOUTH && site.latitude() < NORTH && site.longitude() > WEST && site.longitude() < EAST;
    }
}
