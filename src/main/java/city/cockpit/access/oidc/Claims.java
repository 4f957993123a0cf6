package city.cockpit.access.oidc;

import city.cockpit.access.People.Details;
import city.cockpit.access.Role;
import city.cockpit.access.SignInName;
import city.cockpit.access.people.Identity;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the provider says of somebody. */
final class Claims {

    private Claims() {}

    /** Reads what the provider says; what does not fit is cut or left out. */
    static Identity identity(String issuer, String subject, Map<String, Object> claims, ProviderSettings settings) {
        var email = email(claims.get("email"));
        var name = Stream.of(oneLine(claims.get(settings.nameClaim()), 200), email)
                .flatMap(typed -> SignInName.of(typed).stream())
                .findFirst();
        var details = new Details(
                oneLine(claims.get("name"), Details.LONGEST_NAME),
                email,
                roles(texts(find(claims, settings.roleClaim())), settings.roles()));
        return new Identity(issuer, subject, name, details);
    }

    private static Set<Role> roles(Collection<String> said, Map<Role, List<String>> meanings) {
        var roles = EnumSet.noneOf(Role.class);
        meanings.forEach((role, texts) -> {
            if (texts.stream().anyMatch(said::contains)) roles.add(role);
        });
        return roles;
    }

    /** A claim of exactly this name, else the way of dots into nested objects. */
    private static @Nullable Object find(Map<?, ?> claims, String path) {
        var whole = claims.get(path);
        var dot = path.indexOf('.');
        if (whole != null || dot < 0) return whole;
        return claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? find(inner, path.substring(dot + 1))
                : null;
    }

    private static List<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case null -> List.of();
            case Collection<?> several ->
                several.stream().map(Objects::toString).toList();
            default -> List.of(claim.toString());
        };
    }

    private static String email(@Nullable Object claim) {
        return claim instanceof String text && Details.isEmail(text) ? text : "";
    }

    private static String oneLine(@Nullable Object claim, int longest) {
        if (!(claim instanceof String text)) return "";
        var line = text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest).strip();
    }
}
