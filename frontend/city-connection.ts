import { serverTime, setServerTime } from './clock';

/** What every page loads anyway, so that asking for it costs next to nothing. */
const ADDRESS = 'icons/cockpit.svg';
/** The same for those who are signed in: it also answers whether they still are. */
const SESSION = 'session';
const SIGN_IN = 'login?notice=SESSION_ENDED';
const UNAUTHORIZED = 401;
const EVERY = 10_000;
const PATIENCE = 5_000;

/**
 * Shows a line while the server cannot be reached: `lost` with the time of the last contact in place of `{0}`.
 *
 * It asks for itself, because Vaadin notices a lost push connection only with its next request, which may be minutes
 * later on a page that people only look at. Nor does Vaadin leave a page whose session was ended from elsewhere.
 */
class CityConnection extends HTMLElement {
  static observedAttributes = ['server-time'];

  private lastContact = serverTime();
  private timer: number | undefined;

  connectedCallback(): void {
    this.lastContact = serverTime();
    this.timer = window.setInterval(this.ask, EVERY);
    window.addEventListener('offline', this.tell);
    window.addEventListener('online', this.ask);
  }

  disconnectedCallback(): void {
    window.clearInterval(this.timer);
    window.removeEventListener('offline', this.tell);
    window.removeEventListener('online', this.ask);
  }

  attributeChangedCallback(): void {
    setServerTime(Number(this.getAttribute('server-time')));
  }

  private readonly ask = async (): Promise<void> => {
    try {
      const signedIn = this.hasAttribute('signed-in');
      const answer = await fetch(signedIn ? SESSION : ADDRESS, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
      if (signedIn && answer.status === UNAUTHORIZED) await this.leave();
      this.lastContact = serverTime();
      this.textContent = '';
      document.documentElement.removeAttribute('data-disconnected');
    } catch {
      this.tell();
    }
  };

  /** Asked for once more, a page that needs a sign-in is remembered by the server as the one to go on with. */
  private async leave(): Promise<void> {
    const page = await fetch(window.location.href, { cache: 'no-store' });
    if (page.redirected) window.location.assign(SIGN_IN);
    else window.location.reload();
  }

  private readonly tell = (): void => {
    const language = document.documentElement.lang || 'de';
    const timeZone = this.getAttribute('zone') ?? undefined;
    const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone }).format(this.lastContact);
    const text = (this.getAttribute('lost') ?? '{0}').replace('{0}', time);
    if (this.textContent !== text) this.textContent = text;
    document.documentElement.setAttribute('data-disconnected', '');
  };
}

customElements.define('city-connection', CityConnection);
