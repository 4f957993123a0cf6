import type { PlaceDrawing } from './place-drawing';
import type { BaseLayer } from './city-map';

export type PickerWords = Record<
  'zoomIn' | 'zoomOut' | 'here' | 'locating' | 'denied' | 'unknown' | 'insecure' | 'inexact' | 'map' | 'failed' | 'unreachable',
  string
>;

export type Spot = { title: string; latitude: number; longitude: number };

/** Metres: worse places are told as such. */
const GOOD_ENOUGH = 50;

/**
 * A place on a map: the pin stands in the middle and the map moves beneath it, by one finger, the mouse or the arrow keys.
 * What draws is loaded when the map is shown.
 *
 * Fires `place-picked` with `latitude` and `longitude` in the detail when somebody moved the map or asked for the own place.
 */
export class PlacePicker extends HTMLElement {
  /** Texts as JSON. */
  words = '{}';
  /** Background tiles as JSON; empty for none. */
  base = '';
  /** Where the town's boundary is, as GeoJSON; empty for none. */
  boundary = '';
  /** Whether the plan of the demo town lies beneath. */
  plan = false;
  /** Sites that are there already, as JSON. */
  spots = '[]';
  /** Where the pin stands at first, as JSON; empty for the middle of the sites. */
  place = '';

  private drawing: Promise<PlaceDrawing | undefined> | undefined;
  private readonly note = document.createElement('p');
  private placements = 0;

  connectedCallback(): void {
    const placement = ++this.placements;
    this.drawing = new Promise<void>((done) => queueMicrotask(done)).then(() => this.load(placement));
  }

  disconnectedCallback(): void {
    this.placements++;
    void this.drawing?.then((drawn) => drawn?.close());
    this.drawing = undefined;
  }

  /** Moves the pin there without telling. */
  moveTo(latitude: number, longitude: number): void {
    void this.drawing?.then((drawn) => drawn?.moveTo(latitude, longitude, false));
  }

  picked(latitude: number, longitude: number): void {
    this.dispatchEvent(new CustomEvent('place-picked', { detail: { latitude, longitude } }));
  }

  /** Asks the telephone where it is. */
  locate(): void {
    const words = this.texts;
    if (!window.isSecureContext || !navigator.geolocation) {
      this.say(window.isSecureContext ? words.unknown : words.insecure);
      return;
    }
    this.say(words.locating);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const metres = Math.round(coords.accuracy);
        this.say(metres > GOOD_ENOUGH ? words.inexact.replace('{0}', String(metres)) : '');
        void this.drawing?.then((drawn) => drawn?.moveTo(coords.latitude, coords.longitude, true));
        this.picked(round(coords.latitude), round(coords.longitude));
      },
      (reason) => this.say(reason.code === reason.PERMISSION_DENIED ? words.denied : words.unknown),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 10_000 },
    );
  }

  say(text: string): void {
    this.note.textContent = text;
  }

  private get texts(): PickerWords {
    return JSON.parse(this.words) as PickerWords;
  }

  private async load(placement: number): Promise<PlaceDrawing | undefined> {
    if (placement !== this.placements) return undefined;
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.note.className = 'note';
    this.note.setAttribute('role', 'status');
    try {
      const { PlaceDrawing } = await import('./place-drawing');
      if (placement !== this.placements || !this.isConnected) return undefined;
      return new PlaceDrawing(this, root, this.texts, this.note);
    } catch (reason) {
      root.textContent = this.texts.failed;
      console.warn('The map could not be drawn', reason);
      return undefined;
    }
  }
}

/** About ten centimetres. */
export function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

export type { BaseLayer };

customElements.define('place-picker', PlacePicker);
