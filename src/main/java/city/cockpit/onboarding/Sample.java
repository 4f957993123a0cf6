package city.cockpit.onboarding;

/**
 * A message as somebody copied it.
 *
 * @param topic where the device published it; empty if nobody said
 * @param text what it holds
 */
public record Sample(String topic, String text) {

    public static final int LONGEST_TOPIC = 200;
    public static final int LONGEST_TEXT = 20_000;

    public Sample {
        if (topic.length() > LONGEST_TOPIC || text.length() > LONGEST_TEXT)
            throw new IllegalArgumentException("more than %d characters".formatted(LONGEST_TEXT));
    }
}
