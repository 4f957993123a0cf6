package city.cockpit.ingest.connection;

import city.cockpit.audit.Change;
import city.cockpit.transport.TrustedAuthority;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the audit trail keeps of a change to a connection: everything but the password. */
final class Changes {

    private static final String HIDDEN = "••••••";

    private Changes() {}

    static List<Change> of(Wish added) {
        return Arrays.stream(ConnectionField.values())
                .map(field -> new Change(name(field), "", value(field, added)))
                .filter(change -> !change.after().isEmpty())
                .toList();
    }

    static List<Change> between(Wish before, Wish after) {
        return Arrays.stream(ConnectionField.values())
                .filter(field -> field == ConnectionField.PASSWORD
                        ? after.password() instanceof Wish.Password.Typed
                        : !field.of(before).equals(field.of(after)))
                .map(field -> new Change(name(field), value(field, before), value(field, after)))
                .toList();
    }

    private static String name(ConnectionField field) {
        return switch (field) {
            case TITLE -> "title";
            case ADDRESS -> "broker";
            case USERNAME -> "broker-user";
            case PASSWORD -> "broker-password";
            case CERTIFICATE -> "broker-certificate";
            case CLIENT_ID -> "client-id";
            case TOPICS -> "topics";
            case GROUP -> "share-group";
            case FORMAT -> "format";
            case ZONE -> "zone";
            case ENABLED -> "enabled";
        };
    }

    private static String value(ConnectionField field, Wish wish) {
        return switch (field) {
            case PASSWORD -> wish.password() instanceof Wish.Password.Typed(var text) && !text.isEmpty() ? HIDDEN : "";
            case CERTIFICATE -> wish.certificate().isEmpty() ? "" : subjects(wish.certificate());
            case TOPICS -> field.of(wish).replace("\n", ", ");
            case TITLE, ADDRESS, USERNAME, CLIENT_ID, GROUP, FORMAT, ZONE, ENABLED -> field.of(wish);
        };
    }

    private static String subjects(String pem) {
        return new TrustedAuthority.InText(pem)
                .certificates().stream()
                        .map(X509Certificate::getSubjectX500Principal)
                        .map(subject -> subject.getName())
                        .collect(Collectors.joining("; "));
    }
}
