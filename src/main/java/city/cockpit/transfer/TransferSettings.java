package city.cockpit.transfer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of files of history.
 *
 * @param mostBytes how large a file may be; deflated, it lies in the database until it is stored
 * @param exports how many files are written at the same time, of those that everybody may have
 */
@ConfigurationProperties("cockpit.transfer")
record TransferSettings(
        @DefaultValue("2GB") DataSize mostBytes,
        @DefaultValue("4") int exports) {

    TransferSettings {
        if (mostBytes.toBytes() < 1) throw new IllegalArgumentException("cockpit.transfer.most-bytes: " + mostBytes);
        if (exports < 1) throw new IllegalArgumentException("cockpit.transfer.exports: " + exports);
    }
}
