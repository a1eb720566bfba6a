import { WireSession } from '../../helpers/smtp/wire-session';
import type { Contrary } from './contrary-server';

/** What a server that is played hands on to where its mail goes. */
export interface HandedOn {
  readonly from: string;
  readonly to: string;
  readonly message: string;
}

/** Hands it on. */
export type HandOn = (mail: HandedOn) => void;

/** Hands on to a port of this process. */
export async function handOnTo(port: number, { from, to, message }: HandedOn): Promise<void> {
  const title = 'handed on';
  await using session = await WireSession.open({
    host: '127.0.0.1',
    port,
    title,
    security: 'plain',
    clientName: 'mail.example.test',
    trust: 'anybody',
  });
  await session.sendMail({ from, to: [to], message });
}

/** A server that takes messages and hands each on, from whom and with what name of the client it is told to. */
export function passingOn(
  answer: Contrary,
  handOn: HandOn,
  pick: (lines: readonly string[]) => { readonly sender: string | undefined; readonly name?: string | undefined },
): Contrary {
  return (line, said) => {
    const { lines } = said;
    const begun = lines.lastIndexOf('DATA');
    if (begun <= lines.lastIndexOf('.')) return line === 'DATA' ? '354 Go ahead' : answer(line, said);
    if (line !== '.') return '';
    const { sender, name = 'unknown' } = pick(lines);
    const recipient = lines.findLast((one) => /^RCPT/.test(one));
    const received = `Received: from ${name} by mail.example.test with ESMTPSA; Sat, 01 Jan 2000 00:00:00 +0000`;
    handOn({
      from: pathOf(sender),
      to: pathOf(recipient),
      message: [received, ...lines.slice(begun + 1)].join('\r\n'),
    });
    return '250 2.0.0 Queued';
  };
}

function pathOf(line = ''): string {
  return /<(.*)>/.exec(line)?.[1] ?? '';
}
