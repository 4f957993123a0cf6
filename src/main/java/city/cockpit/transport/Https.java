package city.cockpit.transport;

/** Whether what browsers and this cockpit tell each other is encrypted, as far as the cockpit can know. */
public sealed interface Https {

    /**
     * Nothing is: camera, location and the installable web app do not work in browsers of other machines.
     */
    record Off() implements Https {}

    /** A proxy of the town is trusted to say who asks and how; encryption is its business. */
    record ByProxy() implements Https {}

    /** The cockpit does it itself. */
    record Own(CertificateStatus certificate) implements Https {}
}
