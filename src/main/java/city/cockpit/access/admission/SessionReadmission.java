package city.cockpit.access.admission;

import city.cockpit.access.OwnAccount;
import city.cockpit.access.Person;
import city.cockpit.access.Readmission;
import city.cockpit.access.SignInName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes a new security context into the session of the current request. What it holds is read from the account, never from the old one. */
@Component
class SessionReadmission implements Readmission {

    private final ObjectProvider<OwnAccount> accounts;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SessionReadmission(ObjectProvider<OwnAccount> accounts) {
        this.accounts = accounts;
    }

    @Override
    public void admit() {
        var signedIn = signedIn();
        SignInName.of(signedIn.getName())
                .flatMap(accounts.getObject()::findOwn)
                .filter(person -> !person.passwordToChange() && !person.locked())
                .ifPresent(person -> admit(signedIn, person));
    }

    private void admit(Authentication signedIn, Person person) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here))
            throw new IllegalStateException("no request of a browser");
        var next = signedIn.toBuilder()
                .authorities(authorities -> {
                    authorities.clear();
                    authorities.addAll(roles(person));
                })
                .build();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(next);
        // Whoever knew the session before learns nothing from it any more.
        here.getRequest().changeSessionId();
        save(context, here.getRequest(), here.getResponse());
        SecurityContextHolder.setContext(context);
    }

    /** The context is handed over: on a page the holder answers with what the session holds, which is the old one still. */
    private void save(SecurityContext context, HttpServletRequest request, @Nullable HttpServletResponse response) {
        if (response == null) throw new IllegalStateException("no answer to a browser");
        contexts.saveContext(context, request, response);
    }

    private static List<GrantedAuthority> roles(Person person) {
        return AuthorityUtils.createAuthorityList(
                person.roles().stream().map(role -> "ROLE_" + role).toArray(String[]::new));
    }

    private static Authentication signedIn() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || !signedIn.isAuthenticated()) throw new IllegalStateException("nobody is signed in");
        return signedIn;
    }
}
