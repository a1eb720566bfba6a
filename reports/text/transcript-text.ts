import type { Transcript, TranscriptEntry } from '../../helpers/model/transcript';
import { visibleLine } from './visible';

/**
 * A transcript as a dialogue: its title, then for each line the time and who spoke (`C:` the client, `S:` the
 * server, `*` what happened to the connection). Where some of it went through TLS, those lines are marked.
 *
 * @example
 * outside → 587
 *      0 ms       S: 220 mail.example.test ESMTP Postfix
 *     31 ms  tls  C: EHLO client.example.test
 */
export function transcriptText(transcript: Transcript): string {
  const times = transcript.entries.map((entry) => `${Math.round(entry.atMs)} ms`);
  const timeWidth = Math.max(8, ...times.map((time) => time.length));
  const anyTls = transcript.entries.some((entry) => entry.tls);
  const lines = transcript.entries.map((entry, index) => {
    const channel = anyTls ? [entry.tls ? 'tls' : '   '] : [];
    return ['', times[index]?.padStart(timeWidth), ...channel, spoken(entry)].join('  ');
  });
  return [visibleLine(transcript.title), ...(lines.length > 0 ? lines : ['    (nothing was said)'])].join('\n');
}

const speakers = { client: 'C: ', server: 'S: ', note: '*  ' } as const;

function spoken(entry: TranscriptEntry): string {
  return `${speakers[entry.from]}${visibleLine(entry.text)}`.trimEnd();
}
