import './city-age';
import './city-sparkline';

type News = { shape?: string; texts: Record<string, string>; attributes: Record<string, string> };

/**
 * Shows what the server made once for all pages (`Print`): a shape as HTML, its texts in their order, and the attributes that
 * `data-changing` names. What did not change stays as it is, and so does the keyboard. A changed number is marked once; the
 * style sheet decides how, and does nothing where people want no motion.
 */
class CityTile extends HTMLElement {
  private texts: Text[] = [];
  private marks: Attr[] = [];
  private shown = '';
  private beat = 'a';

  connectedCallback(): void {
    this.addEventListener('click', this.choose);
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.choose);
  }

  show(news: News): void {
    const before = this.value();
    if (news.shape !== undefined) this.build(news.shape);
    for (const [place, text] of Object.entries(news.texts)) this.texts[Number(place)]!.data = text;
    for (const [place, value] of Object.entries(news.attributes)) this.marks[Number(place)]!.value = value;
    if (this.shown === this.id && before !== this.value()) this.mark();
    this.shown = this.id;
  }

  private build(shape: string): void {
    const focused = this.contains(document.activeElement) ? document.activeElement?.className : undefined;
    this.innerHTML = shape;
    this.texts = [];
    this.marks = [];
    const walk = document.createTreeWalker(this, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      if (walk.currentNode instanceof Text) this.texts.push(walk.currentNode);
      else this.collect(walk.currentNode as Element);
    }
    if (focused !== undefined)
      [...this.querySelectorAll<HTMLElement>('a, button')]
        .find((stop) => stop.className === focused)
        ?.focus({ preventScroll: true });
  }

  private collect(element: Element): void {
    for (const name of element.getAttribute('data-changing')?.split(' ') ?? []) {
      element.setAttribute(name, '');
      this.marks.push(element.getAttributeNode(name)!);
    }
    element.removeAttribute('data-changing');
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
