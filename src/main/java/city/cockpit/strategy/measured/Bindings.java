package city.cockpit.strategy.measured;

import city.cockpit.strategy.plan.Binding;
import java.util.Collection;

/** Tells which bindings there are: of what is published, and of what is being written. Blocks; any thread. */
public interface Bindings {

    Collection<Binding> listBindings();
}
