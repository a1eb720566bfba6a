import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/spamassassin-configuration-broken',
  kind: 'fault',
  title: 'SpamAssassin does not understand a line of its configuration',
  cause:
    'A setting of local.cf or a user’s user_prefs is misspelt, belongs to a plug-in that is not loaded, or was dropped by this version. Only the line is lost; what it was to do does not happen.',
  symptoms: {
    log: [
      {
        pattern:
          /config: failed to parse line|config: (?:warning: )?SpamAssassin failed to parse line|config: warning: score set for non-existent rule|config: score: (?:requires|the non-numeric|relative)/,
        specimen: 'spamd[9]: config: failed to parse line in /etc/spamassassin/local.cf (line 12): required_hits5',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: mail is judged without that setting.',
  },
  repair: {
    words: 'Correct the line.',
    commands: ['spamassassin --lint', 'systemctl restart spamd'],
  },
  unreproduced: 'The reference image has no SpamAssassin.',
  versions: {},
  noticedBy: [],
  references: ['https://spamassassin.apache.org/full/4.0.x/doc/Mail_SpamAssassin_Conf.html'],
};
