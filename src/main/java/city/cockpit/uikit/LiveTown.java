package city.cockpit.uikit;

import city.cockpit.town.SavedTown;
import city.cockpit.town.TownHall;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.signals.shared.SharedValueSignal;
import jakarta.annotation.PreDestroy;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Brings the town's settings to the pages: name, arms and colours change on every open page when an administrator saves.
 * As in {@link LivePicture} the signal carries a number and the pages read what it stands for.
 */
@org.springframework.stereotype.Component
public class LiveTown {

    private final TownHall town;
    private final SharedValueSignal<Long> version;
    private final Runnable unsubscribe;

    /** The executor's threads, not the one that saves, run the effects of the pages. */
    LiveTown(TownHall town, @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor) {
        this.town = town;
        this.version = new SharedValueSignal<>(town.now().version());
        this.unsubscribe = town.subscribe(
                () -> executor.execute(() -> version.set(town.now().version())));
    }

    /** The settings in force. Never blocks. */
    public SavedTown now() {
        return town.now();
    }

    /**
     * Shows the settings as soon as the component is on a page, and again after every change, on the page's own thread. In
     * the first response, see {@link FirstResponse}, they are shown now and once.
     */
    public void follow(Component component, Consumer<SavedTown> show) {
        if (UI.getCurrent() == null) {
            show.accept(town.now());
            return;
        }
        PageEffect.of(component, () -> {
            version.get();
            show.accept(town.now());
        });
    }

    /** The town's colours as declarations for the style of the root element: part of the first response of every page. */
    public String style() {
        return style(town.now());
    }

    static String style(SavedTown town) {
        var accent = town.profile().accent();
        return "--town-accent-light: %s; --town-accent-dark: %s;"
                .formatted(accent.light().value(), accent.dark().value());
    }

    @PreDestroy
    void close() {
        unsubscribe.run();
    }
}
