package city.cockpit.onboarding;

import city.cockpit.measurement.Domain;
import city.cockpit.measurement.ObservedProperty;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What has to be looked at before a device is put up, by what it is and what it observes. The texts are {@code privacy.NAME}. */
public enum Privacy {
    /** Nothing in particular. */
    NONE,
    /** It hears: no sound may be stored or sent on, nothing but levels. */
    MICROPHONE,
    /** It sees or notices people: nothing may be stored by which somebody could be told. */
    PEOPLE;

    private static final List<String> HEARING = List.of("mikrofon", "microphone", "schall", "lärm", "noise", "sound");
    private static final List<String> SEEING = List.of("kamera", "camera", "video", "optisch", "optical", "lidar");
    private static final Set<String> PRESENCE = Set.of("light_presence");

    /** What has to be looked at of such a device; {@code kind} is said in words. */
    public static Privacy of(String kind, Collection<ObservedProperty> observed) {
        var words = kind.toLowerCase(Locale.ROOT);
        if (observed.stream().anyMatch(property -> property.domain() == Domain.NOISE)
                || HEARING.stream().anyMatch(words::contains)) return MICROPHONE;
        return observed.stream().anyMatch(property -> PRESENCE.contains(property.key()))
                        || SEEING.stream().anyMatch(words::contains)
                ? PEOPLE
                : NONE;
    }
}
