package city.cockpit.uikit;

import java.lang.ref.WeakReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is new since the one before, found out once for all pages that show that one; it is nobody's any more as soon as none
 * does. Safe on any thread.
 *
 * @param <T> what pages show
 * @param <N> what they are told
 */
final class News<T, N> {

    private record Known<T, N>(WeakReference<T> before, N news) {}

    private volatile @Nullable Known<T, N> newest;

    N since(T before, Function<T, N> find) {
        var known = newest;
        if (known != null && known.before().refersTo(before)) return known.news();
        var found = find.apply(before);
        newest = new Known<>(new WeakReference<>(before), found);
        return found;
    }
}
