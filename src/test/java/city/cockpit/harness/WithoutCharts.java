package city.cockpit.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * An integration test to which the library that draws charts makes no difference: it runs with the usual one and is left out
 * of the repeat with the free one.
 */
@Tag("without-charts")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface WithoutCharts {}
