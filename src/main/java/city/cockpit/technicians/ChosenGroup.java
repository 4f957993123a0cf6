package city.cockpit.technicians;

import city.cockpit.ingest.kept.RefusalGroup;
import city.cockpit.uikit.Side;
import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The group that the address of a page names, beside the list for as long as there is such a group. Its panel stays while
 * others are listed, so that nobody loses what he has begun there.
 */
final class ChosenGroup<P extends Component> {

    private final Side side;
    private final Function<RefusalGroup, P> opened;
    private final BiConsumer<P, RefusalGroup> told;
    private Optional<Long> chosen = Optional.empty();
    private Optional<P> panel = Optional.empty();

    /**
     * @param opened makes the panel of a group and puts it {@linkplain Side#open beside} the list
     * @param told tells a panel what is newest of its group
     */
    ChosenGroup(Side side, Function<RefusalGroup, P> opened, BiConsumer<P, RefusalGroup> told) {
        this.side = side;
        this.opened = opened;
        this.told = told;
    }

    void choose(Optional<Long> id, List<RefusalGroup> groups) {
        chosen = id;
        panel = Optional.empty();
        show(groups);
    }

    /** What there is now. */
    void show(List<RefusalGroup> groups) {
        var group = chosen.flatMap(
                id -> groups.stream().filter(one -> one.id() == id).findFirst());
        if (group.isEmpty()) {
            side.close();
            panel = Optional.empty();
            return;
        }
        var open = panel.orElseGet(() -> opened.apply(group.get()));
        panel = Optional.of(open);
        told.accept(open, group.get());
    }
}
