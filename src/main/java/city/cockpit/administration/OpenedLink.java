package city.cockpit.administration;

/** A one-time link that was opened in this session. It never shows its secret. */
record OpenedLink(String secret) {

    @Override
    public String toString() {
        return "an opened link";
    }
}
