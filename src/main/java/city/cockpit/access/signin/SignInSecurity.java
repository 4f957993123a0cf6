package city.cockpit.access.signin;

import city.cockpit.access.ScreenSecurity;
import city.cockpit.access.SignInName;
import city.cockpit.access.SignInNotice;
import city.cockpit.access.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.stereotype.Component;

/** Where the chain of filters meets names and passwords. */
@Component
class SignInSecurity implements ScreenSecurity {

    private final PasswordCheck check;
    private final KnownDevices devices;

    SignInSecurity(
            UserDetailsService people,
            UserDetailsPasswordService rehashing,
            PasswordEncoder encoder,
            Tries tries,
            FailedSignIns failed,
            KnownDevices devices) {
        this.check = new PasswordCheck(passwords(people, rehashing, encoder), tries, failed);
        this.devices = devices;
    }

    static DaoAuthenticationProvider passwords(
            UserDetailsService people, UserDetailsPasswordService rehashing, PasswordEncoder encoder) {
        var passwords = new DaoAuthenticationProvider(people);
        passwords.setPasswordEncoder(encoder);
        passwords.setUserDetailsPasswordService(rehashing);
        passwords.setHideUserNotFoundExceptions(false);
        // That somebody is locked is told only to those who know the password.
        passwords.setPreAuthenticationChecks(person -> {});
        passwords.setPostAuthenticationChecks(new AccountStatusUserDetailsChecker());
        return passwords;
    }

    @Override
    public void addTo(HttpSecurity screens) {
        // Nothing that Spring would add by itself may look at a password past the bounds.
        screens.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(typed -> {
            throw new ProviderNotFoundException("no other way to sign in");
        });
        // The page is named here already: whoever comes first without one gets a page of Spring's own.
        screens.authenticationProvider(check)
                .formLogin(form -> form.loginPage("/login")
                        .authenticationDetailsSource(this::visit)
                        .failureHandler(SignInSecurity::refuse));
    }

    private Visit visit(HttpServletRequest request) {
        var typed = request.getParameter(UsernamePasswordAuthenticationFilter.SPRING_SECURITY_FORM_USERNAME_KEY);
        var name = typed == null ? Optional.<SignInName>empty() : SignInName.of(typed);
        return new Visit(ClientAddress.of(request), name, name.flatMap(known -> device(known, request)));
    }

    private Optional<String> device(SignInName name, HttpServletRequest request) {
        try {
            return devices.find(name, request);
        } catch (DataAccessException e) {
            throw new AuthenticationServiceException("whether the device is known cannot be looked up", e);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.sendRedirect(request.getContextPath() + notice(why).path());
    }

    private static SignInNotice notice(AuthenticationException why) {
        return switch (why) {
            case TooManyTriesException _ -> SignInNotice.TOO_MANY_TRIES;
            case AccountStatusException _ -> SignInNotice.LOCKED;
            case AuthenticationServiceException _ -> SignInNotice.UNAVAILABLE;
            default -> SignInNotice.WRONG;
        };
    }
}
