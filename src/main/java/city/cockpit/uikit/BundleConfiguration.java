package city.cockpit.uikit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.CachingResourceResolver;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * The programs that a browser needs for our pages. Vaadin serves them as well, but opens the whole archive of the cockpit as
 * a file system for every single one, which was a twelfth of what a visit costs that brings a new telephone.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnResource(resources = "classpath:" + BundleConfiguration.PLACE)
class BundleConfiguration {

    static final String PLACE = "META-INF/VAADIN/webapp/VAADIN/build/";

    /** Their names change with what is in them. */
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Bean
    ResourceHttpRequestHandler bundle() {
        var files = new ResourceHttpRequestHandler();
        files.setLocations(List.of(new ClassPathResource(PLACE)));
        files.setResourceResolvers(List.of(
                new CachingResourceResolver(new ConcurrentMapCache("bundle")),
                new EncodedResourceResolver(),
                new PathResourceResolver()));
        files.setUseLastModified(false);
        files.setCacheControl(FOR_EVER);
        return files;
    }

    @Bean
    SimpleUrlHandlerMapping bundleBeforeVaadin(ResourceHttpRequestHandler bundle) {
        return new SimpleUrlHandlerMapping(Map.of("/VAADIN/build/**", bundle), Ordered.HIGHEST_PRECEDENCE);
    }
}
