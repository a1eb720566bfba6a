import type { FailureMode } from '../../model/failure-mode';
import { parameter } from '../shared/facts';
import { throttled } from '../shared/log-signs';
import { diesWithoutRefusal, relayListUnset } from './shared/recipient-lists';

const levelMissing = parameter('compatibility_level', /^0?$/, 'compatibility_level is not set');

export const mode: FailureMode = {
  id: 'relay-refused/old-level-empties-relay-list',
  kind: 'fault',
  title: 'without a compatibility_level the relay list is empty, so smtpd refuses to run',
  cause:
    'Postfix 3.x without compatibility_level in main.cf runs with the defaults of 2.x, and then ' +
    'smtpd_relay_restrictions is empty by default. A main.cf that counts on the default, and has no ' +
    'reject_unauth_destination in smtpd_recipient_restrictions, leaves nothing that refuses to relay: smtpd ends ' +
    'before it greets anyone. Templates that write main.cf whole bring this about.',
  symptoms: {
    log: [diesWithoutRefusal, throttled],
    facts: [relayListUnset, levelMissing],
    client: 'No greeting: the connection stays silent.',
  },
  repair: {
    words: 'Set compatibility_level, or write smtpd_relay_restrictions out, and restart.',
    commands: ['postconf compatibility_level=3.6', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: `postconf -X compatibility_level
postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated"`,
    provoke: [{ kind: 'lines', lines: [] }],
    repair: 'postconf compatibility_level=3.6',
    toldBy: 'log and facts',
  },
  versions: { from: '3.0' },
  noticedBy: ['no-mechanisms/usable-on-587'],
  references: [
    'https://www.postfix.org/COMPATIBILITY_README.html#relay_restrictions',
    'https://github.com/openmediavault/openmediavault/issues/446',
  ],
};
