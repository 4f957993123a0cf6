package city.cockpit.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** Brings the PostgreSQL that travels in our jar onto the disk: once for each version, complete or not at all. */
final class PostgresPrograms {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final int OWNER_MAY_EXECUTE = 0100;

    private PostgresPrograms() {}

    /**
     * The folder with {@code bin}, {@code lib} and {@code share}; unpacked now if that has not happened before. Several
     * processes may ask for it at the same time.
     *
     * @param parent holds one folder for each version
     * @throws StartRefusedException if this machine is not a Linux on x86-64
     */
    static Path unpackedIn(Path parent) throws IOException {
        var unpacked = parent.resolve("postgresql-" + fingerprint());
        if (Files.isDirectory(unpacked)) return unpacked;
        Files.createDirectories(parent);
        var unfinished = Files.createTempDirectory(parent, "unpacking-");
        try {
            unpackTo(unfinished);
            Files.move(unfinished, unpacked, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            var anotherProcessWasFaster = Files.isDirectory(unpacked);
            if (!anotherProcessWasFaster) throw e;
        } finally {
            FileSystemUtils.deleteRecursively(unfinished);
        }
        return unpacked;
    }

    /** Tells versions apart by their bytes, since the archive does not carry its version. */
    private static String fingerprint() throws IOException {
        try (var archive = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
            archive.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(archive.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream archive() {
        var machine = System.getProperty("os.name") + "/" + System.getProperty("os.arch");
        var archive = machine.equals("Linux/amd64") ? PostgresPrograms.class.getResourceAsStream(ARCHIVE) : null;
        if (archive == null)
            throw new StartRefusedException(
                    "There is no embedded PostgreSQL for %s: set spring.datasource.url to a PostgreSQL 15 or newer."
                            .formatted(machine));
        return archive;
    }

    private static void unpackTo(Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) unpack(tar, entry, folder);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) throw new IOException("not a path inside the archive: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0)
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
    }
}
