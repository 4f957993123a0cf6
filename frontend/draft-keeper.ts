/**
 * Keeps in this browser what was typed into the fields beside it until the server has it, so that a cut network or a page
 * that is loaded anew loses nothing. Fields say by `data-draft` what they are.
 *
 * Fires `draft-found` with what the server never got, as an object of names and values in `detail.values` (JSON).
 */
export class DraftKeeper extends HTMLElement {
  /** Whose draft it is: another person at this browser gets none of it. */
  owner = '';

  private readonly typed = (event: Event): void => this.take(event);

  connectedCallback(): void {
    reloadForPermissions();
    this.parentElement?.addEventListener('input', this.typed);
    this.parentElement?.addEventListener('change', this.typed);
    // The owner is set by the server with the same answer, a moment later.
    queueMicrotask(() => this.offer());
  }

  disconnectedCallback(): void {
    this.parentElement?.removeEventListener('input', this.typed);
    this.parentElement?.removeEventListener('change', this.typed);
  }

  /** The server has these values: a JSON object. What was typed since stays. */
  acknowledge(values: string): void {
    const waiting = this.waiting();
    for (const [name, value] of Object.entries(JSON.parse(values) as Record<string, string>))
      if (waiting[name] === value) delete waiting[name];
    this.keep(waiting);
  }

  /** It is saved, or was thrown away. */
  forget(): void {
    this.keep({});
  }

  private take(event: Event): void {
    for (const target of event.composedPath()) {
      if (!(target instanceof HTMLElement) || target === this.parentElement) return;
      const name = target.dataset['draft'];
      if (!name || !('value' in target) || typeof target.value !== 'string') continue;
      this.keep({ ...this.waiting(), [name]: target.value });
      return;
    }
  }

  private offer(): void {
    const waiting = this.waiting();
    if (Object.keys(waiting).length > 0)
      this.dispatchEvent(new CustomEvent('draft-found', { detail: { values: JSON.stringify(waiting) } }));
  }

  private get key(): string {
    return `sensor-draft:${this.owner}`;
  }

  private waiting(): Record<string, string> {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? '{}') as Record<string, string>;
    } catch {
      return {};
    }
  }

  private keep(values: Record<string, string>): void {
    try {
      if (Object.keys(values).length === 0) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(values));
    } catch (reason) {
      // A browser that keeps nothing leaves it to the server.
      console.debug('The draft is not kept in this browser', reason);
    }
  }
}

type PolicyOfDocument = { allowsFeature(feature: string): boolean };

/**
 * Camera and place are allowed on this page only, by a header of the page itself. Whoever came from another page without
 * loading this one has its header still.
 */
function reloadForPermissions(): void {
  const policy = (document as { featurePolicy?: PolicyOfDocument }).featurePolicy;
  const once = `loaded-for-permissions:${location.pathname}`;
  if (!policy || policy.allowsFeature('geolocation')) sessionStorage.removeItem(once);
  else if (!sessionStorage.getItem(once)) {
    sessionStorage.setItem(once, 'true');
    location.reload();
  }
}

customElements.define('draft-keeper', DraftKeeper);
