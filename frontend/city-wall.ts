import { serverTime } from './clock';

const BEAT = 5_000;
/** Three beats without an answer are no accident. */
const PATIENCE = 17_000;
const BETWEEN_TRIES = 10_000;
const SCENE = 25_000;
const SHIFT = 60_000;
const MINUTE = 60_000;
const DUSK = 22;
const DAWN = 6;
/** Where the picture stands in turn, in pixels; as far as the margin allows. */
const PLACES = [
  [0, 0],
  [4, 2],
  [6, -2],
  [2, -5],
  [-3, -4],
  [-6, 0],
  [-4, 4],
  [1, 6],
];

/**
 * A screen at which nobody is. Says `wall-beat` every few seconds, and the server answers with `heard`. Without an answer it
 * says `old` with the time of the last one in place of `{0}`, and loads the page anew as soon as the server gives it.
 * With `resting` it waits for nothing.
 */
class CityWall extends HTMLElement {
  static observedAttributes = ['heard'];

  private readonly note = document.createElement('p');
  private timers: number[] = [];
  private scene = 0;
  private place = 0;
  private last = performance.now();
  private lastTime = serverTime();
  private tried = 0;

  connectedCallback(): void {
    this.note.className = 'wall-old';
    this.note.setAttribute('role', 'status');
    this.append(this.note);
    this.timers = [
      window.setInterval(this.beat, BEAT),
      window.setInterval(this.turn, SCENE),
      window.setInterval(this.shift, SHIFT),
      window.setInterval(this.dim, MINUTE),
    ];
    this.dim();
    this.show();
    document.addEventListener('visibilitychange', this.stayAwake);
    this.stayAwake();
  }

  disconnectedCallback(): void {
    this.timers.forEach((timer) => window.clearInterval(timer));
    document.removeEventListener('visibilitychange', this.stayAwake);
  }

  attributeChangedCallback(): void {
    this.last = performance.now();
    this.lastTime = serverTime();
    this.note.textContent = '';
    document.documentElement.removeAttribute('data-disconnected');
    this.show();
  }

  private readonly beat = (): void => {
    if (this.hasAttribute('resting')) return;
    this.dispatchEvent(new CustomEvent('wall-beat'));
    if (performance.now() - this.last > PATIENCE) void this.comeBack();
  };

  /** The page is loaded anew only when the server has just given it: an error of the browser would stand for ever. */
  private async comeBack(): Promise<void> {
    this.tell();
    if (performance.now() - this.tried < BETWEEN_TRIES) return;
    this.tried = performance.now();
    try {
      const answer = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(BETWEEN_TRIES) });
      if (answer.ok) location.reload();
    } catch {
      // It is asked again.
    }
  }

  private tell(): void {
    const language = document.documentElement.lang || 'de';
    const timeZone = this.getAttribute('zone') ?? undefined;
    const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone }).format(this.lastTime);
    this.note.textContent = (this.getAttribute('old') ?? '{0}').replace('{0}', time);
    document.documentElement.setAttribute('data-disconnected', '');
  }

  private readonly turn = (): void => {
    this.scene += 1;
    this.show();
  };

  /** Scenes without anything to show are left out. */
  private show(): void {
    const scenes = [...this.querySelectorAll<HTMLElement>('.wall-scene')];
    const filled = scenes.filter((each) => [...each.children].some((part) => !part.hasAttribute('hidden')));
    const shown = filled[this.scene % Math.max(1, filled.length)];
    scenes.forEach((each) => each.toggleAttribute('data-shown', each === shown));
  }

  private readonly shift = (): void => {
    this.place = (this.place + 1) % PLACES.length;
    const [right, down] = PLACES[this.place] ?? [0, 0];
    this.style.translate = `${right}px ${down}px`;
  };

  private readonly dim = (): void => {
    const timeZone = this.getAttribute('zone') ?? undefined;
    const hour = Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone }).format(serverTime()));
    document.documentElement.toggleAttribute('data-night', hour >= DUSK || hour < DAWN);
  };

  /** Where the browser allows it; elsewhere whoever set up the screen sees to it. */
  private readonly stayAwake = (): void => {
    if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => undefined);
  };
}

customElements.define('city-wall', CityWall);
