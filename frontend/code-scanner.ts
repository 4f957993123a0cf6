type Words = Record<'start' | 'stop' | 'photo' | 'looking' | 'denied' | 'none' | 'insecure' | 'unread' | 'view', string>;

/** Pixels of the longer side of what is searched: enough for a code that fills a third of the picture. */
const LONGEST_SIDE = 960;

const BETWEEN_LOOKS = 120;

/**
 * Finds a QR code with the camera, or in a photo of it. What reads codes is loaded when somebody first asks for it.
 *
 * Fires `code-found` with what the code says in `detail.text`.
 */
export class CodeScanner extends HTMLElement {
  /** Texts as JSON. */
  words = '{}';

  private readonly video = document.createElement('video');
  private readonly start = document.createElement('button');
  private readonly photo = document.createElement('input');
  private readonly note = document.createElement('p');
  private stream: MediaStream | undefined;
  private timer: number | undefined;

  connectedCallback(): void {
    queueMicrotask(() => this.build());
  }

  disconnectedCallback(): void {
    this.close();
  }

  private build(): void {
    if (!this.isConnected || this.childElementCount > 0) return;
    const words = this.texts;
    this.video.hidden = true;
    this.video.muted = true;
    this.video.playsInline = true;
    this.video.setAttribute('aria-label', words.view);
    this.start.type = 'button';
    this.start.className = 'button';
    this.start.textContent = words.start;
    this.start.addEventListener('click', () => void (this.stream ? this.close() : this.open()));
    this.photo.type = 'file';
    this.photo.accept = 'image/*';
    this.photo.setAttribute('capture', 'environment');
    this.photo.addEventListener('change', () => void this.readPhoto());
    const label = document.createElement('label');
    label.className = 'button';
    label.append(words.photo, this.photo);
    this.note.setAttribute('role', 'status');
    this.note.className = 'panel-note';
    const buttons = document.createElement('div');
    buttons.className = 'panel-buttons';
    buttons.append(this.start, label);
    this.append(this.video, buttons, this.note);
    if (!navigator.mediaDevices?.getUserMedia) {
      this.start.hidden = true;
      this.say(window.isSecureContext ? words.none : words.insecure);
    }
  }

  private get texts(): Words {
    return JSON.parse(this.words) as Words;
  }

  private say(text: string): void {
    this.note.textContent = text;
  }

  private async open(): Promise<void> {
    const words = this.texts;
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false });
    } catch (reason) {
      this.say(reason instanceof DOMException && reason.name === 'NotAllowedError' ? words.denied : words.none);
      return;
    }
    if (!this.isConnected) {
      this.close(); // the page was left while the browser asked
      return;
    }
    this.video.srcObject = this.stream;
    this.video.hidden = false;
    this.start.textContent = words.stop;
    this.say(words.looking);
    await this.video.play();
    this.look();
  }

  private look(): void {
    if (!this.stream) return;
    void this.read(this.video, this.video.videoWidth, this.video.videoHeight).then((text) => {
      if (!this.stream) return;
      if (text === undefined) this.timer = window.setTimeout(() => this.look(), BETWEEN_LOOKS);
      else this.found(text);
    });
  }

  private found(text: string): void {
    this.close();
    this.say('');
    navigator.vibrate?.(80);
    this.dispatchEvent(new CustomEvent('code-found', { detail: { text: text.slice(0, 500) } }));
  }

  private close(): void {
    window.clearTimeout(this.timer);
    this.stream?.getTracks().forEach((track) => track.stop());
    this.stream = undefined;
    this.video.srcObject = null;
    this.video.hidden = true;
    this.start.textContent = this.texts.start;
    this.say('');
  }

  private async readPhoto(): Promise<void> {
    const file = this.photo.files?.[0];
    this.photo.value = '';
    if (!file) return;
    try {
      const picture = await createImageBitmap(file);
      const text = await this.read(picture, picture.width, picture.height);
      picture.close();
      if (text !== undefined) {
        this.found(text);
        return;
      }
    } catch (reason) {
      console.debug('The photo could not be read', reason);
    }
    this.say(this.texts.unread);
  }

  /** What the code in the picture says; nothing if there is none. */
  private async read(picture: CanvasImageSource, width: number, height: number): Promise<string | undefined> {
    if (width * height === 0) return undefined;
    const { decodeQR } = await import('./code-reading');
    const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return undefined;
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    try {
      return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      return undefined; // no code in sight, which is how the library says it
    }
  }
}

customElements.define('code-scanner', CodeScanner);
