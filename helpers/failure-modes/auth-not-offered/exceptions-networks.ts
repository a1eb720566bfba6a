import type { FailureMode } from '../../model/failure-mode';
import { parameter, perhaps } from '../shared/facts';
import { manual, restart, usable587 } from './shared/refused-logins';

export const mode: FailureMode = {
  id: 'auth-not-offered/exceptions-networks',
  kind: 'fault',
  title: 'smtpd_sasl_exceptions_networks hides AUTH from some clients',
  cause:
    'To clients in these networks EHLO does not name AUTH; meant for old ones that would ask for a password though none ' +
    'is needed. With $mynetworks in it, users in the office or behind a proxy can’t log in, where others can. AUTH ' +
    'would be accepted, but clients do not try what they are not offered.',
  symptoms: {
    log: [],
    facts: [perhaps(parameter('smtpd_sasl_exceptions_networks', /\S/, 'smtpd_sasl_exceptions_networks is set'))],
    client: 'No AUTH in the answer to EHLO, for clients in these networks only.',
  },
  repair: {
    words: 'Take it away.',
    commands: ['postconf -X smtpd_sasl_exceptions_networks', restart],
  },
  reproduction: {
    inject: 'postconf -e smtpd_sasl_exceptions_networks=198.51.100.0/24',
    provoke: [{ kind: 'lines', lines: ['QUIT'] }],
    repair: 'postconf -X smtpd_sasl_exceptions_networks',
    toldBy: 'facts',
  },
  versions: { from: '2.1' },
  noticedBy: usable587,
  references: [manual('smtpd_sasl_exceptions_networks'), 'https://github.com/RainLoop/rainloop-webmail/issues/813'],
};
