package city.cockpit.history;

import city.cockpit.measurement.SeriesCatalog;

/** The fake keeps the promises of the store it stands for. */
class InMemoryReadingsTests extends ReadingStoreContract {

    @Override
    protected ReadingStore openStore(SeriesCatalog catalog) {
        return new InMemoryReadings(catalog);
    }
}
