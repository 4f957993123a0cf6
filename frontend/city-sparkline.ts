const HEIGHT = 100;

const STYLE = `
  :host { display: block; position: relative; }
  svg { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; }
  path { fill: none; stroke: var(--spark, currentColor); stroke-width: 1.7; stroke-linejoin: round; stroke-linecap: round;
    vector-effect: non-scaling-stroke; }
  i { position: absolute; width: 5px; height: 5px; margin: -3.5px; border-radius: 50%; border: 1px solid var(--spark, currentColor);
    background: var(--card, Canvas); }
  i.newest { width: 8px; height: 8px; margin: -5px; border: 1.5px solid var(--card, Canvas);
    background: var(--spark, currentColor); }
  b { position: absolute; font-weight: 400; font-size: 0.75rem; line-height: 1; color: var(--soft, currentColor);
    white-space: nowrap; transform: translateX(-50%); display: var(--spark-labels, none); }
  b.highest { margin-top: -1.2rem; }
  b.lowest { margin-top: 0.5rem; }
  b.begins { transform: none; }
  b.ends { transform: translateX(-100%); }
  @media (forced-colors: active) { path { stroke: CanvasText; } i { border-color: CanvasText; }
    i.newest { background: CanvasText; forced-color-adjust: none; } }
`;

type Place = { x: number; height: number };

/**
 * Draws the line of a day from `points`: heights from 0 to 100 separated by commas, `~` where the line goes on to the next
 * height, nothing where it breaks. Dots mark the newest, the lowest and the highest height; `low` and `high`
 * stand beside the latter two where the style sheet leaves room and says `--spark-labels: block`.
 */
class CitySparkline extends HTMLElement {
  static observedAttributes = ['points', 'low', 'high'];

  private readonly path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  private readonly newest = mark('newest');
  private readonly lowest = mark('lowest');
  private readonly highest = mark('highest');
  private readonly low = label('lowest');
  private readonly high = label('highest');

  constructor() {
    super();
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('preserveAspectRatio', 'none');
    svg.append(this.path);
    const style = document.createElement('style');
    style.textContent = STYLE;
    this.attachShadow({ mode: 'open' }).append(
      style,
      svg,
      this.lowest,
      this.highest,
      this.newest,
      this.low,
      this.high,
    );
  }

  attributeChangedCallback(): void {
    const points = this.getAttribute('points') ?? '';
    const entries = points === '' ? [] : points.split(',');
    const end = Math.max(1, entries.length - 1);
    this.path.ownerSVGElement?.setAttribute('viewBox', `0 0 ${end} ${HEIGHT}`);
    this.path.setAttribute('d', pathOf(entries));
    const places = entries.flatMap((entry, x) => (entry === '' || entry === '~' ? [] : [{ x, height: Number(entry) }]));
    const lowest = places.reduce<Place | undefined>((a, b) => (a && a.height <= b.height ? a : b), undefined);
    const highest = places.reduce<Place | undefined>((a, b) => (a && a.height >= b.height ? a : b), undefined);
    const differ = lowest?.height !== highest?.height;
    put(this.newest, places.at(-1), end);
    put(this.lowest, differ ? lowest : undefined, end);
    put(this.highest, differ ? highest : undefined, end);
    this.low.textContent = this.getAttribute('low');
    this.high.textContent = this.getAttribute('high');
    put(this.low, differ ? lowest : undefined, end);
    put(this.high, differ ? highest : undefined, end);
  }
}

function mark(name: string): HTMLElement {
  const dot = document.createElement('i');
  dot.className = name;
  return dot;
}

function label(name: string): HTMLElement {
  const text = document.createElement('b');
  text.className = name;
  return text;
}

function put(element: HTMLElement, place: Place | undefined, end: number): void {
  element.style.visibility = place ? '' : 'hidden';
  if (!place) return;
  const share = place.x / end;
  element.style.left = `${share * 100}%`;
  element.style.top = `${HEIGHT - place.height}%`;
  element.classList.toggle('begins', share < 0.12);
  element.classList.toggle('ends', share > 0.88);
}

/** A single height between two breaks becomes a dot: a line of no length with round ends. */
function pathOf(entries: string[]): string {
  const steps: string[] = [];
  let drawing = false;
  entries.forEach((entry, x) => {
    if (entry === '~') return;
    if (entry === '') {
      drawing = false;
      return;
    }
    const y = HEIGHT - Number(entry);
    steps.push(drawing ? `L${x} ${y}` : `M${x} ${y}h0`);
    drawing = true;
  });
  return steps.join('');
}

customElements.define('city-sparkline', CitySparkline);
