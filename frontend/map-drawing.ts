import OpenLayersMap from 'ol/Map';
import View from 'ol/View';
import ScaleLine from 'ol/control/ScaleLine';
import { platformModifierKeyOnly } from 'ol/events/condition';
import { boundingExtent, extend, createEmpty, isEmpty } from 'ol/extent';
import GeoJSON from 'ol/format/GeoJSON';
import DragPan from 'ol/interaction/DragPan';
import MouseWheelZoom from 'ol/interaction/MouseWheelZoom';
import { defaults as defaultInteractions } from 'ol/interaction/defaults';
import TileLayer from 'ol/layer/Tile';
import VectorLayer from 'ol/layer/Vector';
import { fromLonLat, transformExtent } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import XYZ from 'ol/source/XYZ';
import type { CityMap, BaseLayer, Extent, Face, MapWords, SiteMarker } from './city-map';
import { planStyle, type Roles } from './map-plan';
import { STYLE } from './map-style';

const CLOSE_BY = 17;
const FAREST_IN = 19;
const MARGIN = 3;
/** Size of the text of a marker, in pixels, for which the measures of markers are given. */
const TEXT = 12.5;
/** Half of the height of a marker. */
const HALF = 13;
const HINT_MILLISECONDS = 1500;

/** A map of fewer pixels has no room to spare. */
const LOW = 220;

/** Pixels that the number of further sites takes. */
const COUNT = 34;

/** Pixels that the mark of doubt takes. */
const DOUBT = 15;

type Placed = { site: SiteMarker; face: Face; doubts: Face[]; at: number[]; half: number; others: SiteMarker[] };

const URGENCY = ['alarm', 'warning', 'notice', 'good', 'plain', 'implausible', 'silent', 'maintenance'];

/** Draws a {@link CityMap}: the ground with OpenLayers, the markers as buttons above it. */
export class MapDrawing {
  private readonly map: OpenLayersMap;
  private readonly markers = document.createElement('div');
  private readonly note = document.createElement('p');
  private readonly hint = document.createElement('p');
  private readonly probe = document.createElement('i');
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private readonly town = new VectorLayer({ source: new VectorSource(), declutter: true });
  private readonly watched: (() => void)[] = [];
  private readonly calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  private sites: SiteMarker[] = [];
  private placed: Placed[] = [];
  private domain = '';
  private fitted = false;
  private fittedTo = '';
  private told = '';
  private hintTimer: number | undefined;

  constructor(
    private readonly host: CityMap,
    root: ShadowRoot,
    private readonly words: MapWords,
  ) {
    const style = document.createElement('style');
    style.textContent = STYLE;
    const ground = document.createElement('div');
    ground.className = 'ground';
    this.markers.className = 'markers';
    this.markers.setAttribute('role', 'group');
    this.markers.setAttribute('aria-label', words.markers);
    this.markers.addEventListener('keydown', (event) => this.walk(event));
    this.note.className = 'note';
    this.note.setAttribute('role', 'status');
    this.hint.className = 'hint';
    this.hint.setAttribute('aria-hidden', 'true');
    root.replaceChildren(style, this.probe, ground, this.note, this.hint, this.tools(), this.foot());
    this.map = new OpenLayersMap({
      target: ground,
      layers: [this.town],
      controls: [new ScaleLine({ target: root.querySelector<HTMLElement>('.scale') ?? undefined, minWidth: 56 })],
      interactions: this.interactions(),
      view: new View({ center: fromLonLat([0, 0]), zoom: 2, maxZoom: FAREST_IN, enableRotation: false }),
    });
    ground.append(this.markers);
    this.map.on('postrender', () => this.move());
    this.map.on('moveend', () => {
      this.place();
      this.tellView();
    });
    this.map.on('change:size', () => this.fitAgain());
    ground.addEventListener('wheel', (event) => this.explain(event.ctrlKey || event.metaKey, words.wheel), { passive: true });
    ground.addEventListener('touchmove', (event) => this.explain(event.touches.length > 1, words.touch), { passive: true });
    this.watchColours();
    this.addBase();
    void this.addTown();
  }

  /** Shows these sites as the domain tells them; of an empty domain, the most important of each. */
  show(sites: SiteMarker[], domain: string): void {
    this.sites = sites;
    this.domain = domain;
    this.fitOnce();
    this.place();
  }

  /** A map that has no room yet cannot be fitted: it would show nothing ever after. */
  private fitOnce(): void {
    const [width, height] = this.map.getSize() ?? [0, 0];
    if (this.fitted || (this.sites.length === 0 && !this.host.bounds) || width * height === 0) return;
    this.fitted = true;
    this.fit(false);
    // Where a marker stands is known from what was drawn: at once, since nobody may look at a page for some time.
    this.map.renderSync();
    this.place();
    // Where nothing is drawn beneath the markers, the map never says that its first move has ended.
    this.tellView();
  }

  /** What stands beside the map comes and goes: as long as nobody has moved it, it shows all that it showed first. */
  private fitAgain(): void {
    if (!this.fitted || this.fittedTo !== this.view()) return this.fitOnce();
    this.fit(false);
    this.place();
    this.tellView();
  }

  /** Where the map stands, to be told from where it stood. */
  private view(): string {
    const view = this.map.getView();
    return `${view.getCenter()?.join()} ${view.getResolution()}`;
  }

  /** Only who tells the bounds answers with what is in sight. */
  private tellView(): void {
    const resolution = this.map.getView().getResolution();
    if (!this.host.bounds || !this.fitted || !resolution) return;
    const [west, south, east, north] = transformExtent(this.map.getView().calculateExtent(this.map.getSize()), 'EPSG:3857', 'EPSG:4326');
    const inSight = { west, south, east, north, resolution };
    const next = JSON.stringify(inSight);
    if (next === this.told) return;
    this.told = next;
    this.host.dispatchEvent(new CustomEvent('view-changed', { detail: inSight }));
  }

  close(): void {
    this.watched.forEach((unwatch) => unwatch());
    window.clearTimeout(this.hintTimer);
    this.map.setTarget(undefined);
    this.map.dispose();
  }

  /** One finger scrolls the page and the wheel too; two fingers move the map, and the wheel with Ctrl zooms it. */
  private interactions() {
    const fingers = new Set<number>();
    const viewportDown = (event: PointerEvent): void => {
      if (event.pointerType === 'touch') fingers.add(event.pointerId);
    };
    const viewportUp = (event: PointerEvent): void => void fingers.delete(event.pointerId);
    window.addEventListener('pointerdown', viewportDown, true);
    window.addEventListener('pointerup', viewportUp, true);
    window.addEventListener('pointercancel', viewportUp, true);
    this.watched.push(() => {
      window.removeEventListener('pointerdown', viewportDown, true);
      window.removeEventListener('pointerup', viewportUp, true);
      window.removeEventListener('pointercancel', viewportUp, true);
    });
    return defaultInteractions({ dragPan: false, mouseWheelZoom: false, altShiftDragRotate: false, pinchRotate: false }).extend([
      new DragPan({ condition: ({ originalEvent: event }) => !(event instanceof PointerEvent) || event.pointerType !== 'touch' || fingers.size > 1 }),
      new MouseWheelZoom({ condition: platformModifierKeyOnly }),
    ]);
  }

  private explain(known: boolean, how: string): void {
    this.hint.textContent = known ? '' : how;
    window.clearTimeout(this.hintTimer);
    this.hintTimer = window.setTimeout(() => (this.hint.textContent = ''), HINT_MILLISECONDS);
  }

  private tools(): HTMLElement {
    const tools = document.createElement('div');
    tools.className = 'tools';
    tools.append(
      tool('+', this.words.zoomIn, () => this.zoom(1)),
      tool('−', this.words.zoomOut, () => this.zoom(-1)),
      tool('⤢', this.words.everything, () => this.fit(true)),
    );
    return tools;
  }

  private foot(): HTMLElement {
    const foot = document.createElement('div');
    foot.className = 'foot';
    const north = document.createElement('span');
    north.className = 'north';
    north.textContent = this.words.north;
    const scale = document.createElement('span');
    scale.className = 'scale';
    const attribution = document.createElement('span');
    attribution.className = 'attribution';
    foot.append(scale, north, attribution);
    return foot;
  }

  private addBase(): void {
    if (!this.host.base) return;
    const base = JSON.parse(this.host.base) as BaseLayer;
    const source = new XYZ({ url: new URL(base.address, document.baseURI).href.replace(/%7B/g, '{').replace(/%7D/g, '}'), maxZoom: base.maxZoom });
    source.on('tileloaderror', () => (this.note.textContent = this.words.unreachable));
    source.on('tileloadend', () => (this.note.textContent = ''));
    this.map.getLayers().insertAt(0, new TileLayer({ source, className: 'base' }));
    const attribution = this.host.shadowRoot?.querySelector('.attribution');
    if (attribution) attribution.textContent = base.attribution;
  }

  private async addTown(): Promise<void> {
    const plans: object[] = [];
    if (this.host.boundary) plans.push((await (await fetch(this.host.boundary)).json()) as object);
    if (this.host.plan) plans.push((await import('./demo-town.json')).default);
    const format = new GeoJSON({ featureProjection: 'EPSG:3857' });
    plans.forEach((plan) => this.town.getSource()?.addFeatures(format.readFeatures(plan)));
  }

  private watchColours(): void {
    const paint = (): void => this.town.setStyle(planStyle((role) => this.colour(role), this.font()));
    const observer = new MutationObserver(paint);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['theme', 'style', 'class', 'data-contrast', 'data-night'] });
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const forced = window.matchMedia('(forced-colors: active)');
    dark.addEventListener('change', paint);
    forced.addEventListener('change', paint);
    this.watched.push(
      () => observer.disconnect(),
      () => dark.removeEventListener('change', paint),
      () => forced.removeEventListener('change', paint),
    );
    paint();
  }

  /** A role of colour as the canvas needs it: without variables and without the choice between light and dark. */
  private readonly colour: Roles = (role) => {
    this.probe.style.color = `var(--map-${role})`;
    return getComputedStyle(this.probe).color;
  };

  private font(): string {
    return getComputedStyle(this.host).fontFamily;
  }

  private zoom(by: number): void {
    const view = this.map.getView();
    view.animate({ zoom: (view.getZoom() ?? 0) + by, duration: this.duration() });
  }

  private duration(): number {
    return this.calm.matches ? 0 : 250;
  }

  private fit(slowly: boolean): void {
    const centre = this.sites.find((site) => site.key === this.host.centre);
    const shown = centre && !slowly ? [centre] : this.sites;
    const bounds = this.host.bounds ? mercator(JSON.parse(this.host.bounds) as Extent) : undefined;
    const extent = bounds ?? boundingExtent(shown.map(coordinate));
    if (!bounds && isEmpty(extent) && shown.length === 0) return;
    this.map.getView().fit(extent, {
      // on the right the buttons; where there is little room, markers may reach the edge
      padding: (this.map.getSize()?.[1] ?? 0) < LOW ? [16, 92, 32, 56] : [28, 92, 44, 56],
      maxZoom: CLOSE_BY,
      duration: slowly ? this.duration() : 0,
      callback: () => (this.fittedTo = this.view()),
    });
    if (!slowly) this.fittedTo = this.view();
  }

  /** Decides which markers stand on the map, so that none covers another: what covers less urgent ones counts them. */
  private place(): void {
    if (!this.fitted) return;
    // the number of further sites may carry a mark of its own
    const scale = this.scale();
    const room = (this.sites.some((site) => this.doubts(site).length > 0) ? COUNT + DOUBT : COUNT) * scale;
    const [width] = this.map.getSize() ?? [0];
    const boxes: { left: number; right: number; top: number; bottom: number; placed: Placed }[] = [];
    this.placed = [];
    for (const { site, face } of this.inOrder()) {
      const at = coordinate(site);
      const pixel = this.map.getPixelFromCoordinate(at);
      if (!pixel) continue;
      const doubts = this.doubts(site);
      const half = (scale * (34 + 7.2 * face.text.length + (doubts.length > 0 ? DOUBT : 0))) / 2 + MARGIN;
      // where it will stand: a marker at the edge moves in, and one that counts others grows to both sides
      const x = within(pixel[0], half + room / 2, width);
      const box = { left: x - half, right: x + half, top: pixel[1] - HALF * scale - MARGIN, bottom: pixel[1] + HALF * scale + MARGIN };
      const covering = boxes.find(
        (other) => box.left < other.right + room && box.right > other.left - room && box.top < other.bottom && box.bottom > other.top,
      );
      if (covering) covering.placed.others.push(site);
      else {
        const placed: Placed = { site, face, doubts, at, half, others: [] };
        this.placed.push(placed);
        boxes.push({ ...box, placed });
      }
    }
    this.draw();
  }

  /** On a wall markers are larger, and so is the room that they need. */
  private scale(): number {
    return parseFloat(getComputedStyle(this.markers).fontSize) / TEXT || 1;
  }

  /** What of the site is told and doubtful. */
  private doubts(site: SiteMarker): Face[] {
    return site.faces.filter((face) => face.doubt && (this.domain === '' || face.domain === this.domain));
  }

  private inOrder(): { site: SiteMarker; face: Face }[] {
    const chosen = this.host.centre;
    return this.sites
      .flatMap((site) => {
        const face = this.domain === '' ? site.faces[0] : site.faces.find((one) => one.domain === this.domain);
        return face ? [{ site, face }] : [];
      })
      .sort(
        (one, other) =>
          Number(other.site.key === chosen) - Number(one.site.key === chosen) ||
          URGENCY.indexOf(one.face.look) - URGENCY.indexOf(other.face.look) ||
          this.doubts(other.site).length - this.doubts(one.site).length ||
          one.site.title.localeCompare(other.site.title),
      );
  }

  /** A site keeps its button, so that the keyboard keeps its place. */
  private draw(): void {
    const before = new Map(this.buttons);
    this.buttons.clear();
    for (const placed of this.placed) {
      const button = before.get(placed.site.key) ?? this.newButton();
      before.delete(placed.site.key);
      this.buttons.set(placed.site.key, button);
      const doubtful = placed.others.filter((other) => this.doubts(other).length > 0).length;
      dress(button, placed, doubtful, this.words, placed.site.key === this.host.centre);
      button.onclick = () => this.choose(placed);
      if (!button.isConnected) this.markers.append(button);
    }
    before.forEach((button) => button.remove());
    const all = [...this.buttons.values()];
    const current = all.find((button) => button.tabIndex === 0) ?? all.at(0);
    all.forEach((button) => (button.tabIndex = button === current ? 0 : -1));
    this.move();
  }

  private newButton(): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(document.createElement('i'), document.createElement('span'), document.createElement('s'), document.createElement('b'));
    button.addEventListener('focus', () => this.buttons.forEach((one) => (one.tabIndex = one === button ? 0 : -1)));
    return button;
  }

  private move(): void {
    const [width] = this.map.getSize() ?? [0];
    const count = COUNT * this.scale();
    for (const placed of this.placed) {
      const pixel = this.map.getPixelFromCoordinate(placed.at);
      const button = this.buttons.get(placed.site.key);
      if (!pixel || !button) continue;
      const x = within(pixel[0], placed.half + (placed.others.length > 0 ? count : 0) / 2, width);
      button.style.transform = `translate(-50%, -50%) translate(${x.toFixed(1)}px, ${pixel[1].toFixed(1)}px)`;
    }
  }

  private choose(placed: Placed): void {
    const extent = createEmpty();
    [placed.site, ...placed.others].forEach((site) => extend(extent, site.extent ? mercator(site.extent) : boundingExtent([coordinate(site)])));
    const wide = extent[2] - extent[0] + extent[3] - extent[1] > 1;
    const view = this.map.getView();
    if ((placed.others.length > 0 || placed.site.extent) && wide && (view.getZoom() ?? 0) < FAREST_IN - 0.5)
      view.fit(extent, { padding: [60, 60, 60, 60], maxZoom: FAREST_IN, duration: this.duration() });
    else this.host.dispatchEvent(new CustomEvent('site-chosen', { detail: { key: placed.site.key } }));
  }

  /** Arrow keys lead to the next marker in that direction. */
  private walk(event: KeyboardEvent): void {
    const directions: Record<string, number[]> = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
    if (event.key === '+' || event.key === '-') this.zoom(event.key === '+' ? 1 : -1);
    const direction = directions[event.key];
    if (!direction) return;
    event.preventDefault();
    event.stopPropagation();
    const from = this.placed.find((placed) => this.buttons.get(placed.site.key) === event.target);
    const next = from && this.nearest(from, direction);
    if (!next) return;
    this.bringIntoView(next);
    this.buttons.get(next.site.key)?.focus({ preventScroll: true });
  }

  private nearest(from: Placed, [x, y]: number[]): Placed | undefined {
    const origin = this.map.getPixelFromCoordinate(from.at);
    let best: { placed: Placed; cost: number } | undefined;
    for (const placed of this.placed) {
      const pixel = this.map.getPixelFromCoordinate(placed.at);
      if (placed === from || !pixel) continue;
      const [dx, dy] = [pixel[0] - origin[0], pixel[1] - origin[1]];
      const forward = dx * x + dy * y;
      const aside = Math.abs(dx * y - dy * x);
      if (forward <= 0 || aside > 2 * forward) continue;
      const cost = forward + 2 * aside;
      if (!best || cost < best.cost) best = { placed, cost };
    }
    return best?.placed;
  }

  private bringIntoView(placed: Placed): void {
    const pixel = this.map.getPixelFromCoordinate(placed.at);
    const [width, height] = this.map.getSize() ?? [0, 0];
    if (pixel[0] > 20 && pixel[1] > 20 && pixel[0] < width - 20 && pixel[1] < height - 20) return;
    this.map.getView().animate({ center: placed.at, duration: this.duration() });
  }
}

/** A marker at the edge is shown whole as long as its site is on the map. */
function within(x: number, half: number, width: number): number {
  return x < 0 || x > width ? x : Math.max(half, Math.min(x, width - half));
}

function coordinate(site: SiteMarker): number[] {
  return fromLonLat([site.longitude, site.latitude]);
}

function mercator(extent: Extent): number[] {
  return transformExtent(extent, 'EPSG:4326', 'EPSG:3857');
}

function tool(sign: string, label: string, action: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = sign;
  button.title = label;
  button.setAttribute('aria-label', label);
  button.addEventListener('click', action);
  return button;
}

function dress(
  button: HTMLButtonElement,
  { site, face, doubts, others }: Placed,
  doubtful: number,
  words: MapWords,
  chosen: boolean,
): void {
  const [, text, doubt, count] = button.children;
  const label = [
    `${site.title}: ${face.words}`,
    ...doubts.filter((other) => other !== face).map((other) => other.words),
    others.length === 0 ? '' : words.more.replace('{0}', String(others.length)),
    doubtful === 0 ? '' : words.moreDoubt.replace('{0}', String(doubtful)),
  ]
    .filter((part) => part !== '')
    .join('. ');
  if (button.dataset['look'] !== face.look) button.dataset['look'] = face.look;
  if (text.textContent !== face.text) text.textContent = face.text;
  doubt.toggleAttribute('hidden', doubts.length === 0);
  const sum = others.length === 0 ? '' : `+${others.length}`;
  if (count.textContent !== sum) count.textContent = sum;
  count.toggleAttribute('data-doubt', doubtful > 0);
  if (button.getAttribute('aria-label') !== label) {
    button.setAttribute('aria-label', label);
    button.title = label;
  }
  button.toggleAttribute('data-chosen', chosen);
}
