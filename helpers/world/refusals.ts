import { type RefusingReply, replyError } from './refusing-reply';

/** A rule of what not to accept, where in the transaction, and how to say so. */
export interface Refusal extends RefusingReply {
  /** `rcptTo` is empty at `mail`; at `data` it is asked for each recipient, and one is enough. */
  readonly match: (envelope: { readonly mailFrom: string; readonly rcptTo: string }) => boolean;
  readonly at: 'mail' | 'rcpt' | 'data';
}

/** The rules that hold at the moment. */
export class Refusals {
  readonly #rules = new Set<Refusal>();

  /** The rule holds until disposed. */
  add(rule: Refusal): Disposable {
    // A copy, so that the same rule given twice is two rules.
    const own = { ...rule };
    this.#rules.add(own);
    return { [Symbol.dispose]: () => void this.#rules.delete(own) };
  }

  /** The reply to give instead of acceptance, as smtp-server wants it: by the latest rule that matches. */
  replyAt(at: Refusal['at'], mailFrom: string, recipients: readonly string[]): Error | undefined {
    const rule = [...this.#rules]
      .reverse()
      .find((each) => each.at === at && recipients.some((rcptTo) => each.match({ mailFrom, rcptTo })));
    return rule && replyError(rule);
  }
}
