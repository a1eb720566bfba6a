import type { FailureMode } from '../../model/failure-mode';
import { notAscii, pythonNotSupported } from './shared/several-mistakes';

export const mode: FailureMode = {
  id: 'client/smtputf8-not-offered',
  kind: 'client',
  title: 'an address is not ASCII, and the server does not offer SMTPUTF8',
  cause:
    'The sender’s or a recipient’s address has a character outside ASCII before the @, or a domain that was not encoded. Such addresses need SMTPUTF8, which the server does not offer at that port. Often it is a typing mistake: a letter with an accent, or a blank that is none.',
  symptoms: {
    log: [
      {
        pattern:
          /SMTPUTF8 (?:is )?not supported by (?:the |this )?server|does not advertise the required SMTPUTF8|does not support SMTPUTF8 needed|Server does not support Unicode in email address/,
        specimen: 'smtplib.SMTPNotSupportedError: SMTPUTF8 not supported by server',
        strength: 'names',
      },
      {
        // .NET; Thunderbird; Nodemailer; Keycloak.
        pattern:
          /only configured for E-mail addresses with ASCII local-parts|non-ASCII characters in the local part of the recipient|Internationalized mailbox name not allowed|please ensure the SMTP server supports the SMTPUTF8 extension/,
        specimen: 'There are non-ASCII characters in the local part of the recipient address alice@example.test.',
        strength: 'names',
        alternative: true,
      },
      notAscii,
      pythonNotSupported,
    ],
    facts: [],
    client: 'No 250-SMTPUTF8 in the answer to EHLO',
  },
  repair: {
    words:
      'Look at the addresses letter by letter. If they are meant so, switch SMTPUTF8 on in the server: smtputf8_enable, with Postfix built for it.',
    commands: ['postconf smtputf8_enable', 'postconf -e smtputf8_enable=yes', 'systemctl reload postfix'],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 6531', 'https://www.postfix.org/SMTPUTF8_README.html'],
};
