import type { FactSign, FailureMode, MasterService, ServerFacts } from '../../model/failure-mode';
import { throttled } from '../shared/log-signs';
import { recipientLists } from '../shared/restriction-lists';
import { diesWithoutRefusal, relayIsRefused } from './shared/recipient-lists';

// Where main.cf has no refusal either, that is the reason.
const optionTakesRefusal: FactSign = {
  words: 'by an option of a service in master.cf neither of its two lists refuses to relay, and by main.cf one does',
  look: 'postconf -P | grep -E "smtpd_(relay|recipient)_restrictions"; postconf smtpd_relay_restrictions smtpd_recipient_restrictions',
  holds: (facts) => {
    const options = facts.masterCf?.filter(({ command, options }) => {
      return command === 'smtpd' && recipientLists.some((name) => options.has(name));
    });
    if (!options || options.length === 0 || !facts.mainCf) return options && options.length === 0 ? false : undefined;
    if (relayIsRefused(facts) === false) return false;
    const refused = options.map((service) => relayIsRefused(withOptions(facts, service)));
    if (refused.includes(false)) return true;
    return refused.includes(undefined) ? undefined : false;
  },
};

function withOptions(facts: ServerFacts, { options, file, line }: MasterService): ServerFacts {
  const set = [...options].map(([name, value]) => [name, { value, file, line }] as const);
  return { ...facts, mainCf: new Map([...(facts.mainCf ?? []), ...set]) };
}

export const mode: FailureMode = {
  id: 'relay-refused/no-refusal-in-service',
  kind: 'fault',
  title: 'a service of master.cf sets a list without what refuses to relay, so its smtpd refuses to run',
  cause:
    'An -o option of master.cf replaces smtpd_relay_restrictions or smtpd_recipient_restrictions for one port. What it sets is empty or has only permits, or the refusal stands behind `permit`, and the other list has none either, so that the port would relay for everybody; its smtpd ends before it greets anyone, while the other ports work. Only where the other list has reject_unauth_destination does the option go unnoticed.',
  symptoms: {
    log: [diesWithoutRefusal, throttled],
    facts: [optionTakesRefusal],
    client: 'No greeting on that port: the connection stays silent.',
  },
  repair: {
    words: 'Take the option out, so that main.cf holds there too.',
    commands: [
      'postconf -P | grep -E "smtpd_(relay|recipient)_restrictions"',
      'postconf -PX submission/inet/smtpd_relay_restrictions',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -P submission/inet/smtpd_relay_restrictions=permit submission/inet/smtpd_recipient_restrictions=',
    provoke: [{ kind: 'lines', lines: [] }],
    repair: 'postconf -PX submission/inet/smtpd_relay_restrictions',
    toldBy: 'log and facts',
  },
  versions: { from: '2.10' },
  noticedBy: ['no-mechanisms/usable-on-587'],
  references: [
    'https://www.postfix.org/master.5.html',
    'https://www.postfix.org/postconf.5.html#smtpd_relay_restrictions',
  ],
};
