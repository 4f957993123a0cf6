package city.cockpit.citizens.embed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** On which paper an embed lies; the words are {@code embed.theme.NAME}. */
enum Theme {
    /** As the computer of the reader wants it. */
    AUTO,
    LIGHT,
    DARK;

    /** What an address says; what it says nothing sensible of is {@link #AUTO}. */
    static Theme of(Optional<String> address) {
        return Arrays.stream(values())
                .filter(theme -> address.filter(theme.inAddress()::equals).isPresent())
                .findFirst()
                .orElse(AUTO);
    }

    String inAddress() {
        return name().toLowerCase(Locale.ROOT);
    }
}
