package city.cockpit.uikit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A page of a section that has no place in its line of ways and an address of its own: from which page one gets there. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Beneath {

    /** The first part of the address of the page that is marked meanwhile. */
    String value();
}
