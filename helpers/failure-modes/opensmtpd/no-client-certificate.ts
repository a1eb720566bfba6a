import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/no-client-certificate',
  kind: 'noise',
  title: 'OpenSMTPD notes that a client has no certificate of its own',
  cause:
    'Hardly any client has one. It says nothing of the login or of the server’s certificate, and matters only to a listener with `tls-require verify`, which turns such a client away.',
  symptoms: {
    log: [
      {
        pattern:
          /smtp_cert_verify_cb: no-client-cert|^[0-9a-f]{16} smtp (?:event=)?cert-check result="?no certificate presented/,
        specimen: 'smtpd[53]: smtp_cert_verify_cb: no-client-cert',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'None.',
  },
  repair: { words: 'Nothing.', commands: [] },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
