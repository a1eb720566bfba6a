import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/program-not-allowed',
  kind: 'fault',
  title: 'Sendmail may not give mail to a program',
  cause:
    'With smrsh only programs that lie, or are linked, in its folder may be called. A user whose shell is not in /etc/shells may neither call programs nor write files by .forward. An address from outside that is itself a program or a file is never allowed.',
  symptoms: {
    log: [
      {
        pattern:
          /not available for sendmail programs|(?:valid shell|unsafe) for mailing to (?:programs|files)|Cannot mail directly to (?:programs|files)|smrsh: (?:cannot use|\S+ not|can't)/,
        specimen: 'smrsh: "procmail" not available for sendmail programs (stat failed)',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or comes back.',
  },
  repair: {
    words: 'Link the program into smrsh’s folder, or give the user a shell that is listed.',
    commands: [
      'ln -s /usr/bin/procmail /etc/smrsh/   # Debian: /usr/lib/sm.bin',
      'getent passwd alice; cat /etc/shells',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.freebsd.org/cgi/man.cgi?query=smrsh'],
};
