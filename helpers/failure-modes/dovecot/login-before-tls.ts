import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';

export const mode: FailureMode = {
  id: 'dovecot/login-before-tls',
  kind: 'client',
  title: 'a client gives Dovecot its password before TLS, and is refused',
  cause:
    'auth_allow_cleartext is no (before 2.4: disable_plaintext_auth = yes): Dovecot’s own ports take passwords inside TLS only. The client has TLS off, or comes without it as webmail in another container does; or a proxy in front ends the TLS, so that Dovecot sees a connection in clear.',
  symptoms: {
    log: [
      {
        pattern: /-login: .*\(tried to use dis(?:allow|abl)ed (?:plaintext|cleartext) auth\)/,
        specimen:
          'dovecot: submission-login: Disconnected: Connection closed (tried to use disallowed plaintext auth): user=<>, rip=198.51.100.7, lip=192.0.2.1',
        strength: 'names',
        program: /^dovecot$/,
      },
      {
        pattern:
          /-login: Login failed: (?:(?:Cleartext|Plaintext) authentication disabled|SSL required for authentication)/,
        specimen:
          'dovecot: submission-login: Login failed: Cleartext authentication disabled: user=<>, rip=203.0.113.9, lip=192.0.2.1, session=<Tq3gR7lE0cXLAHEJ>',
        strength: 'names',
        alternative: true,
      },
      clientGets(
        /5[23][03][ -](?:5\.7\.\d+ )?(?:Cleartext authentication disallowed|Authentication disallowed on non-secure|Plaintext authentication disallowed)/,
        '523 5.7.10 Cleartext authentication disallowed on non-secure (SSL/TLS) connections.',
      ),
    ],
    facts: [],
    client: 'Cleartext authentication disallowed on non-secure (SSL/TLS) connections.',
  },
  repair: {
    words: 'Switch TLS on in the client; where a proxy ends it, let the proxy speak TLS with Dovecot, too.',
    commands: ['doveconf -n | grep -E "disable_plaintext_auth|auth_allow_cleartext|^ssl"'],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.4.1/core/config/ssl.html'],
};
