package city.cockpit.uikit;

import city.cockpit.access.Role;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is signed in: on a desk behind the initials at the end of the header, on a narrow screen at the end of the menu.
 * The browser itself opens and closes it.
 */
final class AccountMenu extends Div implements AfterNavigationObserver {

    private static final String ID = "account-menu";

    private final Div sheet = new Div();

    AccountMenu(Wording words, AuthenticationContext visitor, String name) {
        addClassName("account");
        var button = new NativeButton();
        button.addClassName("account-button");
        button.setAriaLabel(words.text("frame.account", name));
        button.getElement().setAttribute("title", name);
        button.getElement().setAttribute("popovertarget", ID);
        button.setText(initials(name));
        sheet.setId(ID);
        sheet.addClassName("account-sheet");
        sheet.getElement().setAttribute("popover", "auto");
        var who = new Span(name);
        who.addClassName("account-name");
        sheet.add(who);
        var roles = Stream.of(Role.values())
                .filter(role -> visitor.hasRole(role.name()))
                .toList();
        if (!roles.isEmpty()) {
            var what = new Paragraph(words.list(
                    roles.stream().map(role -> words.text("role." + role)).toList()));
            what.addClassName("account-roles");
            sheet.add(what, new Anchor("account", words.text("frame.account.way")));
        }
        var out = new NativeButton(words.text("frame.sign-out"), click -> visitor.logout());
        out.addClassName("tool");
        sheet.add(out);
        add(button, sheet);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        sheet.getElement().executeJs("this.hidePopover()");
    }

    /** Of the first two parts of the name: {@code anna.karst} is AK. */
    static String initials(String name) {
        return Arrays.stream(name.split("@", -1)[0].split("[^\\p{L}\\p{N}]+"))
                .filter(part -> !part.isEmpty())
                .limit(2)
                .map(part -> new String(Character.toChars(Character.toUpperCase(part.codePointAt(0)))))
                .collect(Collectors.joining());
    }
}
