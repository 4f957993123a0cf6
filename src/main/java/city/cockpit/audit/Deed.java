package city.cockpit.audit;

/** What can be done that is worth a line in the audit trail. The texts are {@code deed.NAME} in the resource bundles. */
public enum Deed {
    FIRST_ADMINISTRATOR_MADE,
    ADMINISTRATOR_PASSWORD_MADE,
    SIGNED_IN,
    SIGNED_OUT,
    SIGN_IN_FAILED,
    PASSWORD_CHANGED,
    PASSWORD_CHANGE_FAILED,
    PERSON_INVITED,
    PERSON_ADMITTED,
    PERSON_CHANGED,
    PERSON_LOCKED,
    PERSON_UNLOCKED,
    PERSON_REMOVED,
    LAST_ADMINISTRATOR_KEPT,
    LINK_MADE,
    LINK_USED,
    SESSION_ENDED,
    TOKEN_MADE,
    TOKEN_REVOKED,
    TOWN_CHANGED,
    TOWN_CHANGE_UNDONE,
    AUDIT_EXPORTED
}
