import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/dictionary-fails',
  kind: 'fault',
  title: 'Dovecot can not use a dictionary, in which it keeps quota and the like',
  cause:
    'Quota, expiry, last logins and shared folders may lie in a dictionary. Its proxy is the service dict, whose socket belongs to root: the process that delivers runs as vmail and may not use it ("Permission denied"), or dict does not run. Or the database or Redis behind it does not answer or refuses the query, or the name of the dictionary or its driver is unknown; or it is a file in a folder that the user of the mail may not write.',
  symptoms: {
    log: [
      {
        pattern:
          /net_connect_unix\(\S*\/dict(?:-async)?\) failed|[Uu]nknown dict (?:module|driver)|dict_init\(\S*\) failed|dict-server returned failure|Dictionary URI is missing|dict(?:\(\S*\))?: (?:.*timed out|.*Timeout|Commit failed)|dict client \(\S*\) sent broken|Failed to init dict|redis: (?:Communication failure|Lookup timed out|Commit timed out)|last_login_dict: |sql dict: |dict-client: .*[Dd]isconnected/,
        specimen:
          'dovecot: lmtp(alice@example.test)<1><x>: Error: net_connect_unix(/run/dovecot/dict) failed: Permission denied',
        strength: 'names',
      },
      {
        // acl_shared_dict and others in a file.
        pattern: /file_dotlock_open\(\/var\/lib\/dovecot\/\S+\) failed: Permission denied/,
        specimen:
          'dovecot: imap(alice@example.test)<1><x>: Error: file_dotlock_open(/var/lib/dovecot/db/shared-mailboxes.db) failed: Permission denied (euid=5000(vmail) egid=5000(vmail) missing +w perm: /var/lib/dovecot/db, dir owned by 0:0 mode=0755)',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 4.3.0 Temporary internal error',
  },
  repair: {
    words: 'Let the user of the mail use the socket, and see in the log of dict what its database says.',
    commands: ['doveconf -n service dict', 'ls -l /run/dovecot/dict', 'doveadm log errors | grep dict'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/dict/'],
};
