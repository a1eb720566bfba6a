import type { FailureMode } from '../../model/failure-mode';
import { tokenRefused } from '../client/shared/session-notes';
import { queued } from './shared/smarthost';
import { cannotAuthenticate, noTokenFailure } from './shared/smarthost-logins';

export const mode: FailureMode = {
  id: 'relay-client/token-not-taken',
  kind: 'fault',
  title: 'the smarthost does not take the OAuth token that it is given',
  cause:
    'A login with XOAUTH2 at Google or Microsoft fails, or Postfix’s plug-in for it gives up: the token was issued for another ' +
    'scope (Gmail wants https://mail.google.com/ for SMTP, and not gmail.send) or has been revoked, its file can’t be read or written, or the plug-in can’t renew it because its own TLS ' +
    'finds no authorities: in a chroot there are none. Or the user name beside the token is another’s or no address, or the string is built wrongly; a token that is pasted into a program is good for an hour. Nothing of it is in Postfix’s own line.',
  symptoms: {
    log: [
      cannotAuthenticate('bad protocol / cancel'),
      {
        // Gmail, in base64: {"status":"400",… with the scope that it wants.
        pattern: /334 eyJzdGF0dXMiOi/,
        specimen: 'SMTP ERROR: AUTH command failed: 334 eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIn0=',
        strength: 'names',
        alternative: true,
      },
      tokenRefused,
      {
        // Microsoft, of the form of what it gets, or of the user in it.
        pattern: /501 5\.5\.\d+ Invalid XOAUTH2 auth data/,
        specimen:
          'postfix/smtp[53043]: < smtp-hve.office365.com[130.107.37.108]:587: 501 5.5.124 Invalid XOAUTH2 auth data - User address provided is not valid.',
        strength: 'names',
        alternative: true,
      },
      noTokenFailure,
    ],
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
