package city.cockpit.mqtt;

import java.security.GeneralSecurityException;
import java.util.Set;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.springframework.core.NestedExceptionUtils;

/** Why a connection failed, in words. */
final class Reason {

    private static final Set<Integer> REFUSALS = Set.of(
            MqttReturnCode.RETURN_CODE_BAD_USERNAME_OR_PASSWORD,
            MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED,
            MqttReturnCode.RETURN_CODE_BANNED,
            MqttReturnCode.RETURN_CODE_BAD_AUTHENTICATION);

    private Reason() {}

    /** Whether the broker said that it does not want this client. */
    static boolean isRefusal(MqttException e) {
        return REFUSALS.contains(e.getReasonCode());
    }

    static String of(MqttException e) {
        var known = of(e.getReasonCode());
        if (!known.isEmpty()) return known;
        if (NestedExceptionUtils.getMostSpecificCause(e) instanceof GeneralSecurityException doubt)
            return "its certificate is not trusted, see cockpit.mqtt.ca-certificate: " + doubt.getMessage();
        var cause = NestedExceptionUtils.getRootCause(e);
        return cause == null ? e.toString() : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    static String of(MqttDisconnectResponse response) {
        if (response.getException() != null) return of(response.getException());
        var known = of(response.getReturnCode());
        return known.isEmpty() ? "the broker ended the connection with code " + response.getReturnCode() : known;
    }

    private static String of(int code) {
        return switch (code) {
            case MqttReturnCode.RETURN_CODE_BAD_USERNAME_OR_PASSWORD -> "wrong user name or password";
            case MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED -> "not authorised";
            case MqttReturnCode.RETURN_CODE_BANNED -> "banned";
            case MqttReturnCode.RETURN_CODE_BAD_AUTHENTICATION -> "bad authentication method";
            case MqttReturnCode.RETURN_CODE_UNSUPPORTED_PROTOCOL_VERSION -> "the broker does not speak MQTT 5";
            case MqttReturnCode.RETURN_CODE_IDENTIFIER_NOT_VALID -> "client id not accepted";
            case MqttReturnCode.RETURN_CODE_SERVER_SHUTTING_DOWN -> "the broker shuts down";
            case MqttReturnCode.RETURN_CODE_SESSION_TAKEN_OVER ->
                "another client with the same cockpit.mqtt.client-id took over the session";
            default -> "";
        };
    }
}
