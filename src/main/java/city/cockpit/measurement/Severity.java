package city.cockpit.measurement;

/** How much attention a band asks for, least first. Screens give each a shape and a colour. */
public enum Severity {
    GOOD,
    NOTICE,
    WARNING,
    ALARM
}
