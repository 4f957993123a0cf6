package city.cockpit.town;

import city.cockpit.town.ArmsReader.Problem;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Whether an SVG is a drawing and nothing else. It lists what may be in a drawing instead of what may not, so that a new
 * way to run a script is refused before anybody knows it. Reads once, front to back, with a bounded depth.
 */
final class SvgCheck {

    private static final String SVG = "http://www.w3.org/2000/svg";

    /** Drawing programs leave notes of their own, which browsers ignore. HTML is not among them. */
    private static final Pattern NOTES = Pattern.compile(
            "http://(www\\.inkscape\\.org|sodipodi\\.sourceforge\\.net|creativecommons\\.org|web\\.resource\\.org"
                    + "|purl\\.org|www\\.w3\\.org/1999/02/22-rdf-syntax-ns|www\\.serif\\.com|www\\.vector\\.evaxdesign)"
                    + ".*");

    private static final Set<String> PARTS = Set.of(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "title",
            "desc",
            "metadata",
            "style",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "linearGradient",
            "radialGradient",
            "stop",
            "pattern",
            "clipPath",
            "mask",
            "marker",
            "filter",
            "feGaussianBlur",
            "feOffset",
            "feBlend",
            "feFlood",
            "feColorMatrix",
            "feComposite",
            "feMerge",
            "feMergeNode",
            "switch");

    private static final int MOST_PARTS = 20_000;
    private static final int MOST_COPIES = 200;
    private static final int DEEPEST = 50;

    private static final Pattern ELSEWHERE =
            Pattern.compile("url\\((?!\\s*['\"]?#)|@import|image-set|src\\(|\\\\|expression\\(|javascript:");

    private final XMLStreamReader xml;
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> copied = new HashSet<>();
    private final Set<String> copying = new HashSet<>();
    private int parts;
    private int copies;

    private SvgCheck(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Why it is refused; empty for a drawing. Never throws. */
    static Optional<Problem> findProblem(byte[] bytes) {
        try {
            return new SvgCheck(factory().createXMLStreamReader(new ByteArrayInputStream(bytes))).findProblem();
        } catch (XMLStreamException | RuntimeException e) {
            return Optional.of(Problem.BROKEN);
        }
    }

    /** Resolves nothing: the declaration of a document type is seen and refused, not read. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing else is read");
        });
        return factory;
    }

    private Optional<Problem> findProblem() throws XMLStreamException {
        while (xml.hasNext()) {
            var problem = problemOf(xml.next());
            if (problem.isPresent()) return problem;
        }
        // A copy of something that holds copies doubles with every level.
        if (copies > MOST_COPIES || copied.stream().anyMatch(copying::contains))
            return Optional.of(Problem.SVG_TOO_COMPLEX);
        return Optional.empty();
    }

    private Optional<Problem> problemOf(int event) {
        return switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> Optional.of(Problem.SVG_DOCTYPE);
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> Optional.of(Problem.SVG_EXTERNAL);
            case XMLStreamConstants.START_ELEMENT -> problemOfPart();
            case XMLStreamConstants.END_ELEMENT -> {
                open.pop();
                yield Optional.empty();
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> problemOfStyle(xml.getText());
            default -> Optional.empty();
        };
    }

    private Optional<Problem> problemOfPart() {
        var isDrawing = SVG.equals(xml.getNamespaceURI());
        if (open.isEmpty() && !(isDrawing && xml.getLocalName().equals("svg")))
            return Optional.of(Problem.UNKNOWN_FORMAT);
        if (!isDrawing && !isNote()) return Optional.of(Problem.SVG_ACTIVE);
        if (isDrawing && !PARTS.contains(xml.getLocalName())) return Optional.of(refused(xml.getLocalName()));
        var id = xml.getAttributeValue(null, "id");
        open.push(id == null ? "" : id);
        parts++;
        if (parts > MOST_PARTS || open.size() > DEEPEST) return Optional.of(Problem.SVG_TOO_COMPLEX);
        if (isDrawing && xml.getLocalName().equals("use")) {
            copies++;
            copying.addAll(open);
            copying.remove("");
        }
        return problemOfAttributes();
    }

    private static Problem refused(String part) {
        return switch (part) {
            case "image", "feImage", "a", "font-face-uri", "cursor" -> Problem.SVG_EXTERNAL;
            default -> Problem.SVG_ACTIVE;
        };
    }

    private boolean isNote() {
        var namespace = xml.getNamespaceURI();
        return namespace != null && NOTES.matcher(namespace).matches();
    }

    private Optional<Problem> problemOfAttributes() {
        for (var index = 0; index < xml.getAttributeCount(); index++) {
            var problem = problemOfAttribute(
                    xml.getAttributeLocalName(index).toLowerCase(Locale.ROOT),
                    xml.getAttributeNamespace(index),
                    xml.getAttributeValue(index));
            if (problem.isPresent()) return problem;
        }
        return Optional.empty();
    }

    private Optional<Problem> problemOfAttribute(String name, @Nullable String namespace, String value) {
        if (name.startsWith("on")) return Optional.of(Problem.SVG_ACTIVE);
        if (namespace != null && NOTES.matcher(namespace).matches()) return Optional.empty();
        if (name.equals("href") || name.equals("src") || name.equals("base")) return problemOfReference(value.strip());
        return problemOfStyle(value);
    }

    /** Notes about the licence of a drawing point elsewhere, and no browser goes there. */
    private Optional<Problem> problemOfReference(String value) {
        if (!value.startsWith("#")) return Optional.of(Problem.SVG_EXTERNAL);
        copied.add(value.substring(1));
        return Optional.empty();
    }

    private static Optional<Problem> problemOfStyle(String text) {
        return ELSEWHERE.matcher(text.toLowerCase(Locale.ROOT)).find()
                ? Optional.of(Problem.SVG_EXTERNAL)
                : Optional.empty();
    }
}
