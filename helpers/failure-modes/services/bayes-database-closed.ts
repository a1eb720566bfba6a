import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/bayes-database-closed',
  kind: 'fault',
  title: 'SpamAssassin can’t open or lock its database of learned words or of senders',
  cause:
    'bayes_toks, bayes_seen or auto-whitelist belong to another user than the one that spamd, spampd or Amavis runs as, after sa-learn was run as root or a backup was put back. The end of the line may tell another reason: a folder that is not there, another process that holds the lock, a full or read-only disk, a broken database or one of another version. Mail passes, judged without it.',
  symptoms: {
    log: [
      {
        pattern:
          /bayes: (?:cannot open bayes databases \S+ R\/[OW]: |cannot write to \S+, bayes db update ignored|locker: safe_lock: cannot create)/,
        specimen:
          'spampd[1516]: bayes: cannot open bayes databases /var/lib/spamassassin/bayes_* R/O: tie failed: Permission denied',
        strength: 'names',
      },
      {
        pattern: /auto-whitelist: open of auto-whitelist file failed/,
        specimen:
          'spamd[9]: auto-whitelist: open of auto-whitelist file failed: locker: safe_lock: cannot create tmp lockfile /root/.spamassassin/auto-whitelist.lock',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: mail passes.',
  },
  repair: {
    words: 'Give the files to the user of the filter, or mend what the end of the line says.',
    commands: [
      'ls -ld /var/lib/spamassassin; df -h /var/lib/spamassassin',
      'sudo -u spampd sa-learn --dump magic',
      'ls -l /var/lib/spamassassin/bayes_*',
      'chown spampd:spampd /var/lib/spamassassin/bayes_*',
      'systemctl restart spampd',
    ],
  },
  unreproduced: 'The reference image has no SpamAssassin.',
  versions: {},
  noticedBy: [],
  references: ['https://spamassassin.apache.org/full/4.0.x/doc/Mail_SpamAssassin_Conf.html'],
};
