package city.cockpit.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.harness.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;

class ServerCertificateTests {

    private static final TestAuthority AUTHORITY = new TestAuthority();

    @TempDir
    Path folder;

    private CertificateFiles files;

    @BeforeEach
    void aPairOnDisk() {
        files = new CertificateFiles(folder.resolve("cert.pem"), folder.resolve("key.pem"));
        AUTHORITY.issue().write(files.certificate(), files.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void aPairOfAnyUsualKindIsTaken(String algorithm) {
        AUTHORITY.issue(algorithm, inADay()).write(files.certificate(), files.key());
        assertThatCode(files::read).doesNotThrowAnyException();
    }

    @Test
    void theStatusNamesHostsAndLastDay() {
        var status = certificate().status();
        assertThat(status.hosts()).containsExactly("localhost");
        assertThat(status.isValidAt(Instant.now())).isTrue();
        assertThat(status.isValidAt(status.validUntil().plusSeconds(1))).isFalse();
        assertThat(status.problem()).isEmpty();
    }

    @Test
    void anExpiredCertificateIsTakenAndSaidToBeExpired() {
        AUTHORITY.issue("EC", Instant.now().minusSeconds(60)).write(files.certificate(), files.key());
        assertThat(certificate().status().isValidAt(Instant.now())).isFalse();
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws IOException {
        Files.writeString(files.key(), AUTHORITY.issue().key());
        assertRefused("does not belong to the certificate", "--tls-key");
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws IOException {
        Files.writeString(files.key(), AUTHORITY.issue("RSA", inADay()).key());
        assertRefused("does not belong to the certificate");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(files.key());
        assertRefused("The key " + files.key(), "cannot be read", "cockpit.tls.key");
        Files.delete(files.certificate());
        assertRefused("The certificate " + files.certificate(), "cannot be read", "cockpit.tls.certificate");
    }

    @Test
    void filesTheOtherWayRoundAreRefused() {
        files = new CertificateFiles(files.key(), files.certificate());
        assertRefused("holds no certificate", "--tls-cert");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no key at all",
                "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nc2VjcmV0\n-----END ENCRYPTED PRIVATE KEY-----\n"
            })
    void whatIsNoKeyIsNotQuoted(String text) throws IOException {
        Files.writeString(files.key(), text);
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(files::read)
                .withMessageContaining("holds no private key")
                .withMessageNotContaining("c2VjcmV0")
                .withNoCause();
    }

    @Test
    void aNewPairReplacesTheOldOneForEverybody() {
        var certificate = certificate();
        var web = new DefaultSslBundleRegistry();
        certificate.register(web);
        var told = new StringBuilder();
        web.addBundleUpdateHandler(ServerCertificate.BUNDLE, bundle -> told.append("told"));
        var until = Instant.now().plus(Duration.ofDays(300));
        AUTHORITY.issue("EC", until).write(files.certificate(), files.key());
        certificate.look();
        assertThat(certificate.status().validUntil()).isCloseTo(until, within(1, ChronoUnit.SECONDS));
        certificate.look();
        assertThat(told).hasToString("told");
    }

    @Test
    void aHalfWrittenPairLeavesTheOldOneAndIsComplainedAboutWhenItStays() throws IOException {
        var certificate = certificate();
        var before = certificate.status();
        var next = AUTHORITY.issue("EC", Instant.now().plus(Duration.ofDays(300)));
        Files.writeString(files.certificate(), next.chain());
        certificate.look();
        assertThat(certificate.status()).isEqualTo(before);
        certificate.look();
        assertThat(certificate.status().problem()).get().asString().contains("does not belong");
        assertThat(certificate.status().validUntil()).isEqualTo(before.validUntil());
        Files.writeString(files.key(), next.key());
        certificate.look();
        assertThat(certificate.status().problem()).isEmpty();
        assertThat(certificate.status().validUntil()).isAfter(before.validUntil());
    }

    @Test
    void nothingSaysTheKey() {
        var read = files.read();
        assertThat(read.toString()).doesNotContainIgnoringCase("private").contains("localhost");
    }

    private ServerCertificate certificate() {
        return new ServerCertificate(files, InstantSource.system());
    }

    private void assertRefused(String... words) {
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(files::read)
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).contains(words).hasLineCount(1));
    }

    private static Instant inADay() {
        return Instant.now().plus(Duration.ofDays(1));
    }
}
