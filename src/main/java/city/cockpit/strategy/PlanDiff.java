package city.cockpit.strategy;

import city.cockpit.audit.Change;
import city.cockpit.strategy.plan.Component;
import city.cockpit.strategy.plan.Item;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Strategy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differs between two strategies, part by part and field by field. */
final class PlanDiff {

    private PlanDiff() {}

    static List<ItemChange> between(Strategy before, Strategy after) {
        var found = new ArrayList<ItemChange>();
        compare(found, ItemChange.ABOUT, before.about(), after.about());
        compare(found, ItemChange.MUNICIPALITY, before.municipality(), after.municipality());
        compare(found, ItemChange.CONCEPTS, before.concepts(), after.concepts());
        if (!before.resolutions().equals(after.resolutions()))
            found.add(new ItemChange(
                    ItemChange.Kind.CHANGED,
                    Optional.empty(),
                    ItemChange.RESOLUTIONS,
                    List.of(new Change("resolutions", text(before.resolutions()), text(after.resolutions())))));
        for (var key : Component.Key.values())
            compare(found, key.name(), component(before, key), component(after, key));
        items(found, before, after);
        return List.copyOf(found);
    }

    private static Component component(Strategy strategy, Component.Key key) {
        return strategy.components().stream()
                .filter(one -> one.key() == key)
                .findFirst()
                .orElseGet(() -> Component.none(key));
    }

    private static void compare(List<ItemChange> found, String part, Record before, Record after) {
        if (!before.equals(after))
            found.add(new ItemChange(ItemChange.Kind.CHANGED, Optional.empty(), part, changes(before, after)));
    }

    private static void items(List<ItemChange> found, Strategy before, Strategy after) {
        var former = byId(before);
        var now = byId(after);
        now.forEach((id, item) -> {
            var was = former.get(id);
            if (was == null) found.add(change(ItemChange.Kind.ADDED, item, List.of()));
            else if (!was.equals(item))
                found.add(change(ItemChange.Kind.CHANGED, item, changes((Record) was, (Record) item)));
        });
        former.forEach((id, item) -> {
            if (!now.containsKey(id)) found.add(change(ItemChange.Kind.REMOVED, item, List.of()));
        });
    }

    private static ItemChange change(ItemChange.Kind kind, Item item, List<Change> changes) {
        return new ItemChange(kind, Optional.of(item.id()), item.title(), changes);
    }

    private static Map<ItemId, Item> byId(Strategy strategy) {
        return strategy.items()
                .collect(Collectors.toMap(Item::id, item -> item, (one, other) -> one, LinkedHashMap::new));
    }

    /** One for each field in which two records of a kind differ. */
    private static List<Change> changes(Record before, Record after) {
        if (before.getClass() != after.getClass()) return List.of(new Change("kind", text(before), text(after)));
        return Stream.of(before.getClass().getRecordComponents())
                .filter(field -> !value(field, before).equals(value(field, after)))
                .map(field -> new Change(name(field), text(value(field, before)), text(value(field, after))))
                .toList();
    }

    /** "plainText" is told as "plain-text". */
    static String name(RecordComponent field) {
        return field.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    static Object value(RecordComponent field, Record record) {
        return findValue(field, record).orElseThrow();
    }

    /** What stands in the field; empty if nothing does, as in a record that was read from a table with holes. */
    static Optional<Object> findValue(RecordComponent field, Record record) {
        try {
            return Optional.ofNullable(field.getAccessor().invoke(record));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field.getName(), e);
        }
    }

    /** In plain words, without what is empty. */
    private static String text(Object value) {
        return switch (value) {
            case Optional<?> maybe -> maybe.map(PlanDiff::text).orElse("");
            case OptionalDouble maybe -> maybe.isPresent() ? text(maybe.getAsDouble()) : "";
            case OptionalInt maybe -> maybe.isPresent() ? Integer.toString(maybe.getAsInt()) : "";
            case List<?> list -> list.stream().map(PlanDiff::text).collect(Collectors.joining("; "));
            case ItemId id -> id.value();
            case Record record ->
                Stream.of(record.getClass().getRecordComponents())
                        .map(field -> text(value(field, record)))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }
}
