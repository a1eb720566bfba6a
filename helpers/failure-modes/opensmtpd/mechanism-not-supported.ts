import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/mechanism-not-supported',
  kind: 'client',

  title: 'a client asks OpenSMTPD for a mechanism that it does not have',
  cause: 'OpenSMTPD has PLAIN and LOGIN and no others: CRAM-MD5, DIGEST-MD5, NTLM and OAuth are refused.',
  symptoms: {
    log: [
      {
        pattern: /^[0-9a-f]{16} smtp failed-command command="AUTH [^"]*" result="504 /,
        specimen:
          'smtpd[53]: 4842dd1ea0b8175f smtp failed-command command="AUTH FOO" result="504 5.7.4 Security features not supported: AUTH method "FOO" not supported"',
        strength: 'names',
      },
    ],
    facts: [],
    client: '504 5.7.4 Security features not supported: AUTH method not supported',
  },
  repair: { words: 'In the client: "password, normal" inside TLS.', commands: [] },
  unreproduced: 'Its lines were seen on the server of containers/servers; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.8'],
};
