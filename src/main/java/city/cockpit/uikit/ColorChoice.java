package city.cockpit.uikit;

import com.vaadin.flow.component.page.ColorScheme;
import java.util.Arrays;

/** Light, dark, as the reader's computer has it, or that with as much contrast as there can be. */
enum ColorChoice {
    AUTO(ColorScheme.Value.SYSTEM),
    LIGHT(ColorScheme.Value.LIGHT),
    DARK(ColorScheme.Value.DARK),
    CONTRAST(ColorScheme.Value.SYSTEM);

    private final ColorScheme.Value scheme;

    ColorChoice(ColorScheme.Value scheme) {
        this.scheme = scheme;
    }

    ColorScheme.Value scheme() {
        return scheme;
    }

    ColorChoice next() {
        return switch (this) {
            case AUTO -> LIGHT;
            case LIGHT -> DARK;
            case DARK -> CONTRAST;
            case CONTRAST -> AUTO;
        };
    }

    /** The choice of that name; AUTO for anything else. */
    static ColorChoice named(String name) {
        return Arrays.stream(values())
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElse(AUTO);
    }
}
