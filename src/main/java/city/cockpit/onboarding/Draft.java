package city.cockpit.onboarding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sensor as far as somebody has described it: nothing of it need be right yet. Immutable.
 *
 * @param values as they were typed; what is empty is left out
 * @param wishes what is to be observed, in the order of the message
 */
public record Draft(Map<DraftField, String> values, List<Wish> wishes) {

    public static final Draft EMPTY = new Draft(Map.of(), List.of());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Draft {
        var copy = new EnumMap<DraftField, String>(DraftField.class);
        values.forEach((field, value) -> {
            if (!value.isEmpty()) copy.put(field, value);
        });
        values = Map.copyOf(copy);
        wishes = List.copyOf(wishes);
    }

    /** Empty if nobody said. */
    public String value(DraftField field) {
        return values.getOrDefault(field, "");
    }

    public boolean has(DraftField field) {
        return !value(field).isBlank();
    }

    public Draft with(DraftField field, String value) {
        var next = new EnumMap<DraftField, String>(DraftField.class);
        next.putAll(values);
        next.put(field, value);
        return new Draft(next, wishes);
    }

    /** With a value where nobody has said any. */
    public Draft or(DraftField field, String value) {
        return has(field) ? this : with(field, value);
    }

    public Draft with(List<Wish> wanted) {
        return new Draft(values, wanted);
    }

    /** What is to be observed from that field. */
    public Optional<Wish> wishOf(String field) {
        return wishes.stream().filter(wish -> wish.field().equals(field)).findFirst();
    }

    /** With that wish, in place of the one of the same field. */
    public Draft with(Wish wish) {
        var next = new ArrayList<Wish>();
        var replaced = false;
        for (var one : wishes)
            if (one.field().equals(wish.field())) {
                next.add(wish);
                replaced = true;
            } else next.add(one);
        if (!replaced) next.add(wish);
        return with(next);
    }

    public Draft withoutWishOf(String field) {
        return with(wishes.stream().filter(wish -> !wish.field().equals(field)).toList());
    }

    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /** Whether it changes a sensor that is registered. */
    public boolean isOfRegistered() {
        return has(DraftField.VERSION);
    }

    /** To be read by {@link #ofJson}. */
    public String toJson() {
        return JSON.writeValueAsString(this);
    }

    /**
     * What {@link #toJson} wrote.
     *
     * @throws RuntimeException it was written by another version of the cockpit and cannot be read any more
     */
    public static Draft ofJson(String json) {
        return JSON.readValue(json, Draft.class);
    }
}
