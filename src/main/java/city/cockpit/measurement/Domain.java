package city.cockpit.measurement;

/** Field of city life that one tile stands for, in the order of everyday usefulness. */
public enum Domain {
    PARKING,
    AIR,
    UV,
    NOISE,
    WEATHER,
    WATER,
    CYCLING,
    TRAFFIC,
    ENERGY,
    LIGHTING
}
