package city.cockpit.registry;

/** Somebody else has changed the sensor or site since it was read; nothing was changed. Read it again. */
public class ChangedMeanwhileException extends RuntimeException {

    public ChangedMeanwhileException(String name) {
        super("'%s' was changed meanwhile.".formatted(name));
    }
}
