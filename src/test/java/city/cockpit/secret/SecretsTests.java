package city.cockpit.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir
    Path data;

    @Test
    void aSecretIsMadeOnceAndKept() {
        var first = new Secrets(data).secret(Secrets.DEVICES);
        assertThat(first).hasSize(24);
        assertThat(new Secrets(data).secret(Secrets.DEVICES)).isEqualTo(first);
        assertThat(new Secrets(data).secret(Secrets.DATABASE)).isNotEqualTo(first);
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        var secrets = new Secrets(data);
        secrets.secret(Secrets.DEVICES);
        var file = secrets.file(Secrets.DEVICES);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void whatAnInterruptedStartLeftIsReplaced() throws IOException {
        Files.createDirectories(data.resolve("secrets"));
        Files.writeString(data.resolve("secrets/mqtt-device-password.new"), "half");
        assertThat(new Secrets(data).secret(Secrets.DEVICES)).hasSize(24);
    }

    @Test
    void aFreshOneTakesThePlaceOfTheFormerOneUntilItIsForgotten() {
        var secrets = new Secrets(data);
        var former = secrets.secret(Secrets.ADMINISTRATOR);
        var fresh = secrets.fresh(Secrets.ADMINISTRATOR);
        assertThat(fresh).isNotEqualTo(former).isEqualTo(secrets.secret(Secrets.ADMINISTRATOR));
        secrets.forget(Secrets.ADMINISTRATOR);
        secrets.forget(Secrets.ADMINISTRATOR);
        assertThat(secrets.file(Secrets.ADMINISTRATOR)).doesNotExist();
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Files.createDirectories(data.resolve("secrets/mqtt-device-password"));
        assertThatThrownBy(() -> new Secrets(data).secret(Secrets.DEVICES))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("secrets/mqtt-device-password");
    }
}
