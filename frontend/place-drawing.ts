import Feature from 'ol/Feature';
import OpenLayersMap from 'ol/Map';
import View from 'ol/View';
import { boundingExtent, isEmpty } from 'ol/extent';
import GeoJSON from 'ol/format/GeoJSON';
import Point from 'ol/geom/Point';
import { defaults as defaultInteractions } from 'ol/interaction/defaults';
import TileLayer from 'ol/layer/Tile';
import VectorLayer from 'ol/layer/Vector';
import { fromLonLat, toLonLat } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import XYZ from 'ol/source/XYZ';
import CircleStyle from 'ol/style/Circle';
import Fill from 'ol/style/Fill';
import Stroke from 'ol/style/Stroke';
import Style from 'ol/style/Style';
import Text from 'ol/style/Text';
import type { BaseLayer } from './city-map';
import { planStyle, type Roles } from './map-plan';
import { STYLE } from './map-style';
import { round, type PickerWords, type PlacePicker, type Spot } from './place-picker';

const CLOSE_BY = 18;
const PIXELS = 24;
const NAMES_FROM = 3;

const PIN = `
  :host { min-height: 18rem; border: 1px solid var(--edge); border-radius: 0.5rem; }
  .ground { touch-action: none; }
  .ground:focus-visible { outline: 3px solid var(--accent); outline-offset: -3px; }
  .pin { position: absolute; top: 50%; left: 50%; width: 30px; height: 40px; transform: translate(-50%, -100%); pointer-events: none; }
  .pin path { fill: var(--accent); stroke: var(--card); stroke-width: 1.5; }
  .pin circle { fill: var(--card); }
  .tools button { width: 44px; height: 44px; }
  .tools svg { display: block; margin: auto; }
  .note { max-width: calc(100% - 7rem); }
`;

/** Draws a {@link PlacePicker} with OpenLayers. */
export class PlaceDrawing {
  private readonly map: OpenLayersMap;
  private readonly town = new VectorLayer({ source: new VectorSource(), declutter: true });
  private readonly sites = new VectorLayer({ source: new VectorSource(), declutter: true });
  private readonly probe = document.createElement('i');
  private readonly watched: (() => void)[] = [];
  private touched = false;

  constructor(
    private readonly host: PlacePicker,
    root: ShadowRoot,
    private readonly words: PickerWords,
    note: HTMLElement,
  ) {
    const style = document.createElement('style');
    style.textContent = STYLE + PIN;
    const ground = document.createElement('div');
    ground.className = 'ground';
    ground.tabIndex = 0;
    ground.setAttribute('role', 'application');
    ground.setAttribute('aria-label', words.map);
    const pin = document.createElement('div');
    pin.innerHTML =
      '<svg class="pin" viewBox="0 0 30 40" aria-hidden="true"><path d="M15 39C15 39 1 23 1 14a14 14 0 0 1 28 0c0 9-14 25-14 25z"/><circle cx="15" cy="14" r="5"/></svg>';
    const foot = document.createElement('div');
    foot.className = 'foot';
    const attribution = document.createElement('span');
    attribution.className = 'attribution';
    foot.append(attribution);
    root.replaceChildren(style, this.probe, ground, pin, note, this.tools(), foot);
    this.map = new OpenLayersMap({
      target: ground,
      layers: [this.town, this.sites],
      controls: [],
      interactions: defaultInteractions({ altShiftDragRotate: false, pinchRotate: false, keyboard: false }),
      view: new View({ center: fromLonLat([10.2, 51.2]), zoom: 6, maxZoom: 19, enableRotation: false }),
    });
    this.map.on('pointerdrag', () => (this.touched = true));
    this.map.on('singleclick', (event) => {
      this.touched = true;
      this.map.getView().animate({ center: event.coordinate, duration: this.duration() });
    });
    this.map.on('moveend', () => this.told());
    this.map.on('change:size', () => this.begin());
    ground.addEventListener('keydown', (event) => this.walk(event));
    this.watchColours();
    this.addBase(attribution);
    this.addSites();
    void this.addTown();
    this.begin();
  }

  close(): void {
    this.watched.forEach((unwatch) => unwatch());
    this.map.setTarget(undefined);
    this.map.dispose();
  }

  /** @param near whether the map shows the surroundings of the pin afterwards */
  moveTo(latitude: number, longitude: number, near: boolean): void {
    const view = this.map.getView();
    this.begun = true;
    view.setCenter(fromLonLat([longitude, latitude]));
    if (near || (view.getZoom() ?? 0) < 14) view.setZoom(CLOSE_BY);
  }

  private begun = false;

  /** A map that has no room yet cannot be fitted. */
  private begin(): void {
    const [width, height] = this.map.getSize() ?? [0, 0];
    if (this.begun || width * height === 0) return;
    this.begun = true;
    if (this.host.place) {
      const { latitude, longitude } = JSON.parse(this.host.place) as Spot;
      this.moveTo(latitude, longitude, true);
      return;
    }
    const extent = boundingExtent(this.spots().map((spot) => fromLonLat([spot.longitude, spot.latitude])));
    if (!isEmpty(extent)) this.map.getView().fit(extent, { padding: [40, 40, 40, 40], maxZoom: 16 });
    else if (this.spots().length > 0) this.moveTo(this.spots()[0].latitude, this.spots()[0].longitude, true);
    else this.begun = false;
  }

  private told(): void {
    if (this.touched) this.take();
  }

  /** The pin stands where it is meant to. */
  private take(): void {
    this.touched = false;
    const [longitude, latitude] = toLonLat(this.map.getView().getCenter() ?? [0, 0]);
    this.host.picked(round(latitude), round(longitude));
  }

  private walk(event: KeyboardEvent): void {
    const steps: Record<string, number[]> = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
    if (event.key === '+' || event.key === '-') this.zoom(event.key === '+' ? 1 : -1);
    if (event.key === 'Enter') this.take();
    const step = steps[event.key];
    const view = this.map.getView();
    const centre = view.getCenter();
    if (!step || !centre) return;
    event.preventDefault();
    this.touched = true;
    const by = (view.getResolution() ?? 1) * PIXELS;
    view.setCenter([centre[0] + step[0] * by, centre[1] + step[1] * by]);
  }

  private tools(): HTMLElement {
    const tools = document.createElement('div');
    tools.className = 'tools';
    const here = tool('', this.words.here, () => this.host.locate());
    here.innerHTML =
      '<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2"><circle cx="12" cy="12" r="6"/><path d="M12 1v5M12 18v5M1 12h5M18 12h5"/></svg>';
    tools.append(here, tool('+', this.words.zoomIn, () => this.zoom(1)), tool('−', this.words.zoomOut, () => this.zoom(-1)));
    return tools;
  }

  private zoom(by: number): void {
    const view = this.map.getView();
    view.animate({ zoom: (view.getZoom() ?? 0) + by, duration: this.duration() });
  }

  private duration(): number {
    return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200;
  }

  private spots(): Spot[] {
    return JSON.parse(this.host.spots) as Spot[];
  }

  private addBase(attribution: HTMLElement): void {
    if (!this.host.base) return;
    const base = JSON.parse(this.host.base) as BaseLayer;
    const url = new URL(base.address, document.baseURI).href.replace(/%7B/g, '{').replace(/%7D/g, '}');
    const source = new XYZ({ url, maxZoom: base.maxZoom });
    source.on('tileloaderror', () => this.host.say(this.words.unreachable));
    this.map.getLayers().insertAt(0, new TileLayer({ source, className: 'base' }));
    attribution.textContent = base.attribution;
  }

  private addSites(): void {
    const source = this.sites.getSource();
    for (const spot of this.spots())
      source?.addFeature(new Feature({ geometry: new Point(fromLonLat([spot.longitude, spot.latitude])), title: spot.title }));
  }

  private async addTown(): Promise<void> {
    const plans: object[] = [];
    if (this.host.boundary) plans.push((await (await fetch(this.host.boundary)).json()) as object);
    if (this.host.plan) plans.push((await import('./demo-town.json')).default);
    const format = new GeoJSON({ featureProjection: 'EPSG:3857' });
    plans.forEach((plan) => this.town.getSource()?.addFeatures(format.readFeatures(plan)));
    if (this.begun || plans.length === 0) return;
    const extent = this.town.getSource()?.getExtent();
    if (extent && !isEmpty(extent)) this.map.getView().fit(extent, { padding: [20, 20, 20, 20] });
  }

  private watchColours(): void {
    const paint = (): void => {
      const font = getComputedStyle(this.host).fontFamily;
      this.town.setStyle(planStyle((role) => this.colour(`map-${role}`), font));
      const [ink, card] = [this.colour('ink'), this.colour('card')];
      this.sites.setStyle((feature, resolution) =>
        new Style({
          image: new CircleStyle({ radius: 5, fill: new Fill({ color: ink }), stroke: new Stroke({ color: card, width: 2 }) }),
          ...(resolution < NAMES_FROM
            ? {
                text: new Text({
                  text: String(feature.get('title')),
                  font: `500 12px ${font}`,
                  offsetY: 14,
                  fill: new Fill({ color: ink }),
                  stroke: new Stroke({ color: card, width: 3 }),
                }),
              }
            : {}),
        }),
      );
    };
    const observer = new MutationObserver(paint);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['theme', 'style', 'class', 'data-contrast'] });
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', paint);
    this.watched.push(
      () => observer.disconnect(),
      () => dark.removeEventListener('change', paint),
    );
    paint();
  }

  private readonly colour: Roles = (role) => {
    this.probe.style.color = `var(--${role})`;
    return getComputedStyle(this.probe).color;
  };
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
