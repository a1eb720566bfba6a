import type { GivenInput } from '../messages';
import { ChosenFiles } from './chosen-files';
import { byId } from './elements';

/** What the reader asks for. */
export interface AskingListener {
  /** `follow`: the reader has done something whose answer is to be led to. */
  readonly onAsk: (inputs: readonly GivenInput[], how: { readonly follow: boolean }) => void;
  readonly onClear: () => void;
}

/** The form: fields to paste into, and files that are chosen or dropped anywhere on the page. */
export class Asking {
  readonly #form = byId('ask', HTMLFormElement);
  readonly #fields = byId('fields', HTMLElement);
  readonly #files = new ChosenFiles();
  readonly #listener: AskingListener;

  constructor(listener: AskingListener) {
    this.#listener = listener;
  }

  /** Listens from now on. */
  begin(): void {
    const form = this.#form;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask(true);
    });
    form.addEventListener('reset', () => {
      this.#files.clear();
      for (const field of this.#added()) field.remove();
      this.#listener.onClear();
    });
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    // The field has the text only when the event is over.
    form.addEventListener('paste', () => setTimeout(() => this.#ask(false)));
    byId('more', HTMLButtonElement).addEventListener('click', () => this.#addField());
    this.#files.begin(() => this.#ask(true));
    form.hidden = false;
  }

  #ask(follow: boolean): void {
    const pasted = [...this.#fields.querySelectorAll('textarea')].map(({ name, value }) => ({ name, value }));
    const texts = pasted.filter(({ value }) => value.trim() !== '');
    const inputs = texts.map(({ name, value }) => ({ name, content: new Blob([`${value}\n`]) }));
    this.#listener.onAsk([...inputs, ...this.#files.inputs], { follow });
  }

  #added(): readonly Element[] {
    return [...this.#fields.querySelectorAll('.added')];
  }

  /** One more field for a configuration: each is known by what is in it, so there is one for each file. */
  #addField(): void {
    const number = this.#added().length + 2;
    const field = byId('field', HTMLTemplateElement).content.firstElementChild?.cloneNode(true) as HTMLElement;
    const area = field.querySelector('textarea') as HTMLTextAreaElement;
    area.name = `pasted configuration ${number}`;
    area.id = `configuration-${number}`;
    const label = field.querySelector('label') as HTMLLabelElement;
    label.htmlFor = area.id;
    label.textContent = `Configuration ${number}`;
    this.#fields.append(field);
    area.focus();
  }
}
