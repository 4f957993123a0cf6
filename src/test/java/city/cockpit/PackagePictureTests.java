package city.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The picture of the packages in the documentation is drawn from the code; {@code -Ddocs.write=true} draws it anew. */
class PackagePictureTests {

    private static final Path PICTURE = Path.of("src/docs/generated/packages.md");

    private final ApplicationModules modules = ApplicationModules.of(CockpitApplication.class);

    @Test
    void thePictureOfThePackagesTellsTheTruth() throws IOException {
        var drawn = draw();
        if (Boolean.getBoolean("docs.write")) Files.writeString(PICTURE, drawn);
        assertThat(Files.readString(PICTURE)).isEqualTo(drawn);
    }

    private String draw() {
        return """
                # Packages

                Drawn from the code by `PackagePictureTests`; an arrow means "uses". The borders are enforced by `ModularityTests`.

                ```mermaid
                flowchart TD
                %s
                ```
                """.formatted(modules.stream().sorted().map(this::arrows).collect(Collectors.joining("\n")));
    }

    private String arrows(ApplicationModule module) {
        var name = module.getIdentifier().toString();
        return module.getDirectDependencies(modules)
                .uniqueModules()
                .map(used -> used.getIdentifier().toString())
                .sorted()
                .map(used -> "    %s --> %s".formatted(name, used))
                .collect(Collectors.joining("\n", "    " + name + "\n", ""))
                .stripTrailing();
    }
}
