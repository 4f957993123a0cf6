package city.cockpit.sitefacts;

/**
 * A building whose use of energy can be compared.
 *
 * @param kind key in {@link ReferenceBuildings}
 * @param squareMetres net floor area; of an indoor pool the area of its water, as its comparison values want it
 */
public record Building(String kind, int squareMetres) {

    public Building {
        if (squareMetres < 1) throw new IllegalArgumentException("a building of %d m²".formatted(squareMetres));
    }
}
