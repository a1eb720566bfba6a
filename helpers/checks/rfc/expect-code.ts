import type { Answer } from '../../model/answer';
import type { Finding } from '../../model/verdict';
import { expectReply } from '../shared/findings';

/** A reply with one of these codes is due, whatever its enhanced status code. */
export function expectCode(what: string, answer: Answer, ...codes: readonly number[]): Finding {
  return expectReply(what, answer, ...codes.map((code) => ({ code, enhanced: 'any' })));
}

/** A refusal for good is due. */
export function expect5yz(what: string, answer: Answer): Finding {
  return expectReply(what, answer, { class: 5 });
}
