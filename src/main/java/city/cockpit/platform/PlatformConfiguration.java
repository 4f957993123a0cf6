package city.cockpit.platform;

import city.cockpit.mqtt.BrokerDetails;
import city.cockpit.platform.DevicesDoor.Door;
import city.cockpit.registry.rights.Admissions;
import city.cockpit.secret.Secrets;
import city.cockpit.transport.Https;
import city.cockpit.transport.HttpsSource;
import city.cockpit.transport.ServerCertificate;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The clock, and the servers that run inside the cockpit where the settings name none. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    /** The owner makes the tables, the application is granted what it needs; they may be the same. */
    @Bean
    FlywayMigrationStrategy migration(DataSource application, JdbcConnectionDetails login, Environment settings) {
        return flyway -> {
            var owner = flyway.getConfiguration().getDataSource();
            DatabaseCheck.checkOwner(owner, settings);
            DatabaseRoles.prepare(owner, login.getUsername(), login.getPassword());
            DatabaseCheck.checkApplication(application);
            flyway.migrate();
            DatabaseRoles.grant(owner, application, flyway.getConfiguration().getTable());
        };
    }

    @Bean
    DevicesDoor devicesDoor(BrokerDetails broker, HttpsSource https, PlatformSettings settings, Environment given) {
        return () -> {
            if (!OwnServers.has(given, OwnServers.BROKER))
                return https.now() instanceof Https.Own(var certificate)
                        ? new Door(Addresses.host(certificate), settings.mqttsPort(), true, false)
                        : new Door("localhost", settings.mqttPort(), false, true);
            var encrypted = Set.of("ssl", "mqtts").contains(broker.uri().getScheme());
            var port = broker.uri().getPort();
            return new Door(broker.uri().getHost(), port > 0 ? port : encrypted ? 8883 : 1883, encrypted, false);
        };
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(OwnServers.NoDatabase.class)
    static class Database {

        @Bean
        EmbeddedPostgres embeddedPostgres(DataFolder folder, PlatformSettings settings) {
            var programs = settings.programs() != null
                    ? settings.programs()
                    : folder.data().resolve("programs");
            var postgres = EmbeddedPostgres.start(folder.data(), programs, settings.databasePort());
            // Also if the process is told to end before the context is complete.
            SpringApplication.getShutdownHandlers().add(postgres::close);
            return postgres;
        }

        @Bean
        JdbcConnectionDetails connectionToEmbeddedPostgres(EmbeddedPostgres postgres) {
            return new JdbcConnectionDetails() {
                @Override
                public String getJdbcUrl() {
                    return postgres.url();
                }

                @Override
                public String getUsername() {
                    return postgres.application().username();
                }

                @Override
                public String getPassword() {
                    return postgres.application().password();
                }
            };
        }

        @Bean
        FlywayConnectionDetails ownerOfEmbeddedPostgres(EmbeddedPostgres postgres) {
            return new FlywayConnectionDetails() {
                @Override
                public String getJdbcUrl() {
                    return postgres.url();
                }

                @Override
                public String getUsername() {
                    return postgres.owner().username();
                }

                @Override
                public String getPassword() {
                    return postgres.owner().password();
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(OwnServers.NoBroker.class)
    static class Broker {

        @Bean
        EmbeddedBroker embeddedBroker(
                DataFolder folder,
                PlatformSettings settings,
                ObjectProvider<ServerCertificate> certificate,
                Admissions admissions) {
            var devicePassword = new Secrets(folder.data()).secret(Secrets.DEVICES);
            var encrypted = Optional.ofNullable(certificate.getIfAvailable())
                    .map(it -> new EmbeddedBroker.Encrypted(settings.mqttsPort(), it.context()));
            return new EmbeddedBroker(folder.data(), settings.mqttPort(), devicePassword, encrypted, admissions);
        }

        @Bean
        BrokerDetails connectionToEmbeddedBroker(EmbeddedBroker broker) {
            return broker.details();
        }
    }
}
