package city.cockpit.registry;

/** A sensor or a site of that name is registered already; nothing was changed. */
public class NameTakenException extends RuntimeException {

    private final String name;

    public NameTakenException(String name) {
        super("'%s' is registered already.".formatted(name));
        this.name = name;
    }

    public String name() {
        return name;
    }
}
