package city.cockpit.citizens;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;

/**
 * The film in which the town explains its cockpit in sign language: a file with a fixed name in the folder of media, and its
 * captions beside it if there are any. It is looked for whenever somebody asks, so it may come while the cockpit runs. Any
 * thread.
 */
public final class SignLanguage {

    /** Where browsers fetch it. */
    static final String PATH = "media";

    private static final List<Medium> FILMS = List.of(
            new Medium("sign-language.mp4", new MediaType("video", "mp4")),
            new Medium("sign-language.webm", new MediaType("video", "webm")));

    private static final Medium CAPTIONS = new Medium("sign-language.vtt", new MediaType("text", "vtt"));

    private final Path folder;

    /** @param folder need not be there */
    public SignLanguage(Path folder) {
        this.folder = folder;
    }

    /** A file that may lie in the folder; all others in it are nobody's business. */
    record Medium(String name, MediaType type) {

        String address() {
            return PATH + "/" + name;
        }
    }

    record Film(Medium film, Optional<Medium> captions) {}

    Optional<Film> find() {
        return FILMS.stream()
                .filter(this::isThere)
                .findFirst()
                .map(film -> new Film(film, Optional.of(CAPTIONS).filter(this::isThere)));
    }

    /** Empty if there is no such file or it is none of a film. */
    Optional<Medium> find(String name) {
        return Optional.of(name)
                .flatMap(wanted -> listMedia().stream()
                        .filter(medium -> medium.name().equals(wanted))
                        .findFirst())
                .filter(this::isThere);
    }

    Path file(Medium medium) {
        return folder.resolve(medium.name());
    }

    /** Where whoever has a film puts it. */
    Path wanted() {
        return file(FILMS.getFirst()).toAbsolutePath().normalize();
    }

    private static List<Medium> listMedia() {
        return List.of(FILMS.getFirst(), FILMS.getLast(), CAPTIONS);
    }

    private boolean isThere(Medium medium) {
        return Files.isReadable(file(medium));
    }
}
