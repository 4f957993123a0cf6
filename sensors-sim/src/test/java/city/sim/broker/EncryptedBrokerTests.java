package city.sim.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A broker behind encryption, with a certificate that only its town knows. */
@Timeout(60)
class EncryptedBrokerTests {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    private OwnBroker broker;
    private SSLServerSocket door;

    @BeforeEach
    void start() throws Exception {
        broker = OwnBroker.start(folder.resolve("broker"), OwnBroker.freePort());
        var context = SSLContext.getInstance("TLS");
        context.init(keys().getKeyManagers(), null, null);
        door = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::letIn);
    }

    @AfterEach
    void stop() throws IOException {
        door.close();
        broker.close();
    }

    @Test
    void whoeverIsToldWhomToTrustPublishes() throws Exception {
        var trusting = address(Optional.of(Trust.in(folder.resolve("cert.pem"))));
        try (var connection = BrokerConnection.open(trusting, "sim-1", Optional.empty())) {
            connection.publish("city/air-07", "{}".getBytes(UTF_8));
            assertThat(connection.ended()).isEmpty();
        }
    }

    @Test
    void whoeverIsNotIsToldTheOption() {
        assertThatExceptionOfType(BrokerException.class)
                .isThrownBy(() -> BrokerConnection.open(address(Optional.empty()), "sim-1", Optional.empty()))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(BrokerException.Cause.NO_ENTRY))
                .withMessageContainingAll("is not trusted", "--ca-file");
    }

    @Test
    void aFileWithoutACertificateIsRefused() throws IOException {
        var text = Files.writeString(folder.resolve("text.pem"), "no certificate");
        assertThatIOException().isThrownBy(() -> Trust.in(text));
        assertThatIOException().isThrownBy(() -> Trust.in(folder.resolve("nowhere.pem")));
    }

    private BrokerAddress address(Optional<Trust> trust) {
        return new BrokerAddress(
                URI.create("mqtts://127.0.0.1:" + door.getLocalPort()),
                Optional.of(new BrokerAddress.Login(OwnBroker.USERNAME, OwnBroker.PASSWORD)),
                trust);
    }

    private KeyManagerFactory keys() throws Exception {
        var file = folder.resolve("keys.p12").toString();
        var pem = folder.resolve("cert.pem").toString();
        keytool("-genkeypair", "-keystore", file, "-keyalg", "EC", "-dname", "CN=x", "-ext", "san=ip:127.0.0.1");
        keytool("-exportcert", "-keystore", file, "-rfc", "-file", pem);
        try (var stored = Files.newInputStream(Path.of(file))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(stored, PASSWORD.toCharArray());
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            return keys;
        }
    }

    private static void keytool(String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD));
        assertThat(new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Takes off the encryption and hands on to the broker, until the door is closed. */
    private void letIn() {
        try {
            while (true) {
                var outside = door.accept();
                var inside = new Socket(
                        InetAddress.getLoopbackAddress(), broker.address().uri().getPort());
                Thread.ofVirtual().start(() -> carry(outside, inside));
                Thread.ofVirtual().start(() -> carry(inside, outside));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of the two has gone.
        }
    }
}
