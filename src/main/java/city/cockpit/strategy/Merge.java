package city.cockpit.strategy;

import city.cockpit.strategy.plan.Component;
import city.cockpit.strategy.plan.Item;
import city.cockpit.strategy.plan.Strategy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What two people changed in the same part, as one change: what only one of them changed is taken from that person, and of
 * what both changed, mine stays.
 *
 * @param edit mine, to be made on the newest version
 * @param theirs names of the fields that come from the other; their texts are {@code field.NAME}
 * @param both names of the fields that both changed
 */
public record Merge(Edit edit, Set<String> theirs, Set<String> both) {

    public Merge {
        theirs = Set.copyOf(theirs);
        both = Set.copyOf(both);
    }

    /**
     * Merges a change of mine with what another saved meanwhile.
     *
     * @param seen the version that I changed
     * @param newest the version that the other made of it
     */
    public static Merge of(Edit mine, Strategy seen, Strategy newest) {
        var merging = new Merging(new LinkedHashSet<>(), new LinkedHashSet<>());
        var edit = switch (mine) {
            case Edit.Put(var item) ->
                new Edit.Put((Item) merging.merge(
                        seen.findItem(item.id()).map(Record.class::cast),
                        (Record) item,
                        newest.findItem(item.id()).map(Record.class::cast)));
            case Edit.OfAbout(var about) -> new Edit.OfAbout(merging.merge(seen.about(), about, newest.about()));
            case Edit.OfMunicipality(var town) ->
                new Edit.OfMunicipality(merging.merge(seen.municipality(), town, newest.municipality()));
            case Edit.OfConcepts(var concepts) ->
                new Edit.OfConcepts(merging.merge(seen.concepts(), concepts, newest.concepts()));
            case Edit.OfComponents(var components) ->
                new Edit.OfComponents(components.stream()
                        .map(one -> merging.merge(find(seen, one.key()), one, find(newest, one.key())))
                        .toList());
            case Edit.OfResolutions(var resolutions) -> {
                merging.both.add("resolutions");
                yield new Edit.OfResolutions(resolutions);
            }
            case Edit.Remove remove -> remove;
            case Edit.Whole whole -> whole;
            case Edit.Back back -> back;
        };
        return new Merge(edit, merging.theirs, merging.both);
    }

    private static Component find(Strategy strategy, Component.Key key) {
        return strategy.components().stream()
                .filter(one -> one.key() == key)
                .findFirst()
                .orElseGet(() -> Component.none(key));
    }

    private record Merging(Set<String> theirs, Set<String> both) {

        Record merge(Optional<Record> seen, Record mine, Optional<Record> newest) {
            return seen.isEmpty() || newest.isEmpty() ? mine : merge(seen.get(), mine, newest.get());
        }

        <R extends Record> R merge(R seen, R mine, R newest) {
            if (seen.getClass() != mine.getClass() || newest.getClass() != mine.getClass()) return mine;
            var fields = mine.getClass().getRecordComponents();
            var values = Arrays.stream(fields)
                    .map(field -> value(field, seen, mine, newest))
                    .toArray();
            try {
                var types = Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new);
                @SuppressWarnings("unchecked") // the class of a record makes records of that class
                var made = (R) mine.getClass().getDeclaredConstructor(types).newInstance(values);
                return made;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(mine.getClass().getName(), e);
            }
        }

        private Object value(RecordComponent field, Record seen, Record mine, Record newest) {
            var was = PlanDiff.value(field, seen);
            var typed = PlanDiff.value(field, mine);
            var other = PlanDiff.value(field, newest);
            if (other.equals(was) || other.equals(typed)) return typed;
            if (typed.equals(was)) {
                theirs.add(PlanDiff.name(field));
                return other;
            }
            both.add(PlanDiff.name(field));
            return typed;
        }
    }
}
