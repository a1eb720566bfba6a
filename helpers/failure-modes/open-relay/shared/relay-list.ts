import type { FactSign } from '../../../model/failure-mode';
import { listOf, precedes, recipientLists, refusal } from '../../shared/restriction-lists';

/** Only the table itself tells: one that only rejects permits nobody. */
export function saysOk(table: string): FactSign {
  return {
    words: 'the table says OK, or a number, for what strangers can say',
    look: `postmap -s hash:/etc/postfix/${table}`,
    holds: () => undefined,
  };
}

/** Every list that refuses to relay is asked too late: a word like that stands before its refusal. */
export function permitsBeforeRefusal(words: string, word: RegExp): FactSign {
  return {
    words,
    look: `postconf ${recipientLists.join(' ')}`,
    holds: (facts) => {
      const lists = recipientLists.map((name) => listOf(facts, name));
      const refusing = lists.filter((list) => list?.some((each) => refusal.test(each)));
      if (refusing.some((list) => list && !precedes(list, word, refusal))) return false;
      return lists.includes(undefined) ? undefined : refusing.length > 0;
    },
  };
}

// The list for recipients is empty by default, and then the relay list alone decides.
export function inRelayList(restriction: string): string {
  return `postconf -e smtpd_recipient_restrictions= \\
  "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, ${restriction}, reject_unauth_destination"`;
}

export function mendRelayList(): string {
  return `postconf -e \\
  "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"`;
}
