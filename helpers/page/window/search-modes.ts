import { byId } from './elements';

/** Lets one search the failure modes, and opens the one that a link leads to. */
export function searchModes(): void {
  const field = byId('search', HTMLInputElement);
  const modes = [...document.querySelectorAll<HTMLDetailsElement>('.mode')];
  const families = [...document.querySelectorAll<HTMLElement>('.family')];
  const texts = new Map<Element, string>();
  const textOf = (mode: Element) => {
    const known = texts.get(mode) ?? mode.textContent.toLowerCase();
    texts.set(mode, known);
    return known;
  };
  const apply = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const mode of modes) mode.hidden = !words.every((word) => textOf(mode).includes(word));
    for (const family of families) family.hidden = !family.querySelector('.mode:not([hidden])');
    const shown = modes.filter(({ hidden }) => !hidden).length;
    byId('matches', HTMLOutputElement).value = words.length > 0 ? `${shown} of ${modes.length} match` : '';
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, pauseMs);
  });

  const open = () => {
    const mode = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!(mode instanceof HTMLDetailsElement)) return;
    if (mode.hidden) {
      field.value = '';
      apply();
    }
    mode.open = true;
    mode.scrollIntoView();
  };
  addEventListener('hashchange', open);
  open();
  byId('search-part', HTMLElement).hidden = false;
}

/** So that it does not search at every key. */
const pauseMs = 120;
