import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'tls/session-cache-unusable',
  kind: 'fault',
  title: 'the database of TLS sessions can not be used',
  cause:
    'Berkeley DB’s file was damaged when the machine stopped, was made by another version, or stands where Postfix may not write. Sessions are not resumed, and tlsmgr may end again and again.',
  symptoms: {
    log: [
      {
        pattern:
          /^fatal: error \[-?\d+\] seeking \S+: |^warning: \S+ TLS cache: (?:truncated|malformed) entry|^fatal: do not use the same TLS cache file/,
        specimen: 'postfix/tlsmgr[9]: fatal: error [-30986] seeking /var/lib/postfix/smtpd_scache.db: Success',
        strength: 'names',
        program: /^\S+\/(?:tlsmgr|smtpd|smtp|tlsproxy)$/,
      },
      {
        pattern: /^warning: request to update (?:table )?\S+ in non-\w+ directory/,
        specimen:
          'postfix/tlsmgr[9]: warning: request to update table btree:/etc/postfix/smtpd_scache in non-postfix directory /etc/postfix',
        strength: 'suggests',
        program: /^\S+\/tlsmgr$/,
        alternative: true,
      },
      {
        // It is there, and is no table: empty, mostly.
        pattern: /open database \S*_scache\.\w+: File exists/,
        specimen:
          'postfix/tlsmgr[9]: warning: btree:/var/lib/postfix/smtpd_scache is unavailable. open database /var/lib/postfix/smtpd_scache.db: File exists',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Slow handshakes, or no STARTTLS',
  },
  repair: {
    words: 'Remove the file; tlsmgr makes it anew.',
    commands: [
      'postconf -n | grep session_cache',
      'systemctl stop postfix; rm $(postconf -h data_directory)/smtp*_scache.*; systemctl start postfix',
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/TLS_README.html#server_tls_cache'],
};
