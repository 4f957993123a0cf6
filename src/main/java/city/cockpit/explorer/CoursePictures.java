package city.cockpit.explorer;

import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.NativeButton;
import java.util.stream.Stream;

/** Saves the chart of the page as a picture, in the browser that drew it, with its source below. */
@Tag("city-picture")
@JsModule("./city-picture.ts")
final class CoursePictures extends HtmlContainer {

    CoursePictures(Wording words) {
        Stream.of("svg", "png").forEach(format -> {
            var button = new NativeButton(words.text("explorer.download." + format));
            button.getElement().setAttribute("data-format", format);
            add(button);
        });
    }

    /**
     * @param file name of the file without its end
     * @param caption stands below the picture
     */
    void show(String file, String caption) {
        getElement().setAttribute("file", file);
        getElement().setAttribute("caption", caption);
    }
}
