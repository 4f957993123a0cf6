package city.cockpit.label;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws posters, for everybody. Any thread. */
@Component
public class Posters {

    private final LabelSettings settings;

    Posters(LabelSettings settings) {
        this.settings = settings;
    }

    /** With what addresses on posters begin, without a slash at its end; empty if that is not set. */
    public Optional<String> base() {
        return settings.base();
    }

    /**
     * A poster as PDF.
     *
     * @param title of the document
     * @param language in which it is written
     */
    public void write(Poster poster, String title, Locale language, OutputStream out) throws IOException {
        PosterPdf.write(poster, title, language, out);
    }
}
