package city.cockpit.ingest;

/**
 * What a device says of itself beside what it measures, each in one unit. The newest of each sensor is kept by {@code fleet},
 * which also says from when on it is bad.
 */
public enum Vital {
    /** What is left of the battery, in per cent. */
    BATTERY,
    /** In volts: what that means depends on the battery, so nobody judges it. */
    BATTERY_VOLTAGE,
    /** Strength of the Wi-Fi where the device hangs, in dBm. */
    WIFI,
    /** Strength at the gateway that hears the device best, in dBm. */
    LORA,
    /** By how much the signal stands above the noise at that gateway, in dB. */
    LORA_SNR,
    /** By how much that is more than the receiver needs for the spreading factor in use, in dB. */
    LORA_MARGIN,
    /** Quality of the last hop of a Zigbee device, 0 to 255. */
    ZIGBEE,
    /** By how many seconds the clock of the device is ahead, negative if it is behind. No device says so: its readings do. */
    CLOCK
}
