import type { Transcript } from '../../../helpers/model/transcript';
import { inWords, isOfClass } from '../../../helpers/smtp/answers';
import { open } from './open-session';
import { send } from './send';

/** What came of it, in words, and what was said. */
export interface Asked {
  readonly verdict: string;
  readonly transcript: Transcript;
}

/** How a server is reached, and how long each of its answers may take. */
export interface Approach {
  readonly port: number;
  readonly security: 'plain' | 'starttls' | 'implicit-tls';
  readonly timeoutMs: number;
}

/** A whole mail by the wire client: the first answer that is no success, or the last. */
export async function byWire({ port, security, timeoutMs }: Approach): Promise<Asked> {
  await using session = await open({ port }, { security, timeoutMs, ehlo: true });
  let answer = session.opened;
  if (isOfClass(answer, 2)) {
    const { mail, rcpt, data } = await session.sendMail({
      from: '',
      to: ['bob@example.net'],
      message: 'Subject: x\r\n',
    });
    answer = data ?? rcpt.at(-1) ?? mail;
  }
  return { verdict: inWords(answer), transcript: session.transcript };
}

/** The same by Nodemailer: the code and text of its error, or `sent`. */
export async function byNodemailer({ port, security, timeoutMs }: Approach): Promise<Asked> {
  const { outcome, transcript } = await send({ port }, { security, timeoutMs });
  return { verdict: outcome.kind === 'sent' ? 'sent' : `${outcome.code} ${outcome.message}`, transcript };
}
