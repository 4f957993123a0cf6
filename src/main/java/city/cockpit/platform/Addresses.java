package city.cockpit.platform;

import city.cockpit.platform.PlatformStatus.Server;
import city.cockpit.transport.CertificateStatus;
import city.cockpit.transport.Https;
import java.time.Instant;
import org.springframework.core.env.Environment;

/** Where people and sensors find this cockpit, for the terminal. */
record Addresses(Https https, Instant now, Environment settings, Server broker) {

    private static final String PORT_OF_HTTPS = "443";

    String web() {
        var port = settings.getProperty("local.server.port", "");
        return switch (https) {
            case Https.Off() -> "http://localhost:%s/".formatted(port);
            case Https.ByProxy() -> "http://localhost:%s/, for the proxies of cockpit.web.proxies".formatted(port);
            case Https.Own(var certificate) ->
                "https://%s%s/%s"
                        .formatted(
                                host(certificate),
                                port.equals(PORT_OF_HTTPS) ? "" : ":" + port,
                                certificate.isValidAt(now)
                                        ? ""
                                        : ", but its certificate is not valid now: " + certificate.validity());
        };
    }

    /** A line of its own; empty if sensors on other machines cannot come in here. */
    String mqtts() {
        if (!broker.embedded() || !(https instanceof Https.Own(var certificate))) return "";
        return "\n           mqtts://%s:%s from other machines, the same user"
                .formatted(host(certificate), settings.getProperty("cockpit.platform.mqtts-port", "8883"));
    }

    static String host(CertificateStatus certificate) {
        return certificate.hosts().stream()
                .filter(name -> !name.startsWith("*"))
                .findFirst()
                .orElse("localhost");
    }
}
