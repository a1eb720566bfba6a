import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/helo-invalid',
  kind: 'client',
  title: 'a client greets OpenSMTPD without a name, or with what is none',
  cause:
    'HELO and EHLO have a name behind them, or an address in brackets. OpenSMTPD takes nothing else, and nothing in its ' +
    'configuration changes that. Devices say HELO alone, or a name with an underscore.',
  symptoms: {
    log: [
      {
        pattern: /smtp failed-command command="(?:HELO|EHLO)\b[^"]*" result="501 /,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 smtp failed-command command="HELO " result="501 5.5.4 Invalid command arguments: Invalid domain name"',
        strength: 'names',
      },
    ],
    facts: [],
    client: '501 5.5.4 Invalid command arguments: Invalid domain name',
  },
  repair: { words: 'Give the device a host name, or let it send by another program.', commands: [] },
  unreproduced: 'Its lines are those of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 4.1.1.1', 'https://github.com/OpenSMTPD/OpenSMTPD/issues/1054'],
};
