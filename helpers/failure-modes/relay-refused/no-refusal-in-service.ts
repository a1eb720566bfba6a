import type { FailureMode } from '../../model/failure-mode';
import { throttled } from '../shared/log-signs';
import { smtpdFact } from '../shared/restriction-lists';
import { diesWithoutRefusal } from './shared/recipient-lists';

export const mode: FailureMode = {
  id: 'relay-refused/no-refusal-in-service',
  kind: 'fault',
  title: 'a service of master.cf has smtpd_relay_restrictions=permit, so its smtpd refuses to run',
  cause:
    'An -o option of master.cf replaces the list of main.cf for one port. With `permit` there, and nothing in ' +
    'smtpd_recipient_restrictions that refuses, that port would relay for everybody; its smtpd ends before it greets ' +
    'anyone, while the other ports work. Only where main.cf has reject_unauth_destination in ' +
    'smtpd_recipient_restrictions does the option go unnoticed.',
  symptoms: {
    log: [diesWithoutRefusal, throttled],
    facts: [
      smtpdFact('a service of master.cf sets smtpd_relay_restrictions to permit', ({ options }) =>
        /^permit(?:[\s,]|$)/.test(options.get('smtpd_relay_restrictions') ?? ''),
      ),
    ],
    client: 'No greeting on that port: the connection stays silent.',
  },
  repair: {
    words: 'Take the option out, so that main.cf holds there too.',
    commands: ['postconf -PX submission/inet/smtpd_relay_restrictions', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: 'postconf -P submission/inet/smtpd_relay_restrictions=permit submission/inet/smtpd_recipient_restrictions=',
    provoke: [{ kind: 'lines', lines: [] }],
    repair: 'postconf -PX submission/inet/smtpd_relay_restrictions',
    toldBy: 'log and facts',
  },
  versions: { from: '2.10' },
  noticedBy: ['no-mechanisms/usable-on-587'],
  references: ['https://www.postfix.org/master.5.html'],
};
