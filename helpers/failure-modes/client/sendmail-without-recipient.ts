import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/sendmail-without-recipient',
  kind: 'client',
  title: 'a program calls Postfix’s sendmail with options that it does not take, or names nobody to send to',
  cause:
    'The addresses stand behind the options of the command, or in the mail’s own To: and Cc: where -t is given. A script passes an empty variable, PHP’s mail() an address that is none, or a mailer was given the wrong flags.',
  symptoms: {
    log: [
      {
        pattern:
          /fatal: \S+\(\d+\): (?:Recipient addresses must be specified on the command line|No recipient addresses found in message header)/,
        specimen:
          'postfix/sendmail[97]: fatal: alice(1000): Recipient addresses must be specified on the command line or via the -t option',
        strength: 'names',
      },
      {
        pattern: /fatal: (?:\S+\(\d+\): )?usage: sendmail \[options\]/,
        specimen: 'postfix/sendmail[97]: fatal: usage: sendmail [options]',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /^fatal: No recipient addresses found in message header/,
        specimen: 'postfix/sendmail[9]: fatal: No recipient addresses found in message header',
        strength: 'names',
        alternative: true,
      },
      {
        // cleanup(8), to which a program has given a mail without any; before Postfix 2.3 with a capital.
        pattern: /relay=none, .*status=bounced \([Nn]o recipients specified\)/,
        specimen:
          'postfix/cleanup[5261]: 7318B205F4: to=<unknown>, relay=none, delay=0, status=bounced (No recipients specified)',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'An exit status other than 0 of sendmail.',
  },
  repair: {
    words: 'Give it an address, or -t and a To: line.',
    commands: [
      'printf "To: bob@example.test\\nSubject: test\\n\\ntest\\n" | /usr/sbin/sendmail -t',
      'php -i | grep sendmail_path',
    ],
  },
  reproduction: {
    inject: 'true',
    provoke: [{ kind: 'run', script: 'printf test | /usr/sbin/sendmail || true' }],
    repair: 'true',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/sendmail.1.html'],
};
