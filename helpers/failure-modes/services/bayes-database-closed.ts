import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/bayes-database-closed',
  kind: 'fault',
  title: 'SpamAssassin may not use its database of learned words',
  cause:
    'bayes_toks and bayes_seen belong to another user than the one that spamd, spampd or Amavis runs as, after sa-learn was run as root or a backup was put back; or another process holds their lock. Mail passes, judged without what was learned.',
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
    words: 'Give the files to the user of the filter.',
    commands: [
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
