package city.cockpit.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What every answer of every chain of filters tells the browser to refrain from. */
@Configuration(proxyBeanMethods = false)
class SafeHeaders {

    /** Where a technician scans the code of a device and says "here": nowhere else may a page ask for it. */
    private static final Pattern IN_THE_STREET = Pattern.compile("/sensors/(new|[a-z0-9-]{1,64}/(edit|swap))/?");

    /** Where citizens ask what is near them; the place stays in their browser. */
    private static final Pattern NEARBY = Pattern.compile("/|/live/[a-z]+/?");

    /**
     * What pages of others may frame and show: a tile, a topic, a map, and a tile as a picture. They need no cookie, know
     * nobody and change nothing, so there is nothing to steal by a frame.
     */
    private static final Pattern FOR_PAGES_OF_OTHERS = Pattern.compile("/embed/[a-z]+(/places|/map|\\.svg|\\.png)?");

    /** Spring Security applies it to every chain; what its defaults say stays: nosniff, not to be cached. */
    @Bean
    Customizer<HeadersConfigurer<HttpSecurity>> headersOfEveryAnswer() {
        return headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .addHeaderWriter(SafeHeaders::writePermissions)
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                .addHeaderWriter(SafeHeaders::writeWhoMayShowIt)
                .addHeaderWriter(openerPolicy())
                .addHeaderWriter(new ContentPolicy());
    }

    private static void writeWhoMayShowIt(HttpServletRequest request, HttpServletResponse response) {
        var isForOthers = FOR_PAGES_OF_OTHERS.matcher(path(request)).matches();
        if (!isForOthers) response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Resource-Policy", isForOthers ? "cross-origin" : "same-origin");
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static void writePermissions(HttpServletRequest request, HttpServletResponse response) {
        var path = path(request);
        var camera = IN_THE_STREET.matcher(path).matches() ? "(self)" : "()";
        var place = NEARBY.matcher(path).matches() ? "(self)" : camera;
        // Nothing else of it is used; a feature that comes to need one names it here.
        response.setHeader(
                "Permissions-Policy",
                "accelerometer=(), camera=" + camera + ", display-capture=(), geolocation=" + place
                        + ", gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(),"
                        + " usb=(), xr-spatial-tracking=()");
    }

    /** Browsers know it under HTTPS only and complain about it elsewhere. */
    private static HeaderWriter openerPolicy() {
        var writer = new CrossOriginOpenerPolicyHeaderWriter();
        writer.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
        return new DelegatingRequestMatcherHeaderWriter(request -> request.isSecure(), writer);
    }
}
