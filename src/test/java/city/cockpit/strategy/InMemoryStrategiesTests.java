package city.cockpit.strategy;

import city.cockpit.audit.InMemoryAudit;
import java.time.Instant;

class InMemoryStrategiesTests extends StrategyStoreContract {

    private final InMemoryStrategies strategies =
            new InMemoryStrategies(new InMemoryAudit(() -> Instant.EPOCH), () -> Instant.EPOCH);

    @Override
    StrategyStore store() {
        return strategies;
    }
}
