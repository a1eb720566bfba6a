import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from './shared/client-words';

export const mode: FailureMode = {
  id: 'client/prompt-not-known',
  kind: 'client',
  title: 'a client does not know the words with which the server asks for LOGIN’s answers',
  cause:
    'LOGIN is written down nowhere but in a draft: the server asks `Username:` and `Password:`. Some servers ask in another language or otherwise, and some clients compare the words instead of answering the first question with the name and the second with the password. Others lose count where a server asks once more. With XOAUTH2 such a question is the server’s refusal of the token.',
  symptoms: {
    log: [
      {
        pattern:
          /unexpected server challenge: |unknown fromServer: |Server AUTH mechanism infinite loop|SMTPException: .*Last response: \(334/,
        specimen: 'gomail: unexpected server challenge: Benutzername:',
        strength: 'names',
      },
      {
        // lettre.
        pattern: /internal client error: Unrecognized challenge|Unexpected number of challenges/,
        specimen: 'internal client error: Unrecognized challenge',
        strength: 'names',
        alternative: true,
      },
      clientGets(
        /SMTP AUTH failed: unexpected server response: /,
        'SMTP AUTH failed: unexpected server response: username:',
      ),
      {
        // MailKit, of any mechanism; lettre, of PLAIN and XOAUTH2.
        pattern: /Invalid SASL challenge from the server|This mechanism does not expect a challenge/,
        specimen: 'MailKit.Security.SaslException: Invalid SASL challenge from the server: Username:',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: '334 with another text than VXNlcm5hbWU6 and UGFzc3dvcmQ6',
  },
  repair: {
    words: 'Let the client use PLAIN, or update its library.',
    commands: [
      'swaks --to bob@example.test --server mail.example.test:587 --tls --auth LOGIN --auth-user alice@example.test --quit-after AUTH',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['https://datatracker.ietf.org/doc/html/draft-murchison-sasl-login-00', 'RFC 4616'],
};
