package city.cockpit.audit;

/**
 * What became of one field. Long texts are cut when they are kept.
 *
 * @param field stable name in lower case with hyphens, e.g. {@code roles}; its text is {@code field.NAME}
 * @param before empty when there was nothing; never a secret
 * @param after empty when nothing is left; never a secret
 */
public record Change(String field, String before, String after) {}
