package city.cockpit.access.signin;

import city.cockpit.access.SignInName;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/**
 * Marks the devices on which somebody has signed in, by a cookie that is sent to the sign-in page only. It opens nothing:
 * with it, tries count apart from those of strangers, so that nobody can keep others out by trying wrong passwords.
 */
@Component
class KnownDevices implements SessionAuthenticationStrategy {

    static final String COOKIE = "cockpit-device";

    private static final String PATH = "/login";
    private static final Duration GOOD = Duration.ofDays(180);
    /** Colleagues who share a device. */
    private static final int MOST = 4;

    private static final String BETWEEN = "~";
    private static final Pattern SEPARATOR = Pattern.compile(BETWEEN);

    private final KnownDeviceKey key;
    private final InstantSource clock;

    KnownDevices(KnownDeviceKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    /** The device's number if this person has signed in on it. */
    Optional<String> find(SignInName name, HttpServletRequest request) {
        return marks(request).stream()
                .filter(mark -> mark.isOf(name, key.key()))
                .map(DeviceMark::device)
                .findFirst();
    }

    /** After a sign-in with a password. */
    @Override
    public void onAuthentication(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        if (authentication instanceof UsernamePasswordAuthenticationToken)
            SignInName.of(authentication.getName()).ifPresent(name -> mark(name, request, response));
    }

    private void mark(SignInName name, HttpServletRequest request, HttpServletResponse response) {
        var others = marks(request).stream().filter(mark -> !mark.isOf(name, key.key()));
        var marks = Stream.concat(Stream.of(DeviceMark.of(name, clock.instant(), key.key())), others)
                .limit(MOST)
                .map(DeviceMark::toString)
                .collect(Collectors.joining(BETWEEN));
        var cookie = ResponseCookie.from(COOKIE, marks)
                .path(PATH)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(GOOD)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Those in the form of a mark that are young enough, whoever they are of. */
    private List<DeviceMark> marks(HttpServletRequest request) {
        var oldest = clock.instant().minus(GOOD).getEpochSecond();
        return cookies(request)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie -> SEPARATOR.splitAsStream(cookie.getValue()).limit(MOST))
                .flatMap(text -> DeviceMark.parse(text).stream())
                .filter(mark -> mark.madeAt() > oldest)
                .limit(MOST)
                .toList();
    }

    private static Stream<Cookie> cookies(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null ? Stream.empty() : Arrays.stream(cookies);
    }
}
