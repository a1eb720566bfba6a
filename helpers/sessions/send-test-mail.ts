import type { Answer } from '../model/answer';
import { composeMessage } from '../smtp/messages';
import type { WireSession } from '../smtp/wire-session';

/** A message to one recipient, the addresses without their angle brackets. */
export interface TestMail {
  readonly from: string;
  readonly to: string;
  /** What the message is told apart by at the sink and in the log. */
  readonly token: string;
  readonly body?: string | undefined;
}

/** How far one transaction came. */
export interface TestMailAnswers {
  /** The answer that ended it. */
  readonly last: Answer;
  /** Undefined where the sender was refused. */
  readonly rcpt: Answer | undefined;
  /** To the end of the message, or the refusal of DATA; undefined where it did not come so far. */
  readonly data: Answer | undefined;
}

/** One transaction, as far as the server lets it come. */
export async function sendTestMail(
  session: WireSession,
  { from, to, token, body }: TestMail,
): Promise<TestMailAnswers> {
  const message = composeMessage({ from, to: [to], token, ...(body !== undefined && { body }) });
  const { mail, rcpt, data } = await session.sendMail({ from, to: [to], message });
  return { last: data ?? rcpt[0] ?? mail, rcpt: rcpt[0], data };
}
