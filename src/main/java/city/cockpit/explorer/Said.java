package city.cockpit.explorer;

import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an address of evidence says that the number was.
 *
 * @param rule version of the rules by which it was computed
 * @param value as it was shown, with a point
 * @param mark that tells whether this cockpit has said so; may be empty
 */
record Said(String rule, String value, String mark) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final Pattern RULE = Pattern.compile("\\d{1,6}");

    /** Empty if the address says nothing of the kind. */
    static Optional<Said> in(QueryParameters parameters) {
        var value = parameters
                .getSingleParameter("value")
                .filter(text -> NUMBER.matcher(text).matches());
        var rule = parameters
                .getSingleParameter("rule")
                .filter(text -> RULE.matcher(text).matches());
        if (value.isEmpty() || rule.isEmpty()) return Optional.empty();
        return Optional.of(new Said(
                rule.get(), value.get(), parameters.getSingleParameter("mark").orElse("")));
    }

    /** With as many digits as screens show. */
    static String plain(double number, int decimals) {
        return BigDecimal.valueOf(number)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    double number() {
        return Double.parseDouble(value);
    }

    /** What of the address the mark is made of. */
    String marked(String address) {
        return "%s&rule=%s&value=%s".formatted(address, rule, value);
    }
}
