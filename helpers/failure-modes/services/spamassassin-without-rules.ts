import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/spamassassin-without-rules',
  kind: 'fault',
  title: 'SpamAssassin has no rules, or sa-update can’t load new ones',
  cause:
    'The package brings none on some systems, or sa-update has emptied or never filled the folder for this version: /var/lib/spamassassin/4.000001 and its like. Without any, it does not start. Where only sa-update can’t reach the mirrors (the network, a proxy, a firewall, its DNS look-up of the channel), it goes on with the rules that it has, which grow old.',
  symptoms: {
    log: [
      {
        pattern:
          /config: no rules were found|channel(?: '[^']*')?: could not find working mirror|channel(?: \S+)?: no updates? available.*no rules/,
        specimen: "spamd[9]: config: no rules were found!  Do you need to run 'sa-update'?",
        strength: 'names',
      },
      {
        pattern: /Failed to start .*Spam[Aa]ssassin Rules (?:Update|Maintenance)/,
        specimen: 'systemd[1]: Failed to start sa-update.service - Spamassassin Rules Update.',
        strength: 'suggests',
        alternative: true,
        program: /^systemd$/,
      },
    ],
    facts: [],
    client: 'Nothing: mail waits, or passes unjudged.',
  },
  repair: {
    words: 'Load the rules, check them, and start it.',
    commands: [
      'ls -l /var/lib/spamassassin /usr/share/spamassassin',
      'sa-update -v',
      'spamassassin --lint',
      'systemctl restart spamd',
    ],
  },
  unreproduced: 'The reference image has no SpamAssassin.',
  versions: {},
  noticedBy: [],
  references: ['https://spamassassin.apache.org/full/4.0.x/doc/sa-update.html'],
};
