package city.cockpit.administration;

import city.cockpit.audit.AuditTrail;
import city.cockpit.audit.Change;
import city.cockpit.uikit.Wording;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Says in words what the audit trail keeps in signs. What it has no word for stays as it is. */
final class AuditWords {

    private static final String TOKEN = "token:";

    private final Wording words;

    AuditWords(Wording words) {
        this.words = words;
    }

    String actor(String actor) {
        if (actor.equals(AuditTrail.SYSTEM)) return words.text("audit.actor.system");
        if (actor.startsWith(TOKEN)) return words.text("audit.actor.token", actor.substring(TOKEN.length()));
        return actor;
    }

    String field(Change change) {
        return words.findText("field." + change.field()).orElse(change.field());
    }

    /** A value of that change, before or after. */
    String value(Change change, String value) {
        return switch (change.field()) {
            case "roles" -> each(value, "role.");
            case "scopes" -> each(value, "scope.");
            case "parts" -> each(value, "setup.part.");
            case "deed" -> each(value, "deed.");
            case "phase" -> each(value, "phase.");
            case "visibility" -> each(value, "visibility.");
            case "from", "to", "expires-at" -> moment(value);
            default -> value;
        };
    }

    private String each(String names, String prefix) {
        return Arrays.stream(names.split(", "))
                .map(name -> words.findText(prefix + name).orElse(name))
                .collect(Collectors.joining(", "));
    }

    private String moment(String value) {
        try {
            return words.formats().dateTime(Instant.parse(value));
        } catch (DateTimeParseException e) {
            return value;
        }
    }
}
