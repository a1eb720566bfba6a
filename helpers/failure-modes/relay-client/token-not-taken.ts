import type { FailureMode } from '../../model/failure-mode';
import { queued } from './shared/smarthost';
import { cannotAuthenticate } from './shared/smarthost-logins';

export const mode: FailureMode = {
  id: 'relay-client/token-not-taken',
  kind: 'fault',
  title: 'the OAuth plug-in of SASL has no token that the smarthost takes',
  cause:
    'Postfix logs in at Google or Microsoft with XOAUTH2, and the plug-in gives up: the token was issued for another ' +
    'scope or has been revoked, its file can’t be read or written, or the plug-in can’t renew it because its own TLS ' +
    'finds no authorities: in a chroot there are none. Nothing of it is in Postfix’s own line.',
  symptoms: {
    log: [cannotAuthenticate('bad protocol / cancel')],
    facts: [],
    client: queued,
  },
  repair: {
    words: 'Let the plug-in log why, ask it by itself, and make a new token with the scope for mail.',
    commands: [
      'sasl-xoauth2-tool test-config --config-file /etc/sasl-xoauth2.conf',
      'sasl-xoauth2-tool test-token-refresh /etc/tokens/alice@example.test',
      "postconf -F 'smtp/unix/chroot=n'; systemctl restart postfix",
    ],
  },
  unreproduced: 'it needs a provider that issues tokens',
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/tarickb/sasl-xoauth2',
    'https://github.com/bokysan/docker-postfix/issues/187',
    'https://github.com/tarickb/sasl-xoauth2/issues/42',
  ],
};
