import type { FailureMode } from '../../model/failure-mode';
import { hangsUp, noRouteLeft } from './shared/next-server';

export const mode: FailureMode = {
  id: 'opensmtpd/next-server-unreachable',
  kind: 'fault',
  common: true,
  title: 'OpenSMTPD reaches no server to hand mail to, or can not speak with the one that it reaches',
  cause:
    'The next server does not answer, refuses or breaks the connection, or its name is not found. At port 25 to everybody, most often the provider blocks that port; with a smarthost, host or port are wrong. A domain that does not exist or takes no mail is most often a mistake in the recipient’s address. A bad response means that what listens there does not speak SMTP, or a firewall changes it.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:mta error reason=|smtp-out: Error on session [0-9a-f]+: )(?:Connection timeout|Connection failed: |IO Error: (?:Connection (?:refused|reset by peer|timed out)|Network is unreachable|No route to host|Operation timed out))|smtp-out: (?:Failed to resolve MX for (?!\[relay:[^.\],]+[\],])(?!.*Temporary failure in MX lookup)|No MX found for |No valid route for )|stat="?(?:No MX (?:found for (?:domain|destination)|could be reached)|Domain does not exist|Invalid domain name|Domain does not accept mail)/,
        specimen: 'smtpd[53]: 4842dd1772b7c675 mta error reason=Connection timeout',
        strength: 'names',
      },
      {
        pattern: /smtp-out: Disabling route /,
        specimen: 'smtpd[12]: smtp-out: Disabling route [] <-> 203.0.113.20 (smtp.example.com) for 800s',
        strength: 'accompanies',
        alternative: true,
      },
      hangsUp,
      noRouteLeft,
      {
        pattern:
          /mta error reason=(?:Bad response: |Remote host sent too much data|Input too long)|smtp-out: Error on (?:\[|host|route|connector|domain)|stat="?(?:Bad response: |Failed to retrieve helo string)/,
        specimen: 'smtpd[53]: 4842dd1772b7c675 mta error reason=Bad response: 2x0 hello',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /mta: (?:\.\.\. )?timeout for \[relay:/,
        specimen: 'smtpd[53]: debug: mta: ... timeout for [relay:elsewhere.example]',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern: /smtp-out: session [0-9a-f]+: error: Connection (?:timeout|refused)/,
        specimen: 'smtpd[15179]: smtp-out: session fa33d5f506ce4121: error: Connection timeout',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /Failed MX query for (?!\[)\S+:/,
        specimen: 'debug: Failed MX query for 10.0.110.5:',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Try the connection by hand; where 25 is blocked, send by a smarthost at 587.',
    commands: ['nc -vz smarthost.example.test 587', 'dig +short MX elsewhere.example', 'smtpctl show relays'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5', 'https://www.ircnow.org/index.php?n=Opensmtpd.Troubleshoot'],
};
