package city.cockpit.label;

import city.cockpit.measurement.SensorId;

/**
 * What is printed for one sensor.
 *
 * @param name as people call the sensor
 * @param place where it hangs
 * @param address to which the code leads
 * @param invitation what it is good for to scan it
 */
public record Label(SensorId sensor, String town, String name, String place, String address, String invitation) {

    public static final int LONGEST_INVITATION = 60;

    public Label {
        if (invitation.length() > LONGEST_INVITATION || invitation.chars().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException("not a line for a label");
    }
}
