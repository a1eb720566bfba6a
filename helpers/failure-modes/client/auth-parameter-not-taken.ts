import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/auth-parameter-not-taken',
  kind: 'client',
  title: 'a client says at MAIL who has written the mail, and the server knows no such parameter',
  cause:
    'A program that has logged in, or a server that hands mail on, adds AUTH=<> to MAIL FROM (RFC 4954 section 5). A server that offers AUTH has to take it; some test servers and small relays do not, and Postfix does not from a client for which AUTH is off.',
  symptoms: {
    log: [
      {
        pattern:
          /50[14][ -].*Parameter AUTH is not recogni[sz]ed|555[ -](?:5\.5\.4 )?Unsupported option: AUTH=|50[14][ -].*(?:AUTH= ?parameter|parameter AUTH)\b.*not/,
        specimen: '501 Parameter AUTH is not recognised',
        strength: 'names',
      },
    ],
    facts: [],
    client: '501 or 555 at MAIL FROM:<…> AUTH=<>',
  },
  repair: {
    words:
      "Update the server; with Sendmail as client, define(`confAUTH_OPTIONS', `A') leaves the parameter out where the login has not been used.",
    commands: ['swaks --server mail.example.test:587 --quit-after EHLO | grep AUTH'],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 4954 section 5', 'https://github.com/rnwood/smtp4dev/issues/565'],
};
