import type { FactSign, FailureMode } from '../../model/failure-mode';
import { toSee } from '../shared/facts';
import { authEnabled } from '../shared/sasl-files';
import { socketManual } from './shared/socket';

const onlyDovecotIsReady: FactSign = {
  words: 'Dovecot makes a socket for Postfix, and smtpd_sasl_type is set nowhere',
  look: 'doveconf -n | grep unix_listener; postconf -n smtpd_sasl_type; postconf -P | grep sasl_type',
  holds: (facts) => {
    if (!facts.dovecotSockets?.length || !facts.mainCf) return false;
    const isSet =
      facts.mainCf.has('smtpd_sasl_type') || facts.masterCf?.some(({ options }) => options.has('smtpd_sasl_type'));
    return !isSet && authEnabled.holds(facts) === true;
  },
};

export const mode: FailureMode = {
  id: 'dovecot/type-not-set',
  kind: 'fault',
  title: 'Dovecot makes a socket for Postfix, and Postfix still asks Cyrus SASL',
  cause:
    'smtpd_sasl_type is cyrus unless it is set. smtpd then asks saslauthd or sasldb2, where nobody is, and offers mechanisms that Dovecot has not; users can read their mail by IMAP with the password that is refused to them here. Dovecot’s log shows no attempt.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: \S+: SASL \S+ authentication failed: (?:authentication failure|generic failure|no mechanism available)(?:, sasl_username=.*)?$/,
        specimen:
          'postfix/smtpd[81]: warning: client.outside.example[198.51.100.7]: SASL PLAIN authentication failed: no mechanism available',
        strength: 'suggests',
      },
    ],
    facts: [
      onlyDovecotIsReady,
      toSee('the users are Dovecot’s, and not those of saslauthd or sasldb2', 'doveadm auth test alice@example.test'),
    ],
    client: '535 5.7.8 Error: authentication failed',
  },
  repair: {
    words: 'Set both parameters; the path is that of the socket within the queue directory.',
    commands: ['postconf -e smtpd_sasl_type=dovecot smtpd_sasl_path=private/auth', 'systemctl restart postfix'],
  },
  unreproduced: 'What can be asked of a container has no configuration of Dovecot in it.',
  versions: { from: '2.3' },
  noticedBy: [],
  references: [socketManual],
};
