package city.cockpit.ingest;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FlowConfiguration {

    @Bean(initMethod = "start")
    FlowWatch flowWatch(InstantSource clock, IngestLedger ledger, IngestPipeline pipeline) {
        return new FlowWatch(
                clock,
                ledger::counts,
                pipeline::waiting,
                pipeline::databaseAwaySince,
                pipeline.pace().latencies());
    }
}
