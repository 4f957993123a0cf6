package city.cockpit.technicians;

import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Where somebody chooses or drops a table as CSV, one after the other. */
final class TableUpload extends Composite<Upload> {

    /**
     * @param arrived gets the name of the file and its bytes, one more than the most if there are more
     * @param refused gets a sentence why a file is not even sent
     */
    TableUpload(Wording words, int mostBytes, BiConsumer<String, byte[]> arrived, Consumer<String> refused) {
        var size = TransferWords.size(words, mostBytes);
        var upload = getContent();
        upload.addClassName("pick-file");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(mostBytes);
        upload.setAcceptedFileExtensions(".csv", ".txt");
        upload.setUploadButton(new Button(words.text("sensors.import.choose")));
        upload.setDropLabel(new Span(words.text("setup.drop")));
        var broken = words.text("sensors.import.broken");
        upload.setI18n(new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(words.text("setup.drop")))
                .setUploading(new UploadI18N.Uploading()
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(broken)
                                .setUnexpectedServerError(broken)
                                .setForbidden(broken)))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(words.text("sensors.import.one"))
                        .setFileIsTooBig(words.text("sensors.import.too-large", size))
                        .setIncorrectFileType(words.text("sensors.import.type"))));
        upload.setUploadHandler(event -> {
            var table = event.getInputStream().readNBytes(mostBytes + 1);
            var _ = event.getUI().access(() -> {
                upload.clearFileList();
                arrived.accept(event.getFileName(), table);
            });
        });
        upload.addFileRejectedListener(event -> refused.accept(event.getErrorMessage()));
    }
}
