import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from './shared/client-words';
import { authManual, client, says } from './shared/failed-logins';

export const mode: FailureMode = {
  id: 'client/aborted',
  kind: 'client',
  title: 'a client breaks its login off',
  cause:
    'The client sent `*` instead of an answer: the user pressed "cancel", or the program does not like what the ' +
    'server sent and tries another mechanism.',
  symptoms: {
    log: [
      {
        pattern: /^warning: \S+: SASL \S+ authentication aborted(?:, sasl_username=.*)?$/,
        specimen: `postfix/submission/smtpd[384]: warning: ${client}: SASL LOGIN authentication aborted`,
        strength: 'names',
      },
      clientGets(
        /501[ -](?:5\.\d\.\d )?(?:Auth(?:entication)? (?:aborted|cancelled)|AUTH (?:aborted|cancelled)|Negotiation cancelled)/,
        '501 5.7.0 Authentication aborted',
      ),
      {
        // mox: of a mechanism with -PLUS, the client can’t say to which TLS session it belongs.
        pattern: /err="authentication aborted" pkg=smtpserver|authmech=\S+ result=aborted/,
        specimen:
          'l=info m="login attempt" pkg=smtpserver address= account=- protocol=submission authmech=scram-sha-256-plus result=aborted remoteip=203.0.113.23',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '501 5.7.0 Authentication aborted',
  },
  repair: {
    words:
      'Nothing, unless a client always breaks off the same mechanism: then stop offering it, or let the client use another (mutt: smtp_authenticators).',
    commands: [],
  },
  reproduction: { inject: '', provoke: says('AUTH LOGIN', '*'), repair: '', toldBy: 'log' },
  versions: {},
  noticedBy: [],
  references: [authManual],
};
