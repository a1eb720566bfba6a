import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { password, smarthost } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/sasl-type-unknown',
  kind: 'fault',
  title: 'smtp_sasl_type names a kind of SASL that the client does not have',
  cause:
    'The client of Postfix knows cyrus alone: dovecot is one of the server, for smtpd_sasl_type. A build without Cyrus SASL has none for its client, as postconf -A shows.',
  symptoms: {
    log: [
      {
        pattern: /^warning: unsupported SASL client implementation: /,
        specimen: 'postfix/smtp[9]: warning: unsupported SASL client implementation: dovecot',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail waits',
  },
  repair: {
    words: 'Take the setting out; cyrus is its default.',
    commands: ['postconf -A', 'postconf -X smtp_sasl_type', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: `${smarthost()}
${password}
postconf -e smtp_sasl_type=dovecot`,
    provoke: [mailFromInside],
    repair: 'postconf -X smtp_sasl_type',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#smtp_sasl_type'],
};
