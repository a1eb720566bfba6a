import type { Evidence } from '../helpers/model/evidence';
import type { RelayedMessage } from '../helpers/model/relayed-message';
import type { DnsQuery } from '../helpers/model/zone';
import { transcriptText } from './transcript-text';
import { visible, visibleLine } from './visible';

/** All that a check saw, as text for people; empty if it saw nothing. */
export const evidenceText = (evidence: Evidence): string =>
  [
    ...evidence.transcripts.map(transcriptText),
    section('Log of the target', evidence.logLines.map(visibleLine)),
    section('Relayed by the target', evidence.relayed.map(relayedText)),
    section('Asked of the DNS', evidence.dnsQueries.map(queryText)),
    section('Notes', evidence.notes.map(visible)),
  ]
    .filter((text) => text !== '')
    .join('\n\n');

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [title, ...lines.map((line) => `    ${line.replaceAll('\n', '\n    ')}`)].join('\n');

const relayedText = (message: RelayedMessage): string => {
  const subject = message.headers.find((header) => header.name.toLowerCase() === 'subject')?.value;
  const recipients = message.rcptTo.map((recipient) => `<${recipient}>`).join(' ');
  return visibleLine(
    `${message.receivedAt} to port ${message.port}: <${message.mailFrom}> → ${recipients}${subject === undefined ? '' : `, Subject: ${subject}`}`,
  );
};

const queryText = (query: DnsQuery): string => visibleLine(`${query.at} ${query.type} ${query.name} → ${query.answer}`);
