package city.cockpit.access.web;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** All ways into the cockpit as they stand in the code, each with whom it lets in. */
final class Guards {

    static final String SCREENS = "uikit|operations|technicians|explorer|citizens|planning|administration";
    private static final String CORE = "city\\.cockpit\\.(?!(" + SCREENS + ")\\b).*";

    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("city.cockpit");

    /** Whom a way lets in: everybody, some roles, or whom an expression names; nothing if nobody said. */
    record Guard(boolean everybody, Set<String> roles, String expression) {

        static final Guard NONE = new Guard(false, Set.of(), "");

        boolean isMissing() {
            return !everybody && roles.isEmpty() && expression.isEmpty();
        }

        boolean admits(String role) {
            return everybody || roles.contains(role);
        }
    }

    /** @param address template of a page, or method and template of a request */
    record Way(String address, Guard guard, Class<?> where) {}

    List<Way> pages() {
        return classes()
                .filter(type -> type.isAnnotationPresent(Route.class))
                .map(type -> new Way("/" + type.getAnnotation(Route.class).value(), guard(type), type))
                .sorted(Comparator.comparing(Way::address))
                .toList();
    }

    /** Pages that appear instead of another. */
    List<Class<?>> errorPages() {
        return classes()
                .filter(HasErrorParameter.class::isAssignableFrom)
                .<Class<?>>map(type -> type)
                .toList();
    }

    List<String> requests() {
        return classes()
                .filter(type -> AnnotatedElementUtils.hasAnnotation(type, Controller.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).flatMap(method -> requests(type, method)))
                .sorted()
                .toList();
    }

    List<String> managementEndpoints() {
        return classes()
                .flatMap(type -> Optional.ofNullable(type.getAnnotation(Endpoint.class)).stream())
                .map(Endpoint::id)
                .sorted()
                .toList();
    }

    List<String> methodsThatBrowsersMayCall() {
        return product.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(ClientCallable.class))
                .map(JavaMember::getFullName)
                .sorted()
                .toList();
    }

    /** What pages call of the beans behind them, each method once. */
    Set<JavaMethod> methodsThatScreensCall() {
        var beans = beans();
        return product.stream()
                .filter(type -> !type.getPackageName().matches(CORE))
                .flatMap(type -> Stream.of(type.getMethodCallsFromSelf(), type.getMethodReferencesFromSelf())
                        .flatMap(Set::stream))
                .map(JavaAccess::getTarget)
                .flatMap(target -> target.resolveMember().stream())
                .map(JavaMethod.class::cast)
                .filter(method -> method.getOwner().getPackageName().matches(CORE))
                .filter(method -> beans.stream()
                        .anyMatch(bean -> bean.isAssignableTo(method.getOwner().getName())))
                .collect(Collectors.toSet());
    }

    /** What stands at the method, at its type, or at every bean behind it. */
    Guard guard(JavaMethod method) {
        var said = guard(method.reflect());
        if (!said.isMissing()) return said;
        said = guard(method.getOwner().reflect());
        if (!said.isMissing()) return said;
        var behind = beans().stream()
                .filter(bean -> !bean.isInterface()
                        && bean.isAssignableTo(method.getOwner().getName()))
                .map(bean -> guardAt(bean, method))
                .collect(Collectors.toSet());
        return behind.size() == 1 ? behind.iterator().next() : Guard.NONE;
    }

    private static Guard guardAt(JavaClass bean, JavaMethod method) {
        var parameters =
                method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        var said = bean.tryGetMethod(method.getName(), parameters)
                .map(found -> guard(found.reflect()))
                .orElse(Guard.NONE);
        return said.isMissing() ? guard(bean.reflect()) : said;
    }

    static Guard guard(AnnotatedElement element) {
        var roles = find(element, RolesAllowed.class)
                .map(RolesAllowed::value)
                .map(Set::of)
                .map(names -> (Set<String>) new TreeSet<>(names))
                .orElse(Set.of());
        return new Guard(
                element.isAnnotationPresent(AnonymousAllowed.class),
                roles,
                find(element, PreAuthorize.class).map(PreAuthorize::value).orElse(""));
    }

    private static <A extends Annotation> Optional<A> find(AnnotatedElement element, Class<A> annotation) {
        return Optional.ofNullable(element.getAnnotation(annotation));
    }

    private Set<JavaClass> beans() {
        var made = product.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Bean.class))
                .map(JavaMethod::getRawReturnType);
        var found = product.stream().filter(type -> type.isMetaAnnotatedWith(Component.class));
        return Stream.concat(made, found)
                .filter(type -> type.getPackageName().matches(CORE))
                .collect(Collectors.toSet());
    }

    private Stream<Class<?>> classes() {
        return product.stream().map(JavaClass::reflect);
    }

    private static Stream<String> requests(Class<?> type, java.lang.reflect.Method method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null) return Stream.empty();
        var base = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
        var before = base == null ? "" : String.join("", base.path());
        return Arrays.stream(mapping.path())
                .flatMap(path -> Arrays.stream(mapping.method()).map(verb -> verb + " " + before + path));
    }
}
