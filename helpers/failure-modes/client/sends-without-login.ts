import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/sends-without-login',
  kind: 'client',
  title: 'a client sends without a login, and the server wants one',
  cause:
    'The program has no user and password set, or did not find AUTH, as after HELO instead of EHLO or before STARTTLS, and goes on without.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?!.*(?: said: |remote mail server|authenticator failed|reject: |\[core\]|stat=|reply=|hook=|courieresmtp|id=\w+,from|status=|< \S+\[)).*(?:5[35]0[ -](?:5\.\d+\.\d+ )?(?:Authentication (?:is )?required|SMTP AUTH is required|(?:Client )?(?:was )?not authenticated|Client was not authenticated|smtp auth required))/,
        specimen: 'msmtp: server message: 530 5.7.0 Authentication required',
        strength: 'names',
      },
    ],
    facts: [],
    client: '530 5.7.0 Authentication required',
  },
  repair: {
    words: 'Set user and password for outgoing mail in the program, with STARTTLS at 587.',
    commands: ['openssl s_client -starttls smtp -connect mail.example.test:587'],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 4954 section 6'],
};
