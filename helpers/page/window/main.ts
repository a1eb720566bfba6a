import { Asking } from './asking';
import { byId } from './elements';
import { Findings } from './findings';
import { searchModes } from './search-modes';
import { Working } from './working';

// What the page does: what is pasted, dropped or chosen goes to the worker, and what that answers is shown.

const findings = new Findings();
const status = byId('status', HTMLElement);
const progress = byId('progress', HTMLProgressElement);
const running = byId('running', HTMLElement);

const working = new Working(byId('worker', HTMLElement).textContent, {
  onProgress: ({ read, size, lines }) => {
    progress.value = read / Math.max(size, 1);
    const share = `${Math.floor(progress.value * 100)} % of ${sizeText(size)}, ${lines.toLocaleString('en')} lines`;
    progress.textContent = share;
    byId('share', HTMLElement).textContent = share;
  },
  onDone: (rendered) => {
    ended(rendered.words);
    findings.show(rendered);
  },
  onFailed: endedWithout,
});

const asking = new Asking({
  onAsk: (inputs, { follow }) => {
    if (inputs.length === 0) {
      working.end();
      return endedWithout('There is nothing to read yet: paste a log or a configuration, or choose a file.');
    }
    findings.wait(follow);
    status.textContent = 'Reading…';
    progress.removeAttribute('value');
    byId('share', HTMLElement).textContent = '';
    running.hidden = false;
    working.start(inputs);
  },
  onClear: () => {
    working.end();
    endedWithout('');
  },
});

byId('stop', HTMLButtonElement).addEventListener('click', () => working.stop());
searchModes();
asking.begin();

function ended(words: string): void {
  running.hidden = true;
  status.textContent = words;
}

/** Nothing is known: what an earlier diagnosis found is about something else. */
function endedWithout(words: string): void {
  ended(words);
  findings.hide();
}

function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
