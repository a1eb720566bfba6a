import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/library-of-another-version',
  kind: 'fault',
  title: 'a Postfix program and its library are of different versions',
  cause:
    'An upgrade was broken off, files of a package and of a source build are mixed, or a copy of the old programs still runs. Programs of the two versions speak different languages among each other.',
  symptoms: {
    log: [
      {
        pattern: /Postfix library version mis-?match: wanted /,
        specimen: 'postfix/smtpd[97]: warning: Postfix library version mis-match: wanted 3.5.6, found 3.4.14',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Anything, from nothing to 451.',
  },
  repair: {
    words: 'Finish the upgrade, and restart everything.',
    commands: [
      'postconf mail_version; ls -l /usr/lib/postfix',
      'yum reinstall postfix   # Debian: apt-get install --reinstall postfix',
      'postfix stop; postfix start',
    ],
  },
  unreproduced: 'It takes two versions of Postfix in one system.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/INSTALL.html'],
};
