package city.cockpit.preview;

import city.cockpit.access.IdentityProvider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An identity provider that is set up or not, as a test likes. */
public final class PreviewProvider implements IdentityProvider {

    private volatile @Nullable Entrance entrance;

    public void be(@Nullable Entrance next) {
        entrance = next;
    }

    @Override
    public Optional<Entrance> entrance() {
        return Optional.ofNullable(entrance);
    }
}
