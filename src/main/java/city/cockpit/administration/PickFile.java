package city.cockpit.administration;

import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.function.Consumer;

/** One file from the administrator's computer, of a bounded size; what it holds is judged by whoever gets it. */
final class PickFile extends Upload {

    /**
     * @param mostBytes a larger file is cut off behind that many bytes and one more, so that its reader finds it too large
     * @param take called on the thread of the page
     */
    PickFile(Wording words, String button, int mostBytes, Consumer<byte[]> take) {
        addClassName("pick-file");
        setMaxFiles(1);
        setUploadButton(new Button(button));
        var drop = new Span(words.text("setup.drop"));
        setDropLabel(drop);
        setI18n(new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(words.text("setup.drop")))
                .setError(new UploadI18N.Error().setTooManyFiles(words.text("setup.one-file"))));
        setUploadHandler(bounded(mostBytes, bytes -> {
            clearFileList();
            take.accept(bytes);
        }));
    }

    /** The handlers of Vaadin read whatever is sent; this one stops. Uploads arrive outside the page, hence the access. */
    private static UploadHandler bounded(int mostBytes, Consumer<byte[]> take) {
        return event -> {
            var bytes = event.getInputStream().readNBytes(mostBytes + 1);
            var _ = event.getUI().access(() -> take.accept(bytes));
        };
    }
}
