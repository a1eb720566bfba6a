import type { FailureMode } from '../../model/failure-mode';
import { opposite } from '../shared/facts';
import { throttled } from '../shared/log-signs';
import { listFact, recipientLists } from '../shared/restriction-lists';
import { diesWithoutRefusal, refusesToRelay, relayListUnset } from './shared/recipient-lists';

const noRefusalAnywhere = recipientLists.map((name) =>
  listFact(name, `${name} has nothing that refuses to relay before a permit`, (list) => !refusesToRelay(list)),
);

export const mode: FailureMode = {
  id: 'relay-refused/no-refusal-in-lists',
  kind: 'fault',
  title: 'no list refuses to relay, so smtpd refuses to run',
  cause:
    'Neither smtpd_relay_restrictions nor smtpd_recipient_restrictions has a refusal such as reject_unauth_destination: each is empty or has only permits, or the refusal stands behind `permit`, which ends the list, or behind warn_if_reject. An -o in master.cf brings it about for one port alone. Such a server would relay for everybody; smtpd ends before it greets anyone. Clients connect and hear nothing.',
  symptoms: {
    log: [diesWithoutRefusal, throttled],
    facts: [...noRefusalAnywhere, opposite(relayListUnset, 'smtpd_relay_restrictions is set in main.cf')],
    client: 'No greeting: the connection stays silent.',
  },
  repair: {
    words: 'Add reject_unauth_destination behind what permits, and restart.',
    commands: [
      'postconf smtpd_relay_restrictions smtpd_recipient_restrictions compatibility_level',
      'postconf -P | grep -E "smtpd_(relay|recipient)_restrictions"',
      'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: `postconf -e smtpd_relay_restrictions= \\
  "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated"`,
    provoke: [{ kind: 'lines', lines: [] }],
    repair:
      'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: ['no-mechanisms/usable-on-587'],
  references: [
    'https://www.postfix.org/postconf.5.html#smtpd_relay_restrictions',
    'https://www.postfix.org/postconf.5.html#smtpd_recipient_restrictions',
    'https://github.com/Oefenweb/ansible-postfix/issues/49',
  ],
};
