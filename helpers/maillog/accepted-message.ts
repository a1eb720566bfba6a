import { isDaemon, parseLogLine } from './parse-line';
import { queueIdOf } from './related-lines';

/** What smtpd notes when it takes a message in: from whom, and as whom they had logged in. */
export interface AcceptedMessage {
  readonly queueId: string;
  readonly client: string;
  readonly saslMethod: string | undefined;
  readonly saslUsername: string | undefined;
}

/**
 * Reads every line such as
 * `B8C341767CC: client=client.outside.example[198.51.100.7], sasl_method=PLAIN, sasl_username=alice@example.test`.
 */
export function acceptedMessages(lines: readonly string[]): readonly AcceptedMessage[] {
  return lines.flatMap((text) => {
    const line = parseLogLine(text);
    if (!line || !isDaemon(line, 'smtpd')) return [];
    const queueId = queueIdOf(line);
    const client = /: client=([^,]+)/.exec(line.message)?.[1];
    if (!queueId || !client) return [];
    const saslMethod = /, sasl_method=([^,]+)/.exec(line.message)?.[1];
    const saslUsername = /, sasl_username=([^,]+)/.exec(line.message)?.[1];
    return [{ queueId, client, saslMethod, saslUsername }];
  });
}

/** Whether the log says that a message has left the queue, or waits in it for another attempt. */
export function isSettled(lines: readonly string[], queueId: string): boolean {
  return lines.some((line) => line.includes(`${queueId}: removed`) || deferred(line, queueId));
}

/**
 * Whether the log says that a message was handed to another program of the same machine, such as a filter: it goes on from there,
 * under another queue id.
 */
export function isHandedOn(lines: readonly string[], queueId: string): boolean {
  // 448C11EA035: to=<x@elsewhere.example>, relay=127.0.0.1[127.0.0.1]:10024, delay=0.1, dsn=2.0.0, status=sent (250 2.0.0 Ok: …)
  const handedOn = new RegExp(`${queueId}: to=.*, relay=\\S*\\[(?:127\\.\\S+|::1|[^\\]]*/[^\\]]*)\\].*, status=sent `);
  return lines.some((line) => handedOn.test(line));
}

/**
 * Why a message that was to go to another machine is not there yet, where the log says so. What it could not leave with a program of
 * the same machine, such as a filter, is not on its way anywhere.
 */
export function waitsToBePassedOn(lines: readonly string[], queueId: string): string | undefined {
  for (const text of lines.filter((line) => deferred(line, queueId))) {
    const line = parseLogLine(text);
    // What qmgr has given up to reach for now is error's.
    if (!line || !(isDaemon(line, 'smtp') || isDaemon(line, 'error'))) continue;
    const why = /status=deferred \((.*)\)$/s.exec(line.message)?.[1] ?? line.message;
    if (!toThisMachine.test(line.message)) return why;
  }
  return undefined;
}

const toThisMachine = /(?:relay=|connect to |host )\S*\[(?:127\.\S+|::1)\]|connect to \S*\[[^\]]*\/[^\]]*\]/;

/** Whether the log says of one of its messages that it was delivered, to a mailbox or to another server. */
export function isDelivered(lines: readonly string[]): boolean {
  return lines.some((line) => line.includes('status=sent'));
}

// DC101176793: to=<x@elsewhere.example>, relay=none, delay=0.1, dsn=4.4.1, status=deferred (connect to …)
function deferred(line: string, queueId: string): boolean {
  return line.includes(`${queueId}: to=`) && line.includes('status=deferred');
}
