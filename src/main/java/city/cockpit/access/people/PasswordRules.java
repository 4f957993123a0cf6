package city.cockpit.access.people;

import city.cockpit.access.OwnAccount;
import city.cockpit.access.OwnAccount.Weakness;
import city.cockpit.access.Person;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a password must be like: long, and nothing that whoever knows the person or the lists would try first. */
@Component
class PasswordRules {

    Optional<Weakness> findWeakness(String password, Person person) {
        var length = password.codePointCount(0, password.length());
        if (length < OwnAccount.SHORTEST_PASSWORD) return Optional.of(Weakness.TOO_SHORT);
        if (length > OwnAccount.LONGEST_PASSWORD) return Optional.of(Weakness.TOO_LONG);
        if (password.toLowerCase(Locale.ROOT).contains(person.name().value()))
            return Optional.of(Weakness.CONTAINS_NAME);
        return Optional.empty();
    }
}
