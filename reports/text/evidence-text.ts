import type { Evidence } from '../../helpers/model/evidence';
import type { RelayedMessage } from '../../helpers/model/relayed-message';
import type { DnsQuery } from '../../helpers/model/zone';
import { transcriptText } from './transcript-text';
import { visible, visibleLine } from './visible';

/** All that a check saw, as text for people; empty if it saw nothing. */
export function evidenceText(evidence: Evidence): string {
  return [
    ...evidence.transcripts.map(transcriptText),
    section('Log of the target', evidence.logLines.map(visibleLine)),
    section('Relayed by the target', evidence.relayed.map(relayedText)),
    section('Asked of the DNS', evidence.dnsQueries.map(queryText)),
    section('Notes', evidence.notes.map(visible)),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines.map((line) => `    ${line.replaceAll('\n', '\n    ')}`)].join('\n');
}

function relayedText(message: RelayedMessage): string {
  const subject = message.headers.find((header) => header.name.toLowerCase() === 'subject')?.value;
  const recipients = message.rcptTo.map((recipient) => `<${recipient}>`).join(' ');
  return visibleLine(
    `${message.receivedAt} to port ${message.port}: <${message.mailFrom}> → ${recipients}${subject === undefined ? '' : `, Subject: ${subject}`}`,
  );
}

function queryText(query: DnsQuery): string {
  return visibleLine(`${query.at} ${query.type} ${query.name} → ${query.answer}`);
}
