import { ConnectionState, type ConnectionStateStore } from '@vaadin/common-frontend';
import { setServerTime } from './clock';

/** A reconnection that succeeds within this time is nobody's business. */
const PATIENCE = 1500;

function store(): ConnectionStateStore | undefined {
  return (window as { Vaadin?: { connectionState?: ConnectionStateStore } }).Vaadin?.connectionState;
}

/** Shows a line while the server cannot be reached: `lost` with the time since when in place of `{0}`. */
class CityConnection extends HTMLElement {
  static observedAttributes = ['server-time'];

  private since: Date | undefined;
  private timer: number | undefined;

  connectedCallback(): void {
    store()?.addStateChangeListener(this.listener);
    window.addEventListener('offline', this.goneListener);
    window.addEventListener('online', this.listener);
  }

  disconnectedCallback(): void {
    store()?.removeStateChangeListener(this.listener);
    window.removeEventListener('offline', this.goneListener);
    window.removeEventListener('online', this.listener);
    window.clearTimeout(this.timer);
  }

  attributeChangedCallback(): void {
    setServerTime(Number(this.getAttribute('server-time')));
  }

  private readonly goneListener = (): void => this.gone();

  private readonly listener = (): void => {
    const state = store()?.state;
    if (state === ConnectionState.RECONNECTING || state === ConnectionState.CONNECTION_LOST) this.gone();
    else if (state === ConnectionState.CONNECTED && navigator.onLine) this.back();
  };

  private gone(): void {
    this.since ??= new Date();
    this.timer ??= window.setTimeout(() => this.tell(), PATIENCE);
  }

  private back(): void {
    window.clearTimeout(this.timer);
    this.timer = undefined;
    this.since = undefined;
    this.textContent = '';
    document.documentElement.removeAttribute('data-disconnected');
  }

  private tell(): void {
    if (!this.since) return;
    const language = document.documentElement.lang || 'de';
    const timeZone = this.getAttribute('zone') ?? undefined;
    const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium', timeZone }).format(this.since);
    this.textContent = (this.getAttribute('lost') ?? '{0}').replace('{0}', time);
    document.documentElement.setAttribute('data-disconnected', '');
  }
}

customElements.define('city-connection', CityConnection);
