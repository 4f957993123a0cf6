package city.cockpit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules that Modulith's borders cannot express. */
class ArchitectureTests {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("city.cockpit");
    private static final JavaClasses EVERYTHING = new ClassFileImporter().importPackages("city.cockpit");

    private static final String[] SCREENS = {
        "..uikit..",
        "..operations..",
        "..technicians..",
        "..explorer..",
        "..citizens..",
        "..planning..",
        "..administration.."
    };

    /** Those whose tests the profile free-charts runs. */
    private static final String[] DRAWING = {"..uikit..", "..explorer..", "..planning..", "..operations.."};

    @Test
    void vaadinStaysInTheScreens() {
        // The security chain of access needs Vaadin's own configurer to know its internal requests.
        var vaadin = resideInAnyPackage("com.vaadin..")
                .and(DescribedPredicate.not(resideInAnyPackage("com.vaadin.flow.spring.security..")));
        noClasses()
                .that()
                .resideOutsideOfPackages(SCREENS)
                .should()
                .dependOnClassesThat(vaadin)
                .check(PRODUCT);
    }

    @Test
    void pahoStaysInMqtt() {
        noClasses()
                .that()
                .resideOutsideOfPackage("city.cockpit.mqtt..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.eclipse.paho.."))
                .check(PRODUCT);
    }

    @Test
    void theBrokerLibraryStaysInThePlatform() {
        noClasses()
                .that()
                .resideOutsideOfPackage("city.cockpit.platform..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.apache.activemq..", "org.apache.artemis..", "io.netty.."))
                .check(PRODUCT);
    }

    @Test
    void theChartLibraryHidesBehindOneSeam() {
        noClasses()
                .that()
                .resideOutsideOfPackage("city.cockpit.uikit..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.vaadin.flow.component.charts.."))
                .check(PRODUCT);
    }

    /** Whoever draws charts elsewhere adds that package to the tests of the profile free-charts in pom.xml, too. */
    @Test
    void whereChartsAreDrawnTheTestsRunWithBothLibraries() {
        noClasses()
                .that()
                .resideOutsideOfPackages(DRAWING)
                .should()
                .dependOnClassesThat(resideInAnyPackage("city.cockpit.uikit..")
                        .and(nameMatching(".*(TimeSeriesCharts?|CourseFigure)")))
                .check(PRODUCT);
    }

    /** Maven finds tests by these names: one with another name would run nowhere. */
    @Test
    void everyTestIsFoundByItsName() {
        classes()
                .that(DescribedPredicate.describe("hold tests", ArchitectureTests::holdsTests))
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .haveNameMatching(".*(Tests|IT)")
                .check(EVERYTHING);
    }

    private static boolean holdsTests(JavaClass type) {
        return type.getAllMethods().stream()
                .anyMatch(
                        method -> method.isAnnotatedWith(Test.class) || method.isMetaAnnotatedWith(TestTemplate.class));
    }

    @Test
    void screensAndKernelDoNotSpeakSql() {
        noClasses()
                .that()
                .resideInAnyPackage(SCREENS)
                .or()
                .resideInAnyPackage("..measurement..", "..mqtt..", "..live..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc.."))
                .check(PRODUCT);
    }

    @Test
    void noAnswerOfTheDatabaseIsLeftOpen() {
        // A stream holds its connection until it is closed; ten forgotten ones stop the whole cockpit.
        noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .because("list() gives the connection back by itself")
                .check(PRODUCT);
    }

    @Test
    void theKernelIsPlainJava() {
        DescribedPredicate<JavaClass> spring = resideInAnyPackage("org.springframework..")
                .and(DescribedPredicate.not(resideInAnyPackage("org.springframework.modulith")));
        noClasses()
                .that()
                .resideInAPackage("city.cockpit.measurement..")
                .should()
                .dependOnClassesThat(spring)
                .check(PRODUCT);
    }

    @Test
    void timeComesFromTheInjectedClockOnly() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackage("city.cockpit.platform..")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .check(PRODUCT);
    }

    @Test
    void allThreadsAreThreadsOfTheSystem() {
        noClasses()
                .should()
                .callMethod(Thread.class, "ofVirtual")
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .orShould()
                .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor")
                .because("few virtual ones that load classes stop the whole cockpit, see decision record 0088")
                .check(PRODUCT);
    }

    @Test
    void whatAClassNeedsComesThroughItsConstructor() {
        noFields().should().beAnnotatedWith(Autowired.class).check(PRODUCT);
    }

    @Test
    void testsUseFakesNotMocks() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.mockito.."))
                .check(EVERYTHING);
    }

    @Test
    void noPackageIsADrawerForEverything() {
        classes()
                .should()
                .resideOutsideOfPackages("..util..", "..common..", "..impl..", "..dto..", "..service..")
                .check(EVERYTHING);
    }
}
