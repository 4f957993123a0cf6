package city.cockpit.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/**
 * Passwords that the cockpit makes at random: one file each in {@code <data>/secrets}, readable by its owner only. The
 * constants are their names. One thread.
 */
public final class Secrets {

    public static final String DATABASE = "database-password";
    public static final String DATABASE_APPLICATION = "database-application-password";
    public static final String DEVICES = "mqtt-device-password";
    public static final String ADMINISTRATOR = "admin-password";
    public static final String CONNECTIONS = "connection-key";
    public static final String NODE = "node-name";

    /** Without the letters and digits that are easily taken for one another; 24 of them hold 138 bits. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 24;

    private final Path folder;

    /** Those below the data folder of the cockpit. */
    public Secrets(Path data) {
        this.folder = data.resolve("secrets");
    }

    /** Where the secret of this name lies, whether it has been made or not. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * The secret of this name, made at random and durably written when there is no such file yet.
     *
     * @throws SecretFileException if the file can neither be read nor made
     */
    public String secret(String name) {
        try {
            return Files.exists(file(name)) ? Files.readString(file(name)).strip() : fresh(name);
        } catch (IOException e) {
            throw unusable(name, e);
        }
    }

    /**
     * A secret made at random and durably written in place of the former one.
     *
     * @throws SecretFileException if it cannot be written; the former one stays
     */
    public String fresh(String name) {
        var secret = random();
        try {
            write(name, secret);
            return secret;
        } catch (IOException e) {
            throw unusable(name, e);
        }
    }

    /**
     * Removes the file of that name if there is one.
     *
     * @throws SecretFileException if it stays
     */
    public void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new SecretFileException("The secret file %s cannot be removed.".formatted(file(name)), e);
        }
    }

    /** A password nobody knows yet. */
    public static String random() {
        var random = new SecureRandom();
        var password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return password.toString();
    }

    private SecretFileException unusable(String name, IOException cause) {
        return new SecretFileException("The secret file %s cannot be read or made.".formatted(file(name)), cause);
    }

    private void write(String name, String secret) throws IOException {
        makeFolder();
        var unfinished = file(name + ".new");
        Files.deleteIfExists(unfinished);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var file = FileChannel.open(
                unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            file.write(ByteBuffer.wrap((secret + "\n").getBytes(UTF_8)));
            file.force(true);
        }
        Files.move(unfinished, file(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void makeFolder() throws IOException {
        if (Files.isDirectory(folder)) return;
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
