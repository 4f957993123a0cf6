package city.cockpit.access.token;

import city.cockpit.access.Tokens.Token;
import java.time.Duration;

/** What becomes of a request with a token. */
sealed interface TokenVerdict {

    record Good(Token token) implements TokenVerdict {}

    /** Unknown, revoked or expired: a program does not learn which. */
    record Bad() implements TokenVerdict {}

    /** Whether the token is good cannot be said now: the database is away. */
    record Unknown() implements TokenVerdict {}

    /** Not before this time has passed it is worth asking again. */
    record TooOften(Duration patience) implements TokenVerdict {}
}
