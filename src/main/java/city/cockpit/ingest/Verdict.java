package city.cockpit.ingest;

import city.cockpit.measurement.Reading;

/** What the checks say of one reading. */
sealed interface Verdict {

    /** It may be stored. */
    record Accepted(Reading reading) implements Verdict {}

    /**
     * It is not taken.
     *
     * @param detail one technical sentence, at most 200 characters, nothing but printable ones
     */
    record Rejected(RejectReason reason, String detail) implements Verdict {

        private static final int LONGEST_DETAIL = 200;

        public Rejected {
            detail = Printable.line(detail, LONGEST_DETAIL);
        }
    }
}
