package city.cockpit.preview;

import city.cockpit.ingest.kept.Inbox;

/** Inboxes for tests without screens. */
public final class PreviewInboxes {

    private PreviewInboxes() {}

    /** Nobody has sent anything. */
    public static Inbox empty() {
        return new PreviewInbox(new PreviewCity());
    }
}
