import type { Rendered } from '../messages';
import { byId } from './elements';

/** The part of the page that shows what was found, and saves it. */
export class Findings {
  readonly #section = byId('findings', HTMLElement);
  readonly #link = byId('to-findings', HTMLElement);
  readonly #shown = byId('found', HTMLElement);
  readonly #copy = byId('copy', HTMLButtonElement);
  #rendered: Rendered | undefined;
  #follow = false;

  constructor() {
    byId('save-text', HTMLButtonElement).addEventListener('click', () => this.#save('diagnosis.txt', 'text'));
    byId('save-json', HTMLButtonElement).addEventListener('click', () => this.#save('diagnosis.json', 'json'));
    // There where the page is opened from a file or by https.
    this.#copy.hidden = !navigator.clipboard;
    this.#copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(this.#rendered?.text ?? '');
      this.#copy.textContent = 'Copied';
    });
  }

  /** Something is being read; `follow`: what is found is to be led to. */
  wait(follow: boolean): void {
    this.#follow = follow;
    this.#section.setAttribute('aria-busy', 'true');
  }

  show(rendered: Rendered): void {
    this.#rendered = rendered;
    this.#copy.textContent = 'Copy as text';
    // Made by the template of the reports, which escapes whatever others wrote; and the page's policy runs no script in it.
    this.#shown.innerHTML = rendered.markup;
    this.#section.removeAttribute('aria-busy');
    this.#section.hidden = false;
    this.#link.hidden = false;
    if (this.#follow) byId('findings-heading', HTMLElement).focus();
  }

  hide(): void {
    this.#section.removeAttribute('aria-busy');
    this.#section.hidden = true;
    this.#link.hidden = true;
    this.#shown.replaceChildren();
    this.#rendered = undefined;
  }

  #save(name: string, form: 'text' | 'json'): void {
    if (!this.#rendered) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([this.#rendered[form]]));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  }
}
