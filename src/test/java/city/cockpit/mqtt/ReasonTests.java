package city.cockpit.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.mqtt.ConnectionFailure.Cause;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;

class ReasonTests {

    @Test
    void whoeverHangsUpAtOnceSpeaksOtherwiseThanTheAddressSays() {
        for (var hungUp : new IOException[] {new SocketException("Connection reset"), new EOFException()})
            assertThat(Reason.ofStranger(new MqttException(hungUp)).cause()).isEqualTo(Cause.NOT_A_BROKER);
    }

    @Test
    void aKnownBrokerThatHangsUpIsCutOff() {
        assertThat(Reason.of(new MqttException(new SocketException("Broken pipe")))
                        .cause())
                .isEqualTo(Cause.CUT);
    }

    @Test
    void aWebServerIsNoBroker() {
        assertThat(Reason.of(new MqttException(MqttException.REASON_CODE_MALFORMED_PACKET))
                        .cause())
                .isEqualTo(Cause.NOT_A_BROKER);
        assertThat(Reason.of(new MqttException(new IOException("WebSocket Response header: Incorrect")))
                        .cause())
                .isEqualTo(Cause.NOT_A_BROKER);
    }

    @Test
    void whereNobodyIsNobodyIsBlamed() {
        assertThat(Reason.ofStranger(new MqttException(new ConnectException("refused")))
                        .cause())
                .isEqualTo(Cause.NOT_REACHABLE);
        assertThat(Reason.ofStranger(new MqttException(new UnknownHostException("nowhere")))
                        .cause())
                .isEqualTo(Cause.UNKNOWN_HOST);
    }
}
