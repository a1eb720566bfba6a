import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/key-unusable',
  kind: 'fault',
  title: 'OpenSMTPD can’t use its own key: every TLS session fails',
  cause:
    'OpenSMTPD keeps private keys in a process of their own and gives OpenSSL a stand-in. Version 6.8 does that in a way ' +
    'that OpenSSL 3 no longer takes ("missing private key", "EVP lib"), whatever the client: it is no fault of theirs.',
  symptoms: {
    log: [
      {
        pattern:
          /^[0-9a-f]{16} smtp (?:disconnected|event=closed)(?: \S+=\S+)* reason="?io-error: ?error:[0-9A-F]+:SSL routines:[^:]*:EVP lib/i,
        specimen:
          'smtpd[53039]: 1f7e23624a5a1c6c smtp disconnected reason="io-error: error:0A080006:SSL routines::EVP lib"',
        strength: 'names',
      },
      {
        pattern:
          /SSL library error: io_dispatch_\w+: ?\w+: error:[0-9A-F]+:[^:]*:[^:]*:(?:missing private key|EVP lib)/,
        specimen:
          'smtpd[53039]: debug: SSL library error: io_dispatch_accept_tls:SSL_accept: error:0800007D:elliptic curve routines::missing private key',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'alert internal error, in the handshake',
  },
  repair: { words: 'Update OpenSMTPD to 7.3 or later.', commands: ['smtpd -h', 'openssl version'] },
  unreproduced: 'It takes OpenSMTPD 6.8 with OpenSSL 3, which Debian does not have together.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/OpenSMTPD/OpenSMTPD/issues/1171'],
};
