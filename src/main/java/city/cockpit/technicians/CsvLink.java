package city.cockpit.technicians;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;

/** A button that brings a file of comma separated values. */
final class CsvLink {

    private CsvLink() {}

    /** What the file holds; written anew for each who asks. */
    interface Source {
        void writeTo(OutputStream out) throws IOException;
    }

    static Anchor of(String text, String file, Source source) {
        DownloadHandler handler = event -> {
            event.setFileName(file);
            event.setContentType("text/csv; charset=utf-8");
            source.writeTo(event.getOutputStream());
        };
        var way = new Anchor(handler, text);
        way.addClassName("button");
        return way;
    }
}
