package city.cockpit.access.token;

import city.cockpit.access.Tokens.Scope;
import city.cockpit.access.Tokens.Token;
import city.cockpit.access.WallDoor;
import org.springframework.stereotype.Component;

/** Knows by the token what a screen on the wall may show. */
@Component
class WallGate implements WallDoor {

    private final TokenGate gate;

    WallGate(TokenGate gate) {
        this.gate = gate;
    }

    @Override
    public Right ask(String secret, String address) {
        var formed = TokenSecret.of(secret);
        if (formed.isEmpty()) return Right.NONE;
        var verdict = gate.judge(formed.get(), address);
        if (verdict instanceof TokenVerdict.Good(var token)) return right(token);
        return verdict instanceof TokenVerdict.Bad ? Right.NONE : Right.UNKNOWN;
    }

    private static Right right(Token token) {
        if (token.scopes().contains(Scope.SHOW_WHOLE_WALL)) return Right.WHOLE;
        return token.scopes().contains(Scope.SHOW_WALL) ? Right.PUBLIC : Right.NONE;
    }
}
