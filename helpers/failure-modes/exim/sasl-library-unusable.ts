import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/sasl-library-unusable',
  kind: 'fault',
  title: 'the SASL library that Exim’s authenticator uses refuses a login, or can’t do it',
  cause:
    'The drivers cyrus_sasl and gsasl leave logins to a library. “authentication failure” and “user not found” may be no more than a wrong user name or password. Where every login fails, the library has no such mechanism installed, or finds no configuration or users’ database that Exim’s user may read.',
  symptoms: {
    log: [
      {
        pattern:
          /authenticator \([^)]*\):\s+(?:Cyrus|GNU) SASL (?:permanent failure|username fetch problem|SSF)|Cyrus SASL doesn't know about mechanism|couldn't initialise (?:Cyrus|GNU) SASL|couldn't get Cyrus SASL mechanism list|GNU SASL does not support mechanism/,
        specimen:
          '2026-11-24 23:49:37 PLAIN authenticator (PLAIN): Cyrus SASL permanent failure: no mechanism available',
        strength: 'names',
      },
    ],
    facts: [],
    client: '535 Incorrect authentication data',
  },
  repair: {
    words: 'Install the mechanism and its configuration; or use plaintext with server_condition.',
    commands: [
      'exim -bV | grep -i auth',
      'ls /usr/lib/*/sasl2 /etc/sasl2 /usr/lib/sasl2',
      'exim -bP authenticators | grep -E "driver|server_"',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_cyrus_sasl_authenticator.html'],
};
