/** What the style sheets say of a drawing, which a picture of it has to say itself. */
const LOOKS = [
  'display',
  'fill',
  'fill-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'opacity',
  'stroke',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-width',
  'text-anchor',
  'visibility',
];

const MARGIN = 12;
const LETTERS = 12;
const LINE = 16;
/** A picture has no letters of its own; those of the page are not there when it is drawn. */
const FONT = 'sans-serif';
/** Points of a PNG for each of the screen, enough for print. */
const SCALE = 2;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * Saves the chart of the page as a picture, with the words of its `caption` below: its buttons name the format in `data-format`,
 * svg or png; `file` is the name without its end. Nothing leaves the browser.
 */
class CityPicture extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', this.save);
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.save);
  }

  private readonly save = (event: Event): void => {
    const format = (event.target as Element).closest<HTMLElement>('[data-format]')?.dataset.format;
    const chart = document.querySelector('main .chart');
    const drawn = (chart?.shadowRoot ?? chart)?.querySelector('svg');
    const ground = chart?.closest('.figure');
    if (!format || !drawn || !ground) return;
    const picture = copy(drawn, this.getAttribute('caption') ?? '', getComputedStyle(ground));
    const source = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(picture))}`;
    const name = `${this.getAttribute('file')}.${format}`;
    if (format === 'svg') offer(source, name);
    else void asPixels(source, picture).then((pixels) => offer(pixels, name));
  };
}

/** The drawing as it looks here and now, on its ground. */
function copy(drawn: SVGSVGElement, caption: string, style: CSSStyleDeclaration): SVGSVGElement {
  const { width, height } = drawn.getBoundingClientRect();
  const lines = wrapped(caption, width - 2 * MARGIN, `${LETTERS}px ${FONT}`);
  const foot = lines.length * LINE + MARGIN;
  const picture = drawn.cloneNode(true) as SVGSVGElement;
  const from = [drawn, ...drawn.querySelectorAll('*')];
  [picture, ...picture.querySelectorAll<SVGElement>('*')].forEach((element, i) => look(from[i], element));
  picture.querySelectorAll('.highcharts-tooltip, .highcharts-tracker-line, .highcharts-crosshair').forEach((each) => each.remove());
  picture.setAttribute('xmlns', SVG);
  picture.setAttribute('width', String(width));
  picture.setAttribute('height', String(height + foot));
  picture.setAttribute('viewBox', `0 0 ${width} ${height + foot}`);
  const ground = document.createElementNS(SVG, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', style.backgroundColor);
  picture.prepend(ground);
  const words = document.createElementNS(SVG, 'text');
  words.setAttribute('fill', style.color);
  words.setAttribute('font-family', FONT);
  words.setAttribute('font-size', String(LETTERS));
  lines.forEach((line, i) => {
    const part = document.createElementNS(SVG, 'tspan');
    part.setAttribute('x', String(MARGIN));
    part.setAttribute('y', String(height + LETTERS + i * LINE));
    part.textContent = line;
    words.append(part);
  });
  picture.append(words);
  return picture;
}

/** The words in lines that are no wider. */
function wrapped(text: string, width: number, font: string): string[] {
  const ruler = document.createElement('canvas').getContext('2d');
  if (!ruler) return [text];
  ruler.font = font;
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines[lines.length - 1]} ${word}`.trim();
    if (longer === word || ruler.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function look(from: Element, to: SVGElement): void {
  const style = getComputedStyle(from);
  to.removeAttribute('style');
  for (const property of LOOKS) to.style.setProperty(property, style.getPropertyValue(property));
}

async function asPixels(source: string, picture: SVGSVGElement): Promise<string> {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Number(picture.getAttribute('width')) * SCALE;
  canvas.height = Number(picture.getAttribute('height')) * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}

function offer(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}

customElements.define('city-picture', CityPicture);
