import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/quota-not-counted',
  kind: 'fault',
  title: 'Dovecot can not find out how much a user’s mailbox holds, or warn of it',
  cause:
    'A quota is set, and its store can not be read: the dictionary or its database is down, the file system has no quota, the backend is misspelt or its rule is malformed, or the mailbox itself can not be listed; or the script that is to warn is not reached. Deliveries are then put off or the limit is not kept.',
  symptoms: {
    log: [
      {
        pattern:
          /[Qq]uota(?: root \S+|-fs|-status|-count|-dict|-maildir)?: (?:Unknown quota backend|.*quota init failed|Failed to get |dict_init\(|Couldn't get quota|Invalid rule |Invalid quota )|Failed to get quota resource|Invalid quota root |Unknown quota backend|quota: Failed to (?:initialize|update)|Internal quota calculation error|[Rr]ecalculating quota failed|Failed to (?:calculate|update) quota|Failed to initialize quota:|quota_(?:over_flag|over_script|warning)\S*: (?:Failed|Invalid|write\(|connect)|Failed to set quota/,
        specimen:
          'dovecot: imap(alice@example.test)<1><x>: Error: Failed to get quota resource STORAGE: quota-count: Listing namespace failed',
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 4.3.0 Temporary internal error',
  },
  repair: {
    words: 'Ask by hand; the answer names what fails. Then count anew.',
    commands: [
      'doveadm quota get -u alice@example.test',
      'doveadm quota recalc -u alice@example.test',
      'doveconf -n | grep quota',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/quota/'],
};
