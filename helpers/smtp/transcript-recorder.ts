import type { Transcript, TranscriptEntry } from '../model/transcript';
import { decodeText } from './decode-text';
import {
  type MaskedLine,
  type Masking,
  maskClientLine,
  maskServerLine,
  nothingMasked,
  remember,
  withoutSecrets,
} from './masking';

/** Writes down what one session says: line by line, with the time, secrets masked. */
export class TranscriptRecorder {
  /** Whether what is recorded from now on travels inside TLS. */
  tls = false;
  readonly #title: string;
  readonly #showSecrets: boolean;
  readonly #startedAt = new Date().toISOString();
  readonly #start = performance.now();
  readonly #entries: TranscriptEntry[] = [];
  #masking: Masking = nothingMasked;
  /** A line that the client has begun and not ended: as a whole it may be secret, where its pieces look innocent. */
  #unfinished = '';

  constructor(title: string, options: { readonly showSecrets?: boolean | undefined } = {}) {
    this.#title = title;
    this.#showSecrets = options.showSecrets ?? false;
  }

  /** Passwords and tokens: masked from now on wherever they occur. */
  keepSecret(secrets: readonly string[]): void {
    this.#masking = remember(this.#masking, secrets);
  }

  /** A text fit to be seen by whoever sees the transcript. */
  masked(text: string): string {
    return this.#showSecrets ? text : withoutSecrets(text, this.#masking);
  }

  /** Bytes that the client sends; `masked` stands for them in the transcript. */
  sent(bytes: Uint8Array, masked?: string): void {
    const pieces = `${this.#unfinished}${decodeText(bytes)}`.split('\n');
    const rest = pieces.pop() ?? '';
    // A bare LF is no line end, and is shown.
    const lines = pieces.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : `${line}\n`));
    const hidden = masked !== undefined && !this.#showSecrets;
    this.#unfinished = hidden ? '' : rest;
    // What is in a line that is hidden is to be known again, ended or not.
    if (hidden && rest !== '') lines.push(rest);
    const texts = lines.map((line) => this.#choose(line, maskClientLine));
    for (const text of hidden ? masked.split('\r\n') : texts) this.#add('client', text);
  }

  /** One line of the server, without its line end. */
  received(line: string): void {
    this.#add('server', this.#choose(line, maskServerLine));
  }

  /** What the client sends, in words: a message, which would hide all else. */
  summarised(text: string): void {
    this.#add('client', text);
  }

  /** A remark on the connection. */
  note(text: string): void {
    this.#add('note', this.masked(text));
  }

  /** All of it until now. */
  get transcript(): Transcript {
    const entries = [...this.#entries];
    if (this.#unfinished !== '') {
      const { text } = maskClientLine(this.#unfinished, this.#masking);
      entries.push(this.#entry('client', this.#showSecrets ? this.#unfinished : text));
    }
    return { title: this.#title, startedAt: this.#startedAt, entries };
  }

  #choose(line: string, mask: (line: string, masking: Masking) => MaskedLine): string {
    const { text, masking } = mask(line, this.#masking);
    this.#masking = masking;
    return this.#showSecrets ? line : text;
  }

  #add(from: TranscriptEntry['from'], text: string): void {
    this.#entries.push(this.#entry(from, text));
  }

  #entry(from: TranscriptEntry['from'], text: string): TranscriptEntry {
    return { atMs: Math.round(performance.now() - this.#start), from, text: readable(text), tls: this.tls };
  }
}

const longestText = 2000;

/** Control characters escaped, such as the line feed of a bare LF; the rest of an endless line left out. */
function readable(text: string): string {
  const whole = text.replace(/\p{Cc}/gu, escaped);
  return whole.length <= longestText ? whole : `${whole.slice(0, longestText)}… (${whole.length} characters)`;
}

function escaped(control: string): string {
  const short = JSON.stringify(control).slice(1, -1);
  return short === control ? `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}` : short;
}
