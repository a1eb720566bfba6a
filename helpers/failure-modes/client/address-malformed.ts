import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from './shared/client-words';

export const mode: FailureMode = {
  id: 'client/address-malformed',
  kind: 'client',
  title: 'a client gives a sender or a recipient that is no address',
  cause:
    'What stands behind MAIL FROM: or RCPT TO: has a space, two @, no brackets where the server wants them, a name beside the address, or is empty: a setting such as `Alice <alice@example.test>` where the address alone belongs, or a variable that is not set. PHPMailer also wants a dot in the domain: `wordpress@localhost` is made of the name of a machine or site that has none.',
  symptoms: {
    log: [
      {
        pattern: /^warning: Illegal address syntax from \S+ in (?:MAIL|RCPT) command: /,
        specimen:
          'postfix/submission/smtpd[53]: warning: Illegal address syntax from client.outside.example[198.51.100.7] in MAIL command: <alice example.test>',
        strength: 'names',
        program: /smtpd$/,
      },
      // Postfix; Exchange; Exim; Gmail.
      clientGets(
        /(?:501|55[35])[ -](?:5\.(?:1\.[37]|5\.[24]|5\.0) )?(?:(?:Error: )?Bad (?:sender|recipient) address syntax|Invalid address|<[^>]*>: \S+ address must contain a domain|Syntax error(?:, | in )(?:cannot decode|(?:MAIL|RCPT)))/,
        "smtplib.SMTPSenderRefused: (501, b'5.1.7 Bad sender address syntax', 'alice example.test')",
      ),
      {
        // Go; yagmail; PHPMailer; Swift Mailer; Roundcube; Nextcloud.
        pattern:
          /mail: (?:no angle-addr|missing '@' or angle-addr)|YagInvalidEmailAddress|Invalid address: {1,2}\((?:From|to|cc|bcc|Sender|Reply-To)\)|Address in mailbox given \[[^\]]*\] does not comply with RFC|Unable to parse recipients list|as validation for address failed/,
        specimen: 'gomail: invalid address "bob@example": mail: no angle-addr',
        strength: 'names',
        alternative: true,
      },
      clientGets(
        /501[ -].*(?:sender|recipient) address must contain a domain/,
        '501 bob: recipient address must contain a domain',
      ),
      {
        // Zabbix; lettre.
        pattern: /no '@' in email address: |(?<!\d )Invalid email domain$/,
        specimen: "no '@' in email address: bob",
        strength: 'names',
        alternative: true,
      },
      {
        // Thunderbird, of whatever refusal of MAIL.
        pattern: /the return mail address was invalid/,
        specimen: 'An error occurred sending mail: the return mail address was invalid.',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: '501 5.1.7 Bad sender address syntax, or 501 5.1.3 Bad recipient address syntax',
  },
  repair: {
    words: 'Give the program the bare address, as alice@example.test, and the name in a setting of its own.',
    commands: ['env | grep -iE "mail|smtp|from|sender"'],
  },
  reproduction: {
    inject: '',
    provoke: [{ kind: 'lines', lines: ['MAIL FROM:<alice example.test>', 'QUIT'] }],
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 4.1.2', 'https://www.postfix.org/postconf.5.html#strict_rfc821_envelopes'],
};
