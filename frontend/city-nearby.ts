type Words = Record<
  | 'title' | 'open' | 'here' | 'locating' | 'denied' | 'unknown' | 'insecure' | 'forget' | 'search' | 'hint' | 'none' | 'choose'
  | 'stars' | 'star' | 'unstar' | 'distance' | 'more' | 'private' | 'around' | 'your' | 'forgotten' | 'matches',
  string
>;

type Face = { domain: string; words: string };
type Site = { key: string; title: string; district?: string; latitude: number; longitude: number; faces: Face[] };

/** Faces of a site that changed, by their places. */
type ChangedSite = { key: string; changed: Record<number, Omit<Face, 'domain'>> };
type Spot = { latitude: number; longitude: number };
type Kept = { stars: string[]; spot?: Spot };

const KEPT = 'cockpit-nearby';
const AGAIN = 'cockpit-nearby-locate';
const STEP = 8;
const EARTH = 6_371_000;

/** Degrees are kept with three decimals: about a hundred metres. */
const GRID = 1000;

/**
 * The places nearest to the reader, to a place or a district, and the ones with a star. All of it happens here: the server
 * sends every place to whoever opens this and learns neither where somebody is nor what bears a star.
 *
 * Fires `nearby-opened` when the places are wanted.
 */
class CityNearby extends HTMLElement {
  /** Texts as JSON. */
  words = '{}';
  /** Of which domain to tell; of all without. */
  domain = '';

  private readonly sites = new Map<string, Site>();
  private readonly rows = new Map<string, HTMLLIElement>();
  private readonly status = element('p', 'nearby-status');
  private readonly starred = element('ul', 'nearby-list');
  private readonly starredTitle = element('h3');
  private readonly nearest = element('ul', 'nearby-list');
  private readonly search = document.createElement('input');
  private readonly names = document.createElement('datalist');
  private readonly more = element('button', 'button');
  private readonly forget = element('button', 'link');
  private kept: Kept = { stars: [] };
  private shown = STEP;
  private isOpen = false;
  private isBuilt = false;

  connectedCallback(): void {
    // Properties come right after the element.
    queueMicrotask(() => this.start());
  }

  /** Takes over the sites that are new or whose faces changed; one without faces is gone. */
  update(news: (Site | ChangedSite)[]): void {
    for (const site of news) {
      if ('changed' in site) this.change(site);
      else if (site.faces.length === 0) this.sites.delete(site.key);
      else this.sites.set(site.key, site);
    }
    this.render();
  }

  private change({ key, changed }: ChangedSite): void {
    const known = this.sites.get(key);
    if (!known) return;
    const faces = known.faces.map((face, place) => ({ ...face, ...changed[place] }));
    this.sites.set(key, { ...known, faces });
  }

  private get texts(): Words {
    return JSON.parse(this.words) as Words;
  }

  private start(): void {
    if (!this.isConnected) return;
    this.kept = read();
    if (!this.isBuilt) this.build();
    const again = sessionStorage.getItem(AGAIN) !== null;
    sessionStorage.removeItem(AGAIN);
    if (this.isOpen || again || this.kept.stars.length > 0 || this.kept.spot) this.open();
    if (again) this.locate();
  }

  private build(): void {
    this.isBuilt = true;
    const open = element('button', 'button');
    open.textContent = this.texts.open;
    open.addEventListener('click', () => {
      this.open();
      this.search.focus();
    });
    this.replaceChildren(open);
  }

  private open(): void {
    this.dispatchEvent(new CustomEvent('nearby-opened'));
    if (this.isOpen) return;
    this.isOpen = true;
    const words = this.texts;
    const title = element('h2');
    title.textContent = words.title;
    const here = element('button', 'button');
    here.textContent = words.here;
    here.addEventListener('click', () => this.locate());
    const label = element('label');
    const list = `${KEPT}-${this.domain || 'all'}`;
    this.names.id = list;
    this.search.type = 'search';
    this.search.setAttribute('list', list);
    this.search.placeholder = words.hint;
    this.search.autocomplete = 'off';
    this.search.addEventListener('input', () => {
      this.shown = STEP;
      this.render();
    });
    label.append(words.search, this.search);
    this.forget.textContent = words.forget;
    this.forget.addEventListener('click', () => this.forgetAll());
    this.more.textContent = words.more;
    this.more.addEventListener('click', () => {
      this.shown += STEP;
      this.render();
    });
    const wishes = element('div', 'nearby-wishes');
    wishes.append(here, label, this.names);
    this.status.setAttribute('role', 'status');
    this.starredTitle.textContent = words.stars;
    const privacy = element('p', 'site-note');
    privacy.append(`${words.private} `, this.forget);
    this.replaceChildren(title, wishes, this.starredTitle, this.starred, this.status, this.nearest, this.more, privacy);
    this.render();
  }

  private locate(): void {
    const words = this.texts;
    if (!window.isSecureContext || !('geolocation' in navigator)) return this.say(words.insecure);
    const policy = (document as unknown as { featurePolicy?: { allowsFeature(name: string): boolean } }).featurePolicy;
    if (policy && !policy.allowsFeature('geolocation')) {
      // Only pages with places may ask, and this one was begun as another.
      sessionStorage.setItem(AGAIN, '');
      location.reload();
      return;
    }
    this.say(words.locating);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.kept.spot = { latitude: rounded(coords.latitude), longitude: rounded(coords.longitude) };
        write(this.kept);
        this.search.value = '';
        this.shown = STEP;
        this.render();
      },
      (problem) => this.say(problem.code === problem.PERMISSION_DENIED ? words.denied : words.unknown),
      { enableHighAccuracy: false, maximumAge: 60_000, timeout: 15_000 },
    );
  }

  private forgetAll(): void {
    this.kept = { stars: [] };
    write(this.kept);
    this.render();
    this.say(this.texts.forgotten);
    this.search.focus();
  }

  private say(text: string): void {
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  private told(): Site[] {
    return [...this.sites.values()].filter((site) => this.facesOf(site).length > 0);
  }

  private facesOf(site: Site): Face[] {
    return this.domain ? site.faces.filter((face) => face.domain === this.domain) : site.faces;
  }

  private render(): void {
    if (!this.isOpen) return;
    const words = this.texts;
    const all = this.told();
    this.offerNames(all);
    const { centre, near, said } = this.choose(all);
    const sorted = centre
      ? near.map((site) => ({ site, metres: metres(centre, site) })).sort((a, b) => a.metres - b.metres)
      : near.map((site) => ({ site, metres: undefined })).sort((a, b) => a.site.title.localeCompare(b.site.title));
    const starred = all
      .filter((site) => this.kept.stars.includes(site.key))
      .sort((a, b) => a.title.localeCompare(b.title))
      .map((site) => ({ site, metres: centre ? metres(centre, site) : undefined }));
    this.fill(this.starred, starred);
    const others = sorted.filter(({ site }) => !this.kept.stars.includes(site.key));
    this.fill(this.nearest, others.slice(0, this.shown));
    this.starredTitle.hidden = this.starred.hidden = starred.length === 0;
    this.more.hidden = others.length <= this.shown;
    this.forget.hidden = this.kept.stars.length === 0 && !this.kept.spot;
    if (all.length > 0) this.say(near.length === 0 && this.search.value ? words.none : said);
  }

  /** Around a district, a place, what was typed, or the reader. */
  private choose(all: Site[]): { centre: Spot | undefined; near: Site[]; said: string } {
    const words = this.texts;
    const typed = this.search.value.trim().toLowerCase();
    if (typed) {
      const district = all.filter((site) => site.district?.toLowerCase() === typed);
      if (district.length > 0) {
        const name = district[0]?.district ?? '';
        return { centre: middle(district), near: all, said: words.around.replace('{0}', name) };
      }
      const place = all.find((site) => site.title.toLowerCase() === typed);
      if (place) return { centre: place, near: all, said: words.around.replace('{0}', place.title) };
      const near = all.filter((site) => `${site.title} ${site.district ?? ''}`.toLowerCase().includes(typed));
      return { centre: this.kept.spot, near, said: words.matches };
    }
    if (this.kept.spot) return { centre: this.kept.spot, near: all, said: words.your };
    return { centre: undefined, near: [], said: words.choose };
  }

  private offerNames(all: Site[]): void {
    const names = new Set<string>();
    for (const site of all) if (site.district) names.add(site.district);
    for (const site of all) names.add(site.title);
    if (names.size === this.names.childElementCount) return;
    this.names.replaceChildren(
      ...[...names].sort((a, b) => a.localeCompare(b)).map((name) => {
        const option = document.createElement('option');
        option.value = name;
        return option;
      }),
    );
  }

  /** Rows are kept, so that the keyboard stays where it is while values change. */
  private fill(list: HTMLElement, entries: { site: Site; metres: number | undefined }[]): void {
    const wanted = entries.map(({ site, metres: far }) => this.row(site, far));
    const isSame = wanted.length === list.childElementCount && wanted.every((row, place) => list.children[place] === row);
    if (!isSame) list.replaceChildren(...wanted);
  }

  private row(site: Site, far: number | undefined): HTMLLIElement {
    const words = this.texts;
    let row = this.rows.get(site.key);
    if (!row) {
      row = document.createElement('li');
      const star = element('button', 'star');
      star.addEventListener('click', () => this.toggle(site.key));
      row.append(star, document.createElement('a'), element('span', 'nearby-far'), element('span', 'nearby-words'));
      this.rows.set(site.key, row);
    }
    const [star, link, distance, said] = [...row.children] as unknown as [HTMLElement, HTMLAnchorElement, HTMLElement, HTMLElement];
    const isStarred = this.kept.stars.includes(site.key);
    star.setAttribute('aria-pressed', String(isStarred));
    star.setAttribute('aria-label', words.star.replace('{0}', site.title));
    star.title = isStarred ? words.unstar : words.star.replace('{0}', site.title);
    text(star, isStarred ? '★' : '☆');
    text(link, site.title);
    link.setAttribute('href', `site/${site.key}`);
    text(distance, far === undefined ? (site.district ?? '') : words.distance.replace('{0}', inWords(far)));
    text(said, this.facesOf(site).map((face) => face.words).join(' · '));
    return row;
  }

  private toggle(key: string): void {
    const stars = this.kept.stars;
    this.kept.stars = stars.includes(key) ? stars.filter((one) => one !== key) : [...stars, key];
    write(this.kept);
    this.render();
    this.rows.get(key)?.querySelector('button')?.focus();
  }
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, className = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (made instanceof HTMLButtonElement) made.type = 'button';
  return made;
}

function text(place: HTMLElement, next: string): void {
  if (place.textContent !== next) place.textContent = next;
}

function rounded(degrees: number): number {
  return Math.round(degrees * GRID) / GRID;
}

function middle(sites: Site[]): Spot {
  const sum = (pick: (site: Site) => number): number => sites.reduce((all, site) => all + pick(site), 0) / sites.length;
  return { latitude: sum((site) => site.latitude), longitude: sum((site) => site.longitude) };
}

function metres(from: Spot, to: Spot): number {
  const radians = Math.PI / 180;
  const down = (to.latitude - from.latitude) * radians;
  const across = (to.longitude - from.longitude) * radians * Math.cos(((from.latitude + to.latitude) / 2) * radians);
  return EARTH * Math.hypot(down, across);
}

function inWords(far: number): string {
  const language = document.documentElement.lang || 'de';
  if (far < 995) return `${Math.round(far / 10) * 10} m`;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(far / 1000)} km`;
}

/** Browsers may refuse to keep anything; then it holds as long as the page. */
function read(): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Kept>;
    const stars = Array.isArray(kept.stars) ? kept.stars.map(String) : [];
    return kept.spot ? { stars, spot: kept.spot } : { stars };
  } catch {
    return { stars: [] };
  }
}

function write(kept: Kept): void {
  try {
    if (kept.stars.length === 0 && !kept.spot) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, JSON.stringify(kept));
  } catch {
    // It holds as long as the page.
  }
}

customElements.define('city-nearby', CityNearby);

export {};
