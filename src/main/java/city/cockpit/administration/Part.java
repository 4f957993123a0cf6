package city.cockpit.administration;

/** What the cockpit is made of, for those who keep it running. The texts are {@code part.NAME}. */
enum Part {
    READINGS,
    BROKER,
    DATABASE,
    NODES,
    AUDIT_TRAIL,
    DISK,
    PAGES,
    IDENTITY_PROVIDER,
    MAIL,
    CALENDARS
}
