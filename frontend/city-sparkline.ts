const HEIGHT = 100;

const STYLE = `
  :host { display: block; position: relative; }
  svg { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; }
  path { fill: none; stroke: var(--spark, currentColor); stroke-width: 1.7; stroke-linejoin: round; stroke-linecap: round;
    vector-effect: non-scaling-stroke; }
  i { position: absolute; width: 7px; height: 7px; margin: -5px; border-radius: 50%; border: 1.5px solid var(--card, #fff);
    background: var(--spark, currentColor); }
`;

/**
 * Draws the line of a day from `points`: heights from 0 to 100 separated by commas, `~` where the line goes on to the next
 * height, nothing where it breaks. A dot marks the newest height.
 */
class CitySparkline extends HTMLElement {
  static observedAttributes = ['points'];

  private readonly path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  private readonly dot = document.createElement('i');

  constructor() {
    super();
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('preserveAspectRatio', 'none');
    svg.append(this.path);
    const style = document.createElement('style');
    style.textContent = STYLE;
    this.attachShadow({ mode: 'open' }).append(style, svg, this.dot);
  }

  attributeChangedCallback(): void {
    const points = this.getAttribute('points') ?? '';
    const entries = points === '' ? [] : points.split(',');
    const last = entries.findLastIndex((entry) => entry !== '' && entry !== '~');
    this.path.ownerSVGElement?.setAttribute('viewBox', `0 0 ${Math.max(1, entries.length - 1)} ${HEIGHT}`);
    this.path.setAttribute('d', pathOf(entries));
    this.dot.hidden = last < 0;
    this.dot.style.display = last < 0 ? 'none' : '';
    this.dot.style.left = `${(last / Math.max(1, entries.length - 1)) * 100}%`;
    this.dot.style.top = `${HEIGHT - Number(entries[last])}%`;
  }
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
