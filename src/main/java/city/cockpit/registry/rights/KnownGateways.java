package city.cockpit.registry.rights;

import city.cockpit.measurement.SensorId;
import city.cockpit.registry.Sensor;
import city.cockpit.registry.Sensors;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What follows from the accounts in memory. */
@Component
class KnownGateways implements Gateways {

    private static final String ANY = "x";

    private final KnownAccounts accounts;
    private final Sensors sensors;

    KnownGateways(KnownAccounts accounts, Sensors sensors) {
        this.accounts = accounts;
        this.sensors = sensors;
    }

    @Override
    public List<Known> listGateways() {
        return accounts.listAccounts().stream()
                .filter(KnownGateways::isGateway)
                .map(account -> new Known(account.name(), account.title().isEmpty() ? account.name() : account.title()))
                .toList();
    }

    private static boolean isGateway(Account account) {
        return account.isGateway() && !account.name().equals(Account.SHARED);
    }

    @Override
    public boolean speaksFor(String gateway, SensorId sensor) {
        var account = accounts.findAccount(gateway).filter(KnownGateways::isGateway);
        if (account.isEmpty()) return false;
        var rights = new TopicRights(account.get().topics());
        return sensors.find(sensor).stream().flatMap(KnownGateways::topics).anyMatch(rights::admits)
                && accounts.findOf(sensor).isEmpty();
    }

    /** Where a gateway tells of the device, under each of its names. */
    private static Stream<String> topics(Sensor sensor) {
        var names = Stream.concat(Stream.of(sensor.id()), sensor.device().devEui().stream())
                .map(SensorId::value)
                .toList();
        return names.stream().flatMap(name -> topics(sensor.format(), name));
    }

    private static Stream<String> topics(Optional<String> format, String name) {
        return switch (format.orElse("")) {
            case "chirpstack" -> Stream.of("application/" + ANY + "/device/" + name + "/event/up");
            case "things-stack" ->
                Stream.of("v3/" + ANY + "/devices/" + name + "/up", "v3/" + ANY + "/devices/eui-" + name + "/up");
            default -> Stream.of(FormatTopics.topicOf(format.orElse(""), name));
        };
    }
}
