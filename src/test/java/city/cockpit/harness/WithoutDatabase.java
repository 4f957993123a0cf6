package city.cockpit.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * An integration test to which the database that {@code -Dcockpit.test.database} names makes no difference: it runs once,
 * with the tests on the embedded PostgreSQL, and is left out of the second run on TimescaleDB.
 */
@Tag("without-database")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface WithoutDatabase {}
