import type { FailureMode } from '../../model/failure-mode';
import { clientGets, systemBusy } from '../client/shared/client-words';
import { wantsOtherPassword } from './shared/smarthost-logins';

export const mode: FailureMode = {
  id: 'relay-client/application-password-wanted',
  kind: 'fault',

  title:
    'the provider does not let programs in with this password: it wants one made for them, or a step in the browser first',
  cause:
    'The account has two-factor login, or the provider distrusts a login from here: the account’s own password is refused to programs. Gmail answers 534 and not 535, with 5.7.9 or 5.7.14; QQ and 163 want an authorisation code, and SMTP switched on in the browser; mail.ru wants a password of an application.',
  symptoms: {
    log: [
      {
        pattern: /SASL authentication failed; server \S+ said: 534(?!.*(?:too weak|[Mm]echanism|[Ee]ncrypt|SSL|TLS))/,
        specimen:
          'postfix/smtp[961]: 2437A1A3CC0: to=<x@elsewhere.example>, relay=smtp.example.net[192.0.2.30]:587, delay=0.4, delays=0.01/0.03/0.3/0.06, dsn=5.7.9, status=bounced (SASL authentication failed; server smtp.example.net[192.0.2.30] said: 534-5.7.9 Application-specific password required. For more information, go to?534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor - gsmtp)',
        strength: 'names',
      },
      clientGets(
        /(?:(?:53[45])[- ](?:5\.7\.\d+ )?.*http:\/\/service\.mail\.qq\.com|(?:53[45]|550)[- ](?:5\.7\.\d+ )?.*(?:Application-specific password required|[Pp]lease log in (?:via|with) your web browser|enter your authorization code|[Aa]pplication password is (?:required|REQUIRED)|NEOBHODIM parol prilozheniya|[Aa]pp(?:lication)?(?: |-)(?:specific )?password (?:is )?required|User has no permission(?! to)))/,
        'Error: Invalid login: 534-5.7.9 Application-specific password required.',
      ),
      {
        pattern: new RegExp(`SASL authentication failed(?!.* said: 534).*(?:${wantsOtherPassword})`),
        specimen:
          'SASL authentication failed; server smtp.gmail.com[192.0.2.30] said: 535 Login Fail. Please enter your authorization code to login',
        strength: 'names',
        alternative: true,
      },
      systemBusy,
      {
        // SendGrid, which then wants a key.
        pattern: /Basic authentication is not allowed with 2FA enabled/,
        specimen: '535 Authentication failed: Basic authentication is not allowed with 2FA enabled.',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue or comes back.',
  },
  repair: {
    words: 'Make an application password at the provider and put it into the password table, without its blanks.',
    commands: ['vi /etc/postfix/relay_password', 'postmap "$(postconf -h smtp_sasl_password_maps)"', 'postqueue -f'],
  },
  unreproduced: 'It is the answer of a provider, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: [
    'https://support.google.com/mail/answer/185833',
    'https://support.google.com/mail/?p=InvalidSecondFactor',
  ],
};
