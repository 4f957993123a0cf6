import type { MapDrawing } from './map-drawing';

/** What one domain says at a site; `doubt` if a newer value of it is implausible. */
export type Face = { domain: string; look: string; text: string; doubt: boolean; words: string };

/** A site as the server tells it; `faces` in the order of importance, at least one. `extent` if it stands for several. */
export type SiteMarker = {
  key: string;
  title: string;
  latitude: number;
  longitude: number;
  faces: Face[];
  extent?: Extent;
};

/** Faces of a site that changed, by their places. */
type ChangedMarker = { key: string; changed: Record<number, Omit<Face, 'domain'>> };

/** West, south, east and north in degrees. */
export type Extent = [number, number, number, number];

/** Background tiles that our own server fetches. */
export type BaseLayer = { address: string; attribution: string; maxZoom: number };

/** The texts of the map in the language of the page. */
export type MapWords = Record<
  'markers' | 'zoomIn' | 'zoomOut' | 'everything' | 'more' | 'moreDoubt' | 'wheel' | 'touch' | 'unreachable' | 'north' | 'failed',
  string
>;

/**
 * The sites of the town on a map. The tag itself is small; what draws is loaded when the first map of a visit is shown.
 *
 * Fires `site-chosen` with the key of the site in `detail.key`. With `bounds` it shows that part of the world first and fires
 * `view-changed` with what is in sight, so that the server tells only that.
 */
export class CityMap extends HTMLElement {
  /** Texts as JSON. */
  words = '{}';
  /** Background tiles as JSON; empty for none. */
  base = '';
  /** Where the town's boundary is, as GeoJSON; empty for none. */
  boundary = '';
  /** Whether the plan of the demo town lies beneath. */
  plan = false;
  /** Key of the site that the map shows close by; empty for a map of all. */
  centre = '';
  /** What is shown first, as JSON of an extent; empty for all sites. */
  bounds = '';

  private readonly sites = new Map<string, SiteMarker>();
  private drawing: Promise<MapDrawing | undefined> | undefined;
  private placements = 0;
  private shownDomain = '';

  /** Domain whose values the markers tell; empty for the most important of each site. */
  get domain(): string {
    return this.shownDomain;
  }

  set domain(next: string) {
    this.shownDomain = next;
    this.redraw();
  }

  connectedCallback(): void {
    this.drawing = this.load(++this.placements);
    this.redraw();
  }

  disconnectedCallback(): void {
    const drawing = this.drawing;
    this.drawing = undefined;
    void drawing?.then((drawn) => drawn?.close());
  }

  /** Takes over the markers that are new or whose faces changed; one without faces is gone. */
  update(news: (SiteMarker | ChangedMarker)[]): void {
    for (const marker of news) {
      if ('changed' in marker) this.change(marker);
      else if (marker.faces.length > 0) this.sites.set(marker.key, marker);
      else this.sites.delete(marker.key);
    }
    this.redraw();
  }

  private change({ key, changed }: ChangedMarker): void {
    const known = this.sites.get(key);
    if (!known) return;
    const faces = known.faces.map((face, place) => ({ ...face, ...changed[place] }));
    this.sites.set(key, { ...known, faces });
  }

  /** A page moves its parts while it is built: only the drawing of the last placement may be there. */
  private async load(placement: number): Promise<MapDrawing | undefined> {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    try {
      const { MapDrawing } = await import('./map-drawing');
      if (placement !== this.placements || !this.isConnected) return undefined;
      return new MapDrawing(this, root, JSON.parse(this.words) as MapWords);
    } catch (reason) {
      root.textContent = (JSON.parse(this.words) as MapWords).failed;
      console.warn('The map could not be drawn', reason);
      return undefined;
    }
  }

  private redraw(): void {
    void this.drawing?.then((drawn) => drawn?.show([...this.sites.values()], this.shownDomain));
  }
}

customElements.define('city-map', CityMap);
