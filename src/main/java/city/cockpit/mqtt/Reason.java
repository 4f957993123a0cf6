package city.cockpit.mqtt;

import city.cockpit.mqtt.ConnectionFailure.Cause;
import city.cockpit.transport.TransportException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.springframework.core.NestedExceptionUtils;

/** Why a connection failed, from what Paho says. */
final class Reason {

    private static final Set<Cause> REFUSALS = Set.of(Cause.WRONG_PASSWORD, Cause.NOT_AUTHORIZED, Cause.TOPICS_REFUSED);

    private Reason() {}

    /** Whether the broker said that it does not want this client. */
    static boolean isRefusal(ConnectionFailure failure) {
        return REFUSALS.contains(failure.cause());
    }

    /**
     * Of an address that no connection has ever stood to: whoever hangs up there at once speaks otherwise than the address
     * says.
     */
    static ConnectionFailure ofStranger(Exception e) {
        var failure = of(e);
        return failure.cause() == Cause.CUT ? new ConnectionFailure(Cause.NOT_A_BROKER, failure.detail()) : failure;
    }

    static ConnectionFailure of(Exception e) {
        if (e instanceof MqttException answer && answer.getReasonCode() > 0) {
            var known = of(answer.getReasonCode());
            if (known.cause() != Cause.OTHER) return known;
        }
        if (e instanceof TransportException unusable)
            return new ConnectionFailure(Cause.AUTHORITY, unusable.getMessage());
        var root = NestedExceptionUtils.getMostSpecificCause(e);
        return new ConnectionFailure(causeOf(root), sentence(root));
    }

    static ConnectionFailure of(MqttDisconnectResponse response) {
        if (response.getException() != null) return of(response.getException());
        return of(response.getReturnCode());
    }

    private static Cause causeOf(Throwable root) {
        return switch (root) {
            case UnknownHostException _ -> Cause.UNKNOWN_HOST;
            case ConnectException _ -> Cause.NOT_REACHABLE;
            case NoRouteToHostException _ -> Cause.NOT_REACHABLE;
            case SocketTimeoutException _ -> Cause.NO_ANSWER;
            case GeneralSecurityException _ -> isAboutTheName(root) ? Cause.CERTIFICATE_NAME : Cause.CERTIFICATE;
            case SSLException _ -> Cause.NOT_A_BROKER;
            case EOFException _ -> Cause.CUT;
            case SocketException _ -> Cause.CUT;
            case MqttException answer
            when answer.getReasonCode() == MqttException.REASON_CODE_MALFORMED_PACKET -> Cause.NOT_A_BROKER;
            case IOException answer when isAboutWebSockets(answer) -> Cause.NOT_A_BROKER;
            default -> Cause.OTHER;
        };
    }

    private static boolean isAboutWebSockets(IOException answer) {
        return String.valueOf(answer.getMessage()).startsWith("WebSocket");
    }

    private static boolean isAboutTheName(Throwable doubt) {
        var sentence = String.valueOf(doubt.getMessage());
        return sentence.contains("subject alternative") || sentence.contains("No name matching");
    }

    private static String sentence(Throwable root) {
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    private static ConnectionFailure of(int code) {
        return switch (code) {
            case MqttReturnCode.RETURN_CODE_BAD_USERNAME_OR_PASSWORD ->
                new ConnectionFailure(Cause.WRONG_PASSWORD, "wrong user name or password");
            case MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED ->
                new ConnectionFailure(Cause.NOT_AUTHORIZED, "not authorised");
            case MqttReturnCode.RETURN_CODE_BANNED -> new ConnectionFailure(Cause.NOT_AUTHORIZED, "banned");
            case MqttReturnCode.RETURN_CODE_BAD_AUTHENTICATION ->
                new ConnectionFailure(Cause.NOT_AUTHORIZED, "bad authentication method");
            case MqttReturnCode.RETURN_CODE_UNSUPPORTED_PROTOCOL_VERSION ->
                new ConnectionFailure(Cause.OLD_PROTOCOL, "the broker does not speak MQTT 5");
            case MqttReturnCode.RETURN_CODE_IDENTIFIER_NOT_VALID ->
                new ConnectionFailure(Cause.CLIENT_ID_REFUSED, "client id not accepted");
            case MqttReturnCode.RETURN_CODE_SERVER_SHUTTING_DOWN ->
                new ConnectionFailure(Cause.SHUTTING_DOWN, "the broker shuts down");
            case MqttReturnCode.RETURN_CODE_SESSION_TAKEN_OVER ->
                new ConnectionFailure(Cause.TAKEN_OVER, "another client with the same client id took over the session");
            case MqttClientException.REASON_CODE_CLIENT_TIMEOUT ->
                new ConnectionFailure(Cause.NO_ANSWER, "the broker does not answer in time");
            default -> new ConnectionFailure(Cause.OTHER, "the broker ended the connection with code " + code);
        };
    }
}
