package city.cockpit.operations;

import city.cockpit.alerts.OpenIncidents;
import city.cockpit.alerts.PastIncidents;
import city.cockpit.history.TimeSeriesStore;
import city.cockpit.history.UsualValues;
import city.cockpit.live.PastCity;
import city.cockpit.uikit.Background;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;

/** What the cockpit of a made-up town needs to look back and to show incidents. */
@Configuration(proxyBeanMethods = false)
public class OperationsPreview {

    @Bean
    PastDays pastDays(PastCity city, PastIncidents incidents, Background background) {
        return new PastDays(city, incidents, background);
    }

    @Bean
    IncidentFigures incidentFigures(TimeSeriesStore history, UsualValues usual, InstantSource clock) {
        return new IncidentFigures(history, usual, clock);
    }

    @Bean
    LiveIncidents liveIncidents(OpenIncidents open, @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor) {
        return new LiveIncidents(open, executor);
    }
}
