package city.cockpit.uikit;

import java.util.List;

/**
 * The way from a value to what the town promised about it.
 *
 * @param href where the promise stands, or all of them, relative to the base of the site
 * @param titles of the promises that the value counts for, at least one
 */
public record Promised(String href, List<String> titles) {

    public Promised {
        titles = List.copyOf(titles);
        if (titles.isEmpty()) throw new IllegalArgumentException("nothing is promised at " + href);
    }
}
