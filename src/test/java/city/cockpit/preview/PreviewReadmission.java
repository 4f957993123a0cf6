package city.cockpit.preview;

import city.cockpit.access.Readmission;

/** Counts those who were let in. */
public final class PreviewReadmission implements Readmission {

    private int admitted;

    public int admitted() {
        return admitted;
    }

    @Override
    public void admit() {
        admitted++;
    }
}
