package city.cockpit.administration;

import city.cockpit.access.IdentityProvider;
import city.cockpit.audit.AuditProtection;
import city.cockpit.calendar.TownCalendars;
import city.cockpit.history.HistoryReporter;
import city.cockpit.history.ReadingStore;
import city.cockpit.ingest.IngestLedger;
import city.cockpit.ingest.connection.ConnectionStates;
import city.cockpit.nodes.NodeStates;
import city.cockpit.platform.DatabaseReporter;
import city.cockpit.platform.Platform;
import city.cockpit.transport.HttpsSource;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Gathers what the status page shows. */
@Configuration(proxyBeanMethods = false)
class SystemStatusConfiguration {

    @Bean
    Inspection inspection(
            InstantSource clock,
            Platform platform,
            DatabaseReporter database,
            HistoryReporter history,
            AuditProtection audit,
            ObjectProvider<JavaMailSenderImpl> mail,
            IngestLedger ledger) {
        return new Inspection(
                clock,
                platform::status,
                database::report,
                history::report,
                audit::guard,
                mail.stream().findFirst(),
                () -> ledger.counts().received());
    }

    @Bean
    SystemStatusSource systemStatus(
            InstantSource clock,
            ReadingStore history,
            ConnectionStates connections,
            NodeStates nodes,
            IngestLedger ledger,
            HttpsSource https,
            IdentityProvider provider,
            TownCalendars calendars,
            Inspection inspection) {
        var edition = history.edition();
        return () -> new SystemStatus(
                clock.instant(),
                inspection.startedAt(),
                edition,
                connections.now(),
                nodes.now(),
                ledger.counts(),
                inspection.newestReadingAt(),
                https.now(),
                provider.entrance(),
                inspection.seen(),
                inspection.mail(),
                calendars.supplies());
    }
}
