package city.cockpit.access;

import java.util.Optional;

/**
 * What the sign-in page says to those who come to it: {@code /login?notice=NAME}. The texts are {@code notice.NAME}.
 * None of them tells a stranger whether there is such a person.
 */
public enum SignInNotice {
    /** No such name, a wrong password, or one that only an invitation will bring: strangers cannot tell which. */
    WRONG,
    /** Too many wrong passwords: nothing was looked at. */
    TOO_MANY_TRIES,
    /** The cockpit cannot look anything up now: neither right nor wrong. */
    UNAVAILABLE,
    /** Locked; told only to those who knew the password. */
    LOCKED,
    /** A session ended: by its age, by its owner, by an administrator, or because roles or password changed. */
    SESSION_ENDED,
    /** The person signed out. */
    SIGNED_OUT,
    /** A one-time link was used. */
    PASSWORD_CHOSEN;

    /** Parameter of the sign-in page's address whose value is a notice. */
    public static final String PARAMETER = "notice";

    /** Where the sign-in page says so, within the cockpit. */
    public String path() {
        return "/login?" + PARAMETER + "=" + name();
    }

    /** What the sign-in page was told; empty if it was told nothing that makes sense. */
    public static Optional<SignInNotice> of(String parameter) {
        for (var notice : values()) if (notice.name().equals(parameter)) return Optional.of(notice);
        return Optional.empty();
    }
}
