import type { FactSign, FailureMode } from '../../model/failure-mode';
import { isBefore } from '../../postfix/version';
import { pipelined } from './shared/helo-checks';

const pipeliningForbidden: FactSign = {
  words: 'smtpd_forbid_unauth_pipelining is on, as it is by default since Postfix 3.9',
  look: 'postconf -h smtpd_forbid_unauth_pipelining',
  holds: ({ mainCf, postfixVersion }) => {
    const value = mainCf?.get('smtpd_forbid_unauth_pipelining')?.value;
    if (value !== undefined) return value === 'yes';
    return mainCf && postfixVersion !== undefined ? !isBefore(postfixVersion, '3.9') : undefined;
  },
};

export const mode: FailureMode = {
  id: 'limits/pipelining-forbidden',
  kind: 'client',
  title: 'Postfix hangs up on a client that does not wait for replies',
  cause:
    'smtpd_forbid_unauth_pipelining, a defence against smuggled mail: whoever sends a command before the reply to ' +
    'the one before is out of step, and the connection ends. Also proxies that send XCLIENT and more at once are ' +
    'caught. What came too early is in the log, credentials included.',
  symptoms: {
    log: [
      pipelined,
      {
        // Quoted without the client.
        pattern: /improper command pipelining after [A-Z]+(?:["'”」]|$)/,
        specimen: 'improper command pipelining after XCLIENT',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [pipeliningForbidden],
    client: '554 5.5.0 Error: SMTP protocol synchronization',
  },
  repair: {
    words: 'Let the client wait for each reply. For a proxy that cannot, switch it off for its service alone.',
    commands: ['postconf -P submission/inet/smtpd_forbid_unauth_pipelining=no', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -e smtpd_forbid_unauth_pipelining=yes',
    provoke: [
      {
        kind: 'lines',
        port: 25,
        ehlo: false,
        lines: ['EHLO client.outside.example\r\nMAIL FROM:<x@outside.example>'],
      },
    ],
    repair: 'postconf -e smtpd_forbid_unauth_pipelining=no',
    toldBy: 'log and facts',
  },
  versions: { from: '3.5.20' },
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#smtpd_forbid_unauth_pipelining',
    'https://www.postfix.org/smtp-smuggling.html',
    'https://github.com/Mailu/Mailu/pull/3322',
  ],
};
