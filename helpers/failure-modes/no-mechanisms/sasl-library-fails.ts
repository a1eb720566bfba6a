import type { FailureMode } from '../../model/failure-mode';
import { toSee } from '../shared/facts';

export const mode: FailureMode = {
  id: 'no-mechanisms/sasl-library-fails',
  kind: 'fault',
  title: 'the Cyrus SASL library can not be set up',
  cause:
    'A plug-in that can not be loaded, an smtpd.conf that can not be read, a name of the host that is not known, or no memory. The line before it, of the library itself, says more.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: SASL (?:library initialization error|per-connection server initialization): |^warning: SASL per-connection security setup; |^warning: (?:per-session SASL client initialization|set per-session SASL security properties): /,
        specimen: 'postfix/smtpd[9]: warning: SASL per-connection server initialization: generic failure',
        strength: 'suggests',
      },
      {
        pattern: /^warning: failed to set Cyrus SASL configuration path: /,
        specimen: 'postfix/smtpd[9]: warning: failed to set Cyrus SASL configuration path: "/etc/postfix/sasl"',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [toSee('the library says what it misses', 'saslpluginviewer -s')],
    client: 'No 250-AUTH, or 421 and the end of the connection',
  },
  repair: {
    words: 'Raise the level of its log, and look at what it says before.',
    commands: [
      'postconf cyrus_sasl_config_path smtpd_sasl_path smtp_sasl_path',
      'saslpluginviewer -s',
      'journalctl -t postfix/smtpd | grep -i sasl | tail',
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SASL_README.html', 'https://www.cyrusimap.org/sasl/'],
};
