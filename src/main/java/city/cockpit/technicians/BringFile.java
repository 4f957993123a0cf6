package city.cockpit.technicians;

import city.cockpit.transfer.Imports.Brought;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** One file from the technician's computer, passed on while it arrives and never whole in memory. */
final class BringFile extends Section {

    private static final Logger log = LoggerFactory.getLogger(BringFile.class);

    private final Upload upload = new Upload();
    private final Taker taker;
    private final Consumer<Brought> brought;
    private final Runnable failed;

    /** Takes the file from the stream; blocks until it is kept. */
    interface Taker {
        Brought take(String name, InputStream content) throws IOException;
    }

    /**
     * @param taker called on a thread of its own
     * @param brought gets what became of it, on the thread of the page
     * @param failed called on the thread of the page if it did not arrive or could not be kept
     * @param refused gets why the browser did not even send it
     */
    BringFile(
            Wording words,
            long mostBytes,
            Taker taker,
            Consumer<Brought> brought,
            Runnable failed,
            Consumer<String> refused) {
        this.taker = taker;
        this.brought = brought;
        this.failed = failed;
        var size = TransferWords.size(words, mostBytes);
        var about = new Paragraph(words.text("transfer.bring.about", size));
        about.addClassName("panel-note");
        upload.addClassName("pick-file");
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) Math.min(Integer.MAX_VALUE, mostBytes));
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setAcceptedFileExtensions(".csv", ".txt", ".tsv");
        upload.setUploadButton(new Button(words.text("transfer.bring")));
        upload.setDropLabel(new Span(words.text("setup.drop")));
        upload.setI18n(texts(words, size));
        upload.setUploadHandler(this::take);
        upload.addFileRejectedListener(event -> refused.accept(event.getErrorMessage()));
        addClassNames("panel", "panel-form", "bring-file");
        getElement().setAttribute("aria-label", words.text("transfer.bring"));
        add(about, upload);
    }

    private static UploadI18N texts(Wording words, String size) {
        var broken = words.text("transfer.bring.broken");
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(words.text("setup.drop")))
                .setFile(new UploadI18N.File()
                        .setRetry(words.text("transfer.bring.again"))
                        .setStart(words.text("transfer.bring.start"))
                        .setRemove(words.text("transfer.bring.remove")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(words.text("transfer.bring.connecting"))
                                .setStalled(words.text("transfer.bring.stalled"))
                                .setProcessing(words.text("transfer.bring.processing"))
                                .setHeld(words.text("transfer.bring.held")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(words.text("transfer.bring.remaining"))
                                .setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(broken)
                                .setUnexpectedServerError(broken)
                                .setForbidden(broken)
                                .setFileTooLarge(words.text("transfer.bring.too-large", size))))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(words.text("setup.one-file"))
                        .setFileIsTooBig(words.text("transfer.bring.too-large", size))
                        .setIncorrectFileType(words.text("transfer.bring.type")));
    }

    /** Uploads arrive outside the page, hence the access. */
    private void take(UploadEvent event) throws IOException {
        try {
            var found = taker.take(event.getFileName(), event.getInputStream());
            var _ = event.getUI().access(() -> {
                upload.clearFileList();
                brought.accept(found);
            });
        } catch (DataAccessException e) {
            log.warn("A file of history could not be kept", e);
            var _ = event.getUI().access(() -> {
                upload.clearFileList();
                failed.run();
            });
        }
    }
}
