package city.cockpit.ingest.connection;

import city.cockpit.ingest.connection.Wish.Password.Typed;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What can be said of a connection, each as a text. */
public enum ConnectionField {
    TITLE,
    ADDRESS,
    USERNAME,
    /** Empty if it stays as it is. */
    PASSWORD,
    CERTIFICATE,
    CLIENT_ID,
    /** One in a line. */
    TOPICS,
    GROUP,
    FORMAT,
    ZONE,
    ENABLED;

    /** What the wish says of this; of a password only who typed it knows it. */
    public String of(Wish wish) {
        return switch (this) {
            case TITLE -> wish.title();
            case ADDRESS -> wish.address();
            case USERNAME -> wish.username();
            case PASSWORD -> wish.password() instanceof Typed(var text) ? text : "";
            case CERTIFICATE -> wish.certificate();
            case CLIENT_ID -> wish.clientId();
            case TOPICS -> wish.topics().stream().map(Object::toString).collect(Collectors.joining("\n"));
            case GROUP -> wish.group();
            case FORMAT -> wish.format();
            case ZONE -> wish.zone().map(ZoneId::getId).orElse("");
            case ENABLED -> String.valueOf(wish.enabled());
        };
    }

    /** All of it. */
    public static Map<ConnectionField, String> all(Wish wish) {
        var all = new EnumMap<ConnectionField, String>(ConnectionField.class);
        for (var field : values()) all.put(field, field.of(wish));
        return all;
    }
}
