package city.cockpit.registry;

import java.util.List;

/** In which formats devices can speak: those that the pipeline reads. From memory; any thread. */
@FunctionalInterface
public interface Formats {

    /** Their short names, in the order in which they are tried. */
    List<String> listFormats();
}
