package city.cockpit.registry;

/** What people write about sensors: one line, of bounded length. */
final class Texts {

    private Texts() {}

    static void check(String field, String text, int longest) {
        if (text.length() > longest)
            throw new IllegalArgumentException("%s has more than %d characters".formatted(field, longest));
        if (text.codePoints().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException(field + " has characters that nobody can see");
    }
}
