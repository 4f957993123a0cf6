import './city-age';
import './city-sparkline';

type News = { shape?: string; texts: Record<string, string>; attributes: Record<string, string> };

/**
 * Shows what the server made once for all pages (`Print`): a shape as HTML, its texts in their order, and the attributes that
 * `data-changing` names. What did not change stays as it is, and so does the keyboard.
 */
export class CityPrinted extends HTMLElement {
  private texts: Text[] = [];
  private marks: Attr[] = [];

  update(news: News): void {
    if (news.shape !== undefined) this.build(news.shape);
    for (const [place, text] of Object.entries(news.texts)) this.texts[Number(place)]!.data = text;
    for (const [place, value] of Object.entries(news.attributes)) this.marks[Number(place)]!.value = value;
  }

  private build(shape: string): void {
    const focused = this.stops().find((stop) => stop === document.activeElement);
    const place = focused && this.stops(focused.className).indexOf(focused);
    this.innerHTML = shape;
    this.texts = [];
    this.marks = [];
    const walk = document.createTreeWalker(this, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      if (walk.currentNode instanceof Text) this.texts.push(walk.currentNode);
      else this.collect(walk.currentNode as Element);
    }
    if (focused && place !== undefined) this.stops(focused.className)[place]?.focus({ preventScroll: true });
  }

  /** What the keyboard reaches; of one kind if a class is given. */
  private stops(kind?: string): HTMLElement[] {
    const all = [...this.querySelectorAll<HTMLElement>('a, button')];
    return kind === undefined ? all : all.filter((stop) => stop.className === kind);
  }

  private collect(element: Element): void {
    for (const name of element.getAttribute('data-changing')?.split(' ') ?? []) {
      element.setAttribute(name, '');
      this.marks.push(element.getAttributeNode(name)!);
    }
    element.removeAttribute('data-changing');
  }
}

customElements.define('city-printed', CityPrinted);
