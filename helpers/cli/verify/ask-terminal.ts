import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** A person at a terminal, who can be asked. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}

/** Whether the answer is yes; no is what Enter alone says, and what nobody says. */
export async function askYes({ input, output }: Terminal, question: string): Promise<boolean> {
  const lines = createInterface({ input, output, terminal: true });
  try {
    return /^y(es)?$/i.test((await lines.question(`${question} [y/N] `)).trim());
  } finally {
    lines.close();
  }
}

/** What is typed, without showing it. */
export async function askSecret({ input, output }: Terminal, question: string): Promise<string> {
  output.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: nowhere, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    output.write('\n');
  }
}
