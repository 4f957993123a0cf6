package city.cockpit.uikit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** A text that people take along, with a button that copies it. In it stands an address, which the browser makes whole. */
public final class CopiedText extends Div {

    private static final String ADDRESS = "{address}";

    private final Wording words;
    private final Code text = new Code();
    private final NativeButton copy;
    private final Span copied = new Span();
    private String shown = "";
    private String path = "";

    public CopiedText(Wording words) {
        this.words = words;
        addClassName("copied-text");
        text.getElement().setAttribute("tabindex", "0");
        copy = new NativeButton(words.text("once.copy"));
        copy.addClassName("button");
        copied.getElement().setAttribute("role", "status");
        add(text, copy, copied);
    }

    /**
     * Shows another text.
     *
     * @param next in which {@code {address}} stands for the whole address
     * @param relative the address as it follows the begin of all addresses
     */
    public void show(String next, String relative) {
        if (next.equals(shown) && relative.equals(path)) return;
        shown = next;
        path = relative;
        copied.setText("");
        text.setText(next.replace(ADDRESS, relative));
        if (isAttached()) complete();
    }

    private void complete() {
        text.getElement()
                .executeJs(
                        "this.textContent = $0.replace('{address}', new URL($1, document.baseURI).href)", shown, path);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        complete();
        CopyButton.copies(copy, text, copied, words);
    }
}
