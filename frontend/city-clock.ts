import { serverTime } from './clock';

const EVERY = 5_000;

/** Day and time of the town. */
class CityClock extends HTMLElement {
  private timer: number | undefined;

  connectedCallback(): void {
    this.timer = window.setInterval(this.render, EVERY);
    this.render();
  }

  disconnectedCallback(): void {
    window.clearInterval(this.timer);
  }

  private readonly render = (): void => {
    const language = document.documentElement.lang || 'de';
    const timeZone = this.getAttribute('zone') ?? undefined;
    const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone });
    const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone });
    const text = `${day.format(serverTime())} · ${time.format(serverTime())}`;
    if (this.textContent !== text) this.textContent = text;
  };
}

customElements.define('city-clock', CityClock);
