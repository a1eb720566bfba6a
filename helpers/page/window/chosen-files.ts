import type { GivenInput } from '../messages';
import { byId } from './elements';

/** The files that were chosen or dropped, and their list, from which each can be taken out again. */
export class ChosenFiles {
  readonly #list = byId('chosen', HTMLUListElement);
  readonly #chooser = byId('files', HTMLInputElement);
  #files: readonly File[] = [];

  /** Tells from now on when some were added. */
  begin(onAdded: () => void): void {
    const add = (files: readonly File[]) => {
      if (files.length === 0) return;
      this.#set([...this.#files, ...files]);
      onAdded();
    };
    this.#chooser.addEventListener('change', () => {
      add([...(this.#chooser.files ?? [])]);
      // So that the same file can be chosen again, when it has been changed.
      this.#chooser.value = '';
    });
    const isOfFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
    addEventListener('dragover', (event) => {
      if (!isOfFiles(event)) return;
      event.preventDefault();
      document.body.classList.add('dropping');
    });
    addEventListener('dragleave', ({ relatedTarget }) => {
      if (relatedTarget === null) document.body.classList.remove('dropping');
    });
    addEventListener('drop', (event) => {
      if (!isOfFiles(event)) return;
      event.preventDefault();
      document.body.classList.remove('dropping');
      add([...(event.dataTransfer?.files ?? [])]);
    });
  }

  get inputs(): readonly GivenInput[] {
    return this.#files.map((file) => ({ name: file.name, content: file }));
  }

  clear(): void {
    this.#set([]);
  }

  #set(files: readonly File[]): void {
    this.#files = files;
    this.#list.replaceChildren(...files.map((file) => this.#item(file)));
    this.#list.hidden = files.length === 0;
  }

  #item(file: File): HTMLLIElement {
    const item = document.createElement('li');
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.textContent = 'Remove';
    // A name may have anything in it: it is text, and its marks of direction steer nothing outside of it.
    const name = document.createElement('bdi');
    name.textContent = file.name;
    remove.setAttribute('aria-label', `Remove ${file.name}`);
    remove.addEventListener('click', () => {
      this.#set(this.#files.filter((other) => other !== file));
      this.#chooser.focus();
    });
    item.append(name, ' ', remove);
    return item;
  }
}
