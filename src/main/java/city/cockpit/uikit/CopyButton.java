package city.cockpit.uikit;

import com.vaadin.flow.component.HasElement;

/** What a button does that copies a text. */
public final class CopyButton {

    private CopyButton() {}

    /**
     * From the next click on, the button copies what the element shows; to be called once it is on the page. Browsers allow
     * copying only right after a click, so it happens there; where the page came over plain HTTP they offer only the old way.
     *
     * @param told where it says that it was copied
     */
    public static void copies(HasElement button, HasElement text, HasElement told, Wording words) {
        button.getElement().executeJs("""
                        this.addEventListener('click', async () => {
                          try {
                            await navigator.clipboard.writeText($0.textContent);
                          } catch {
                            getSelection().selectAllChildren($0);
                            document.execCommand('copy');
                          }
                          $1.textContent = $2;
                        })""", text.getElement(), told.getElement(), words.text("once.copied"));
    }
}
