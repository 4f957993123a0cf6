package city.cockpit.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that a controller answers, whatever the method of the request. */
final class ControllerAddresses implements RequestMatcher {

    /** Asked for with the first request: the controllers come to be after the filters. */
    private final SingletonSupplier<List<PathPatternRequestMatcher>> addresses;

    ControllerAddresses(ObjectProvider<RequestMappingHandlerMapping> controllers) {
        addresses = SingletonSupplier.of(() -> controllers
                .orderedStream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .distinct()
                .map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList());
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return addresses.obtain().stream().anyMatch(address -> address.matches(request));
    }
}
