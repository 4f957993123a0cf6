package city.cockpit.administration;

import city.cockpit.ingest.connection.ConnectionField;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Two administrators changed the same connection, both beginning with {@code base}. Nothing of either is lost, and where
 * both wrote into the same field, the one who is asked now reads the own text.
 *
 * @param theirs the fields that the other one changed
 * @param both the fields in which both wrote something different
 * @param merged what is to stand in the fields
 */
record WishMerge(Set<ConnectionField> theirs, Set<ConnectionField> both, Map<ConnectionField, String> merged) {

    static WishMerge of(
            Map<ConnectionField, String> base, Map<ConnectionField, String> mine, Map<ConnectionField, String> theirs) {
        var changedThere = EnumSet.noneOf(ConnectionField.class);
        var both = EnumSet.noneOf(ConnectionField.class);
        var merged = new EnumMap<ConnectionField, String>(ConnectionField.class);
        for (var field : ConnectionField.values()) {
            var there = !text(base, field).equals(text(theirs, field));
            var here = !text(base, field).equals(text(mine, field));
            if (there) changedThere.add(field);
            if (there && here && !text(mine, field).equals(text(theirs, field))) both.add(field);
            merged.put(field, text(here ? mine : theirs, field));
        }
        return new WishMerge(changedThere, both, merged);
    }

    private static String text(Map<ConnectionField, String> texts, ConnectionField field) {
        return texts.getOrDefault(field, "");
    }
}
