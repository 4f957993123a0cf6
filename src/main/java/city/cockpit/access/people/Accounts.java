package city.cockpit.access.people;

import city.cockpit.access.Person;
import city.cockpit.access.Role;
import city.cockpit.access.SignInName;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/**
 * People with a password as the sign-in needs them: whoever has to change the password first holds no role, only the
 * permission to do that.
 */
@Component
class Accounts implements UserDetailsService, UserDetailsPasswordService {

    private final AccountTable table;

    Accounts(AccountTable table) {
        this.table = table;
    }

    @Override
    public UserDetails loadUserByUsername(String typed) {
        var name = SignInName.of(typed).orElseThrow(Accounts::unknown);
        var hash = table.findHash(name).orElseThrow(Accounts::unknown);
        return user(table.find(name).orElseThrow(Accounts::unknown), hash);
    }

    /** Called after a sign-in with a hash that is not made as today. */
    @Override
    public UserDetails updatePassword(UserDetails user, @Nullable String hash) {
        var before = user.getPassword();
        if (hash == null || before == null) return user;
        table.rehash(new SignInName(user.getUsername()), before, hash);
        return User.withUserDetails(user).password(hash).build();
    }

    private static UserDetails user(Person person, String hash) {
        var roles = person.passwordToChange()
                ? new String[] {Role.Name.PASSWORD_TO_CHANGE}
                : person.roles().stream().map(Role::name).toArray(String[]::new);
        return User.withUsername(person.name().value())
                .password(hash)
                .roles(roles)
                .accountLocked(person.locked())
                .build();
    }

    private static UsernameNotFoundException unknown() {
        return new UsernameNotFoundException("no account of that name");
    }
}
