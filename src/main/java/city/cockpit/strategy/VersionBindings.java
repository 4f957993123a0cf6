package city.cockpit.strategy;

import city.cockpit.strategy.measured.Bindings;
import city.cockpit.strategy.plan.Binding;
import city.cockpit.strategy.plan.Indicator;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The bindings of the newest version and of the published one. */
@Component
class VersionBindings implements Bindings {

    private final Versions versions;

    VersionBindings(Versions versions) {
        this.versions = versions;
    }

    @Override
    public Collection<Binding> listBindings() {
        return Stream.concat(Stream.of(versions.newest()), versions.findPublished().stream())
                .flatMap(version -> version.strategy().indicators().stream())
                .map(Indicator::binding)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
