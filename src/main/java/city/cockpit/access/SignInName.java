package city.cockpit.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name with which a person signs in: small letters, digits and {@code . _ @ + -}, at most 64, so an e-mail address will do. */
public record SignInName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,63}");

    public SignInName {
        if (!FORM.matcher(value).matches())
            throw new IllegalArgumentException("not a sign-in name: '%.100s'".formatted(value));
    }

    /** What a person typed, without regard to case and space around it; empty if it cannot be a sign-in name. */
    public static Optional<SignInName> of(String typed) {
        if (typed.length() > 200) return Optional.empty();
        var name = typed.strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(name).matches() ? Optional.of(new SignInName(name)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
