import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/mechanism-misnamed',
  kind: 'client',
  title: 'the mechanism that is set in a program is none that its library knows',
  cause:
    'The setting for the way to log in has a word that is no mechanism, or an empty one: a variable that is not set, `true`, `basic`, `tls`, or a word in quotes. The program stops before it asks the server.',
  symptoms: {
    log: [
      {
        // Ruby; Nodemailer; Swift Mailer; Laravel and Symfony Mailer; PHPMailer.
        pattern:
          /\bwrong authentication type\b|Unknown authentication method "|Auth mode "?[^"]*"? is invalid|Authentication method "[^"]*" is not supported\b(?! by the server)/,
        specimen: 'ArgumentError: wrong authentication type true',
        strength: 'names',
      },
      {
        // Net_SMTP; SOGo.
        pattern: /is not a supported authentication method|cannot send message: unsupported authentication method/,
        specimen: 'NTLM is not a supported authentication method',
        strength: 'names',
        alternative: true,
      },
      {
        // s-nail; busybox; check_smtp; vaultwarden; msmtp; mutt.
        pattern:
          /Unsupported SMTP authentication method: |unsupported AUTH method |only authtype LOGIN is supported|support for authentication method \S+ is not compiled in|SMTP authentication method \S+ requires SASL/,
        specimen: 's-nail: Unsupported SMTP authentication method: ntlm',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'None: the program stops before AUTH.',
  },
  repair: {
    words:
      'Write plain or login, or take the setting out, as libraries choose by themselves. Rails: authentication: :plain. Without a login at all, no user and no password either.',
    commands: ['env | grep -iE "smtp|mail"'],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: [
    'RFC 4422 section 3.1',
    'https://guides.rubyonrails.org/action_mailer_basics.html',
    'https://github.com/publiclab/plots2/issues/8811',
  ],
};
