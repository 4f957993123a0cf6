package city.cockpit.transfer;

/** How files with a certain header are read, remembered under a name. */
public record Mapping(String name, FileForm form) {

    public static final int LONGEST_NAME = 100;
}
