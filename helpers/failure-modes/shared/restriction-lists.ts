import type { FactSign, MasterService, ServerFacts } from '../../model/failure-mode';
import { inRange } from '../../postfix/version';

/** The words of a parameter's value with `$name` replaced; undefined: main.cf was not looked at. */
export function wordsOf({ mainCf }: ServerFacts, name: string, unset = ''): readonly string[] | undefined {
  if (!mainCf) return undefined;
  let text = mainCf.get(name)?.value ?? unset;
  // Deeper than this nobody nests; a parameter that names itself must not keep us here for ever.
  for (let depth = 0; depth < 5; depth++) {
    text = text.replace(/\$(?:(\w+)|\{(\w+)\}|\((\w+)\))/g, (whole, ...names: readonly (string | undefined)[]) => {
      const inner = names[0] ?? names[1] ?? names[2];
      return inner === undefined ? whole : (mainCf.get(inner)?.value ?? knownDefaults[inner] ?? whole);
    });
  }
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

/** A list of restrictions in its order; undefined where it is not set and its default can't be told. */
export function listOf(facts: ServerFacts, name: string): readonly string[] | undefined {
  if (name !== 'smtpd_relay_restrictions' || facts.mainCf?.has(name)) return wordsOf(facts, name);
  return relayDefault(facts);
}

/** The two lists that decide on a recipient. */
export const recipientLists = ['smtpd_relay_restrictions', 'smtpd_recipient_restrictions'] as const;

/** Something about the lists that decide on a recipient, true of one of them. */
export function recipientListFact(words: string, judge: (list: readonly string[]) => boolean): FactSign {
  return {
    words,
    look: `postconf ${recipientLists.join(' ')}`,
    holds: (facts) => {
      const lists = recipientLists.map((name) => listOf(facts, name));
      if (lists.some((list) => list !== undefined && judge(list))) return true;
      return lists.includes(undefined) ? undefined : false;
    },
  };
}

/** A list that decides on a recipient is set twice: the first would let users relay, and the last, which counts, does not. */
export const setAgainWithoutUsers: FactSign = {
  words:
    'main.cf sets a list for recipients twice; the first permits a login, and the last, which counts, refuses before',
  look: `grep -nE "^(${recipientLists.join('|')})" /etc/postfix/main.cf`,
  holds: (facts) => {
    if (!facts.mainCf || !facts.overridden) return undefined;
    return recipientLists.some((name) => {
      const last = listOf(facts, name);
      return (
        last !== undefined &&
        refusesUsers(last) &&
        facts.overridden?.some(
          ([other, { value }]) => other === name && !refusesUsers(value.split(/[\s,]+/)) && loginPermitIn(value),
        )
      );
    });
  },
};

/** The same fact, where it does not come from a list that is set twice: that is a failure of its own. */
export function unlessSetAgain(fact: FactSign): FactSign {
  return { ...fact, holds: (facts) => (setAgainWithoutUsers.holds(facts) ? false : fact.holds(facts)) };
}

function loginPermitIn(value: string): boolean {
  return value.split(/[\s,]+/).includes('permit_sasl_authenticated');
}

/** Something about one list. */
export function listFact(name: string, words: string, judge: (list: readonly string[]) => boolean): FactSign {
  return {
    words,
    look: `postconf ${name}`,
    holds: (facts) => {
      const list = listOf(facts, name);
      return list && judge(list);
    },
  };
}

/** Whether a word that fits comes, and before any that fits the other. */
export function precedes(list: readonly string[], first: RegExp, other: RegExp): boolean {
  const [at, otherAt] = [list.findIndex((word) => first.test(word)), list.findIndex((word) => other.test(word))];
  return at >= 0 && (otherAt < 0 || at < otherAt);
}

/** What ends a list for somebody who may not relay. */
export const refusal = /^(?:reject_unauth_destination|defer_unauth_destination|reject|defer|check_relay_domains)$/;

/** What lets a user through who has logged in, or everybody. */
export const loginPermit = /^(?:permit_sasl_authenticated|permit)$/;

/** Whether a refusal in the list decides before a login does. */
export function refusesUsers(list: readonly string[]): boolean {
  return precedes(list, refusal, loginPermit);
}

/** One of the smtpd services of master.cf is so. */
export function smtpdFact(words: string, judge: (service: MasterService, facts: ServerFacts) => boolean): FactSign {
  return {
    words,
    look: 'postconf -M | grep smtpd; postconf -P | grep inet',
    holds: (facts) => facts.masterCf?.some((service) => service.command === 'smtpd' && judge(service, facts)),
  };
}

function relayDefault({ mainCf, postfixVersion }: ServerFacts): readonly string[] | undefined {
  const usual = ['permit_mynetworks', 'permit_sasl_authenticated', 'defer_unauth_destination'];
  if (!mainCf) return undefined;
  const level = mainCf.get('compatibility_level')?.value;
  if (level !== undefined) return Number.parseFloat(level) >= 1 ? usual : [];
  if (postfixVersion === undefined) return undefined;
  // The list is new in 2.10; levels are new in 3.0, and without one it is empty.
  return inRange(postfixVersion, { from: '2.10', before: '3.0' }) ? usual : [];
}

const knownDefaults: Readonly<Record<string, string>> = {
  mydestination: '$myhostname, localhost.$mydomain, localhost',
};
