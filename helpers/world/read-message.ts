import type { Readable } from 'node:stream';
import type { RelayedMessage } from '../model/relayed-message';

type Content = Pick<RelayedMessage, 'headers' | 'body'>;

/**
 * Reads a message to its end and keeps the first bytes. One character is one byte (latin1), so that nothing is lost:
 * `Buffer.from(body, 'latin1')` is what the client sent. Rejects where the client goes away before the end.
 */
export async function readMessage(stream: Readable, keepBytes: number): Promise<Content> {
  const chunks: Buffer[] = [];
  let [kept, dropped] = [0, 0];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const part = chunk.subarray(0, keepBytes - kept);
    // Even an empty part holds the memory of its whole chunk.
    if (part.length > 0) chunks.push(part);
    kept += part.length;
    dropped += chunk.length - part.length;
  }
  const { headers, body } = splitMessage(Buffer.concat(chunks).toString('latin1'));
  const note = dropped === 0 ? '' : `\r\n[the sink keeps ${keepBytes} bytes of a message; ${dropped} more came]\r\n`;
  return { headers, body: body + note };
}

/** Splits a message as RFC 5322 section 2.1 has it; where no empty line ends the header, what is no field does. */
export function splitMessage(text: string): Content {
  const headers: { readonly name: string; readonly value: string }[] = [];
  // Section 2.2: a name of printable characters, a colon, and lines that begin with white space belong to it.
  const field = /([!-9;-~]+)[ \t]*:(.*(?:\r?\n[ \t].*)*)\r?\n/y;
  let end = 0;
  for (let found = field.exec(text); found !== null; found = field.exec(text)) {
    const [, name = '', folded = ''] = found;
    headers.push({ name, value: folded.replace(/\r?\n/g, '').trim() });
    end = field.lastIndex;
  }
  return { headers, body: text.slice(end).replace(/^\r?\n/, '') };
}
