import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/token-refused',
  kind: 'client',
  title: 'Dovecot does not take a client’s OAuth token',
  cause:
    'The token has run out, was issued for another application, user or server, or the client’s message is malformed. Or the server of tokens can’t be asked, or Dovecot’s own settings of oauth2 do not fit it: issuers, scope, field of the name, keys. Dovecot says what it was told.',
  symptoms: {
    log: [
      {
        pattern: /oauth2 failed: /,
        specimen:
          'dovecot: auth: oauth2(alice@example.test,198.51.100.7): oauth2 failed: Introspection failed: Invalid token',
        strength: 'names',
        program: /^dovecot$/,
      },
      {
        pattern:
          /oauth2\S*: (?:Token validation failed: )?(?:Token is not valid for scope|Username '\S*' did not match|Field '\S+' not found)/,
        specimen: "dovecot: auth: Error: oauth2(alice): Username 'alice@example.test' did not match 'alice'",
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /oauth2\S*: .*(?:Issuer \S+ is not allowed|\S+ key \S+ not found|configured scope \S+ missing from token|[Uu]nsupported algorithm|missing '?(?:exp|sub|iat|nbf)|Expected Bearer token|Token has expired|Invalid JSON in response|Not a valid JWT)/,
        specimen:
          "dovecot: auth: oauth2(alice,203.0.113.7,<x>): Local validation failed: Issuer 'https://login.example.test' is not allowed",
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /(?:oauthbearer|xoauth2)\([^)]*\)(?:<[^>]*>)*: Invalid gs2-header/,
        specimen: 'dovecot: auth: Info: oauthbearer(?,192.0.2.1,<s>): Invalid gs2-header in request',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed',
  },
  repair: {
    words:
      'Let the client log in anew; where it happens to all, look whether the URLs of oauth2 answer, and compare the settings with the token.',
    commands: ['doveconf -n | grep oauth2'],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['RFC 7628', 'https://doc.dovecot.org/2.4.1/core/config/auth/databases/oauth2.html'],
};
