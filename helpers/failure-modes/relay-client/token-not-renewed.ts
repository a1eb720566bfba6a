import type { FailureMode } from '../../model/failure-mode';
import { cannotAuthenticate, noTokenFailure } from './shared/smarthost-logins';

export const mode: FailureMode = {
  id: 'relay-client/token-not-renewed',
  kind: 'fault',

  title: 'an OAuth token is not fetched or renewed, by sasl-xoauth2 or another program',
  cause:
    'The access token has expired, and the provider does not give a new one for the refresh token: it has been revoked or has run out, the client’s id or secret is another, or the provider can’t be reached. In a chroot sasl-xoauth2 also finds no authorities and no resolv.conf. A mail program such as mutt has no command for it, or one that fails.',
  symptoms: {
    log: [
      {
        pattern:
          /TokenStore::Refresh: (?:http error|request failed|exceeded maximum attempts|code=4\d\d|response doesn't contain access_token|invalid expiry|exception=)/,
        specimen: 'postfix/smtp[278]: [sasl-xoauth2]   2026-11-24 23:49:37: TokenStore::Refresh: request failed',
        strength: 'names',
        // The plug-in writes it where its log goes to the system’s, and not to the terminal.
        alternative: true,
      },
      cannotAuthenticate('bad protocol / cancel'),
      {
        // OTRS; mutt.
        pattern:
          /OAuth2 token for config with name '[^']*' could not be retrieved|No OAUTH refresh command defined|Unable to run refresh command: /,
        specimen: "OAuth2 token for config with name 'Office365' could not be retrieved.",
        strength: 'names',
        alternative: true,
      },
      {
        // Microsoft, to whoever asks it for a token.
        pattern: /invalid_grant.{0,8} AADSTS\d+: /,
        specimen: 'IdentityProviderException: invalid_grant AADSTS9002313: Invalid request.',
        strength: 'suggests',
        alternative: true,
      },
      {
        ...cannotAuthenticate('transient failure \\(e\\.g\\., weak key\\)'),
        specimen:
          'postfix/smtp[961]: 2437A1A3CC0: to=<x@elsewhere.example>, relay=smarthost.example.test[192.0.2.30]:587, delay=0.12, delays=0.01/0.03/0.08/0, dsn=4.7.0, status=deferred (SASL authentication failed; cannot authenticate to server smarthost.example.test[192.0.2.30]: transient failure (e.g., weak key))',
        alternative: true,
      },
      noTokenFailure,
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue or comes back.',
  },
  repair: {
    words: 'Renew it by hand, as the plug-in does; if the provider says invalid_grant, make a new token.',
    commands: [
      'sasl-xoauth2-tool test-token-refresh /etc/tokens/alice@example.test',
      'ls -l /var/spool/postfix/etc/ssl/certs /var/spool/postfix/etc/resolv.conf',
      'postqueue -f',
    ],
  },
  unreproduced: 'The plug-in needs a provider of tokens, which the closed world of the tests has not.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/tarickb/sasl-xoauth2', 'RFC 6749 section 6'],
};
