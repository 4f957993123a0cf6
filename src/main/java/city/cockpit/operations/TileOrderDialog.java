package city.cockpit.operations;

import city.cockpit.access.Role;
import city.cockpit.measurement.Domain;
import city.cockpit.uikit.Attempt;
import city.cockpit.uikit.FormMessage;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Arranges and hides tiles: by dragging, or with a button for each step, which the keyboard and a single tap reach (WCAG
 * 2.5.7). Each step is kept at once and can be taken back.
 */
@Tag("dialog")
final class TileOrderDialog extends HtmlContainer {

    private final Wording words;
    private final KeptTileOrder kept;
    private final List<Domain> byAttention;
    private final Consumer<TileOrder> show;
    private final Deque<TileOrder> before = new ArrayDeque<>();
    private final OrderedList list = new OrderedList();
    private final List<Row> rows = new ArrayList<>();
    private final Checkbox attention = new Checkbox();
    private final Button undo;
    private final FormMessage message = new FormMessage();
    private final Attempt attempt;
    private TileOrder order;

    TileOrderDialog(
            Wording words,
            KeptTileOrder kept,
            TileOrder order,
            List<Domain> byAttention,
            Consumer<TileOrder> show,
            Runnable closed) {
        this.words = words;
        this.kept = kept;
        this.order = order;
        this.byAttention = byAttention;
        this.show = show;
        this.attempt = new Attempt(words, message);
        addClassName("tile-order");
        getElement().setAttribute("closedby", "any");
        getElement().setAttribute("aria-label", words.text("tile-order.title"));
        attention.setLabel(words.text("tile-order.attention"));
        attention.addValueChangeListener(change -> {
            if (change.isFromClient()) become(change.getValue() ? this.order.byAttention() : inItsPlaces());
        });
        undo = new Button(words.text("tile-order.undo"), click -> takeBack());
        var done = new Button(words.text("tile-order.done"));
        done.addThemeVariants(ButtonVariant.PRIMARY);
        done.getElement().executeJs("this.addEventListener('click', () => this.closest('dialog').close())");
        var buttons = new Div(done, undo, new Button(words.text("tile-order.reset"), click -> reset()));
        buttons.addClassName("panel-buttons");
        add(
                new H2(words.text("tile-order.title")),
                new Paragraph(words.text("tile-order.lead")),
                attention,
                list,
                message,
                buttons);
        if (kept.isAdministrators()) add(forRoles());
        getElement().addEventListener("close", event -> {
            removeFromParent();
            closed.run();
        });
        draw();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("if (!this.open) this.showModal()");
    }

    private TileOrder inItsPlaces() {
        return new TileOrder(order.all(byAttention), order.hidden());
    }

    private Div forRoles() {
        var role = new Select<Role>();
        role.setLabel(words.text("tile-order.for-role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(one -> words.text("role." + one));
        var keep = new Button(words.text("tile-order.for-role.keep"), click -> {
            var chosen = role.getValue();
            if (chosen == null) return;
            attempt.at(
                    () -> {
                        kept.keepFor(chosen, order);
                        return chosen;
                    },
                    done -> message.say(
                            FormMessage.Kind.DONE, words.text("tile-order.for-role.kept", words.text("role." + done))));
        });
        var part = new Div(role, keep);
        part.addClassName("tile-order-roles");
        return part;
    }

    /** Returns whether it is so now. */
    private boolean become(TileOrder next) {
        if (next.equals(order)) return true;
        var last = order;
        return keep(next, () -> before.push(last));
    }

    private void takeBack() {
        var last = before.peek();
        if (last != null) keep(last, before::pop);
    }

    private void reset() {
        var last = order;
        attempt.at(kept::forget, next -> {
            before.push(last);
            shown(next);
            message.say(FormMessage.Kind.DONE, words.text("tile-order.reset.done"));
        });
    }

    private boolean keep(TileOrder next, Runnable done) {
        var isKept = attempt.at(
                () -> {
                    kept.keep(next);
                    return next;
                },
                now -> {
                    done.run();
                    message.clear();
                    shown(now);
                });
        draw();
        return isKept;
    }

    private void shown(TileOrder now) {
        order = now;
        show.accept(now);
        draw();
    }

    private void draw() {
        attention.setValue(order.isByAttention());
        undo.setEnabled(!before.isEmpty());
        var all = order.all(byAttention);
        while (rows.size() < all.size()) {
            rows.add(new Row(rows.size()));
            list.add(rows.getLast());
        }
        for (var place = 0; place < all.size(); place++) rows.get(place).show(all.get(place), place == all.size() - 1);
    }

    private void move(Domain domain, int place) {
        if (become(order.with(domain, place, byAttention)))
            message.say(
                    FormMessage.Kind.HINT,
                    words.text("tile-order.moved", words.text("domain." + domain), (long) place + 1));
    }

    /** One step; the keyboard goes along with the tile. */
    private void step(Domain domain, int from, int by) {
        move(domain, from + by);
        rows.get(from + by).focus(by);
    }

    /** Rows keep their places and show each other's tiles, as on the page. */
    private final class Row extends ListItem {

        private final int place;
        private final Checkbox visible = new Checkbox();
        private final NativeButton up;
        private final NativeButton down;
        private Domain domain = Domain.PARKING;

        Row(int place) {
            this.place = place;
            var handle = new Span("⠿");
            handle.addClassName("tile-order-handle");
            handle.getElement().setAttribute("aria-hidden", "true");
            visible.addValueChangeListener(change -> {
                if (change.isFromClient()) become(order.withHidden(domain, !change.getValue()));
            });
            up = new NativeButton("↑", click -> step(domain, place, -1));
            down = new NativeButton("↓", click -> step(domain, place, 1));
            add(handle, visible, up, down);
            var source = DragSource.create(this);
            source.addDragStartListener(start -> source.setDragData(domain));
            DropTarget.create(this)
                    .addDropListener(drop -> drop.getDragData()
                            .filter(Domain.class::isInstance)
                            .map(Domain.class::cast)
                            .ifPresent(moved -> move(moved, place)));
        }

        void show(Domain next, boolean isLast) {
            domain = next;
            var name = words.text("domain." + next);
            visible.setLabel(name);
            visible.setValue(!order.hidden().contains(next));
            up.setAriaLabel(words.text("tile-order.up", name));
            up.setEnabled(place > 0);
            down.setAriaLabel(words.text("tile-order.down", name));
            down.setEnabled(!isLast);
        }

        /** At the ends the other way is the only one. */
        void focus(int by) {
            var wanted = by < 0 ? up : down;
            (wanted.isEnabled() ? wanted : by < 0 ? down : up).focus();
        }
    }
}
