import { CityPrinted } from './city-printed';

/**
 * A tile as the server printed it. A changed number is marked once; the style sheet decides how, and does nothing where people
 * want no motion.
 */
class CityTile extends CityPrinted {
  private shown = '';
  private beat = 'a';

  connectedCallback(): void {
    this.addEventListener('click', this.choose);
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.choose);
  }

  override update(news: Parameters<CityPrinted['update']>[0]): void {
    const before = this.value();
    super.update(news);
    if (this.shown === this.id && before !== this.value()) this.mark();
    this.shown = this.id;
  }

  private value(): string | undefined {
    return this.number()?.textContent ?? undefined;
  }

  private number(): HTMLElement | null {
    return this.querySelector('.tile-number');
  }

  private mark(): void {
    this.beat = this.beat === 'a' ? 'b' : 'a';
    this.number()?.setAttribute('data-beat', this.beat);
  }

  private readonly choose = (event: MouseEvent): void => {
    const chosen = (event.target as Element).closest('.tile-more, .proof:not(.promised)');
    if (chosen?.matches('.tile-more')) this.dispatchEvent(new CustomEvent('tile-more'));
    else if (chosen && isPlain(event)) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('tile-proof'));
    }
  };
}

function isPlain(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}

customElements.define('city-tile', CityTile);
