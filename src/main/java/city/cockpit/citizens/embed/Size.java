package city.cockpit.citizens.embed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How large an embed is and how much it tells; the words are {@code embed.size.NAME}. */
enum Size {
    /** Name, word, value and age. */
    S(340),
    /** With the line of the day and a line of sense. */
    M(510),
    /** The same with larger letters. */
    L(680);

    private final int pixels;

    Size(int pixels) {
        this.pixels = pixels;
    }

    /** Width of a picture. */
    int pixels() {
        return pixels;
    }

    /** What an address says; what it says nothing sensible of is {@link #M}. */
    static Size of(Optional<String> address) {
        return Arrays.stream(values())
                .filter(size -> address.filter(size.inAddress()::equals).isPresent())
                .findFirst()
                .orElse(M);
    }

    String inAddress() {
        return name().toLowerCase(Locale.ROOT);
    }
}
