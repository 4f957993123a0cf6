type Words = Record<'take' | 'unread', string>;

/** Pixels of the longer side: enough to find the device again, little enough for a weak network. */
const LONGEST_SIDE = 1600;
const QUALITY = 0.82;

/**
 * Takes a photo or one that is there, and draws it anew in a smaller size: what the camera wrote into it about place and
 * device is gone then.
 *
 * Fires `photo-taken` with the JPEG in Base64 in `detail.image`.
 */
export class PhotoTaker extends HTMLElement {
  /** Texts as JSON. */
  words = '{}';

  private readonly input = document.createElement('input');
  private readonly note = document.createElement('p');

  connectedCallback(): void {
    queueMicrotask(() => this.build());
  }

  private build(): void {
    if (!this.isConnected || this.childElementCount > 0) return;
    this.input.type = 'file';
    this.input.accept = 'image/*';
    this.input.addEventListener('change', () => void this.take());
    const label = document.createElement('label');
    label.className = 'button';
    label.append((JSON.parse(this.words) as Words).take, this.input);
    this.note.className = 'panel-note';
    this.note.setAttribute('role', 'status');
    this.append(label, this.note);
  }

  private async take(): Promise<void> {
    const file = this.input.files?.[0];
    this.input.value = '';
    if (!file) return;
    try {
      const picture = await createImageBitmap(file);
      const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      picture.close();
      const image = canvas.toDataURL('image/jpeg', QUALITY).split(',')[1];
      this.note.textContent = '';
      this.dispatchEvent(new CustomEvent('photo-taken', { detail: { image } }));
    } catch (reason) {
      console.debug('The picture could not be read', reason);
      this.note.textContent = (JSON.parse(this.words) as Words).unread;
    }
  }
}

customElements.define('photo-taker', PhotoTaker);
