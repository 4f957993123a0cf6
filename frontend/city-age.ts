import { serverTime } from './clock';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const shown = new Set<CityAge>();
let timer: number | undefined;

function tick(): void {
  shown.forEach((age) => age.render());
}

/**
 * Says how long ago `since` (milliseconds of the epoch) was, and goes on saying it without the server. While the reader
 * holds the values of the page (`data-paused` on the document) it says the time of day instead and does not move. While the
 * page shows the past, the document says which moment that is (`data-now`).
 */
class CityAge extends HTMLElement {
  static observedAttributes = ['since'];

  connectedCallback(): void {
    shown.add(this);
    timer ??= window.setInterval(tick, SECOND);
    this.render();
  }

  disconnectedCallback(): void {
    shown.delete(this);
    if (shown.size === 0) {
      window.clearInterval(timer);
      timer = undefined;
    }
  }

  attributeChangedCallback(): void {
    this.render();
  }

  render(): void {
    const text = this.words();
    if (this.textContent !== text) this.textContent = text;
  }

  private words(): string {
    const since = this.getAttribute('since');
    if (!since) return '';
    if (document.documentElement.hasAttribute('data-paused')) return this.timeOfDay(Number(since));
    const age = Math.max(0, now() - Number(since));
    const language = document.documentElement.lang || 'de';
    if (age < MINUTE) return format(language, Math.floor(age / SECOND), 'second');
    if (age < HOUR) return format(language, Math.floor(age / MINUTE), 'minute');
    if (age < DAY) return format(language, Math.floor(age / HOUR), 'hour');
    return format(language, Math.floor(age / DAY), 'day');
  }

  private timeOfDay(time: number): string {
    const language = document.documentElement.lang || 'de';
    const timeZone = this.getAttribute('zone') ?? undefined;
    return new Intl.DateTimeFormat(language, { timeStyle: 'medium', timeZone }).format(time);
  }
}

function now(): number {
  return Number(document.documentElement.dataset['now']) || serverTime();
}

function format(language: string, count: number, unit: Intl.RelativeTimeFormatUnit): string {
  const style = unit === 'second' ? 'narrow' : unit === 'day' ? 'long' : 'short';
  return new Intl.RelativeTimeFormat(language, { style, numeric: 'auto' }).format(-count, unit);
}

customElements.define('city-age', CityAge);
