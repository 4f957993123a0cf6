/**
 * Keeps in this browser what was typed into the fields beside it until the server has it, so that a cut network or a page
 * that is loaded anew loses nothing. Fields say by `data-draft` what they are.
 *
 * Fires `draft-found` with what the server never got, as an object of names and values in `detail.values` (JSON).
 */
export class DraftKeeper extends HTMLElement {
  /** Under which name it is kept: that of the person, since another one at this browser gets none of it. */
  place = '';

  private readonly taken = (event: Event): void => this.take(event);

  connectedCallback(): void {
    reloadForPermissions();
    this.parentElement?.addEventListener('input', this.taken);
    this.parentElement?.addEventListener('change', this.taken);
    // The place is set by the server with the same answer, a moment later.
    queueMicrotask(() => this.offer());
  }

  disconnectedCallback(): void {
    this.parentElement?.removeEventListener('input', this.taken);
    this.parentElement?.removeEventListener('change', this.taken);
  }

  /** The server has these values: a JSON object. What was typed since stays. */
  acknowledge(values: string): void {
    const waiting = this.waiting();
    for (const [name, value] of Object.entries(JSON.parse(values) as Record<string, string>))
      if (waiting[name] === value) delete waiting[name];
    this.keep(waiting);
  }

  /** Keeps what the server says; where somebody is just typing, the browser knows better. */
  hold(name: string, value: string): void {
    const field = this.parentElement?.querySelector(`[data-draft="${name}"]`);
    if (field?.matches(':focus-within') && typed(field) !== undefined) return;
    this.keep({ ...this.waiting(), [name]: value });
  }

  private take(event: Event): void {
    for (const target of event.composedPath()) {
      if (!(target instanceof HTMLElement) || target === this.parentElement) return;
      const name = target.dataset['draft'];
      if (!name) continue;
      const value = typed(target);
      if (value !== undefined) this.keep({ ...this.waiting(), [name]: value });
      return;
    }
  }

  private offer(): void {
    const waiting = this.waiting();
    if (Object.keys(waiting).length > 0)
      this.dispatchEvent(new CustomEvent('draft-found', { detail: { values: JSON.stringify(waiting) } }));
  }

  private waiting(): Record<string, string> {
    try {
      return JSON.parse(localStorage.getItem(this.place) ?? '{}') as Record<string, string>;
    } catch {
      return {};
    }
  }

  private keep(values: Record<string, string>): void {
    try {
      if (Object.keys(values).length === 0) localStorage.removeItem(this.place);
      else localStorage.setItem(this.place, JSON.stringify(values));
    } catch (reason) {
      // A browser that keeps nothing leaves it to the server.
      console.debug('The draft is not kept in this browser', reason);
    }
  }
}

/** Where one of several is chosen, only the server knows what the choice means. */
const CHOSEN = ['vaadin-combo-box', 'vaadin-select'];

/** What stands in a field as the server writes it; undefined where the browser cannot tell. */
function typed(field: Element): string | undefined {
  if (CHOSEN.includes(field.localName)) return undefined;
  if ('checked' in field) return field.checked === true ? 'true' : '';
  return 'value' in field && typeof field.value === 'string' ? field.value : undefined;
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
