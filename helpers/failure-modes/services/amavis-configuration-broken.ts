import type { FailureMode } from '../../model/failure-mode';
import { couldNotProcess } from './shared/amavis';

export const mode: FailureMode = {
  id: 'services/amavis-configuration-broken',
  kind: 'fault',
  title: 'Amavis does not start or fails at a mail, for its configuration or for a Perl module',
  cause:
    'The files below conf.d are Perl: a missing quote, semicolon or last line `1;` ends it, as do files that its own user could write. It also wants a fully qualified $myhostname. “Can’t locate” and “Problem in” mean that a Perl module is not installed, or was built for another version of Perl. A value that it can’t use, such as a method for quarantine or notices that is no protocol, it meets only at a mail, and puts that off.',
  symptoms: {
    log: [
      {
        pattern:
          /Error in config file "|Config file "\S+" is writable by|The value of variable \$myhostname is "[^"]*", but should have been|Problem in Amavis::\S+ code: |(?:Amavis|amavisd).*Can't locate \S+\.pm in @INC/,
        specimen:
          'amavis[12]: (!!)Error in config file "/etc/amavis/conf.d/50-user": syntax error at /etc/amavis/conf.d/50-user line 12, near "1;"',
        strength: 'names',
        program: /^amavis/,
      },
      couldNotProcess,
    ],
    facts: [],
    client: 'Nothing: mail is taken, and waits in the queue.',
  },
  repair: {
    words: 'Mend the file, set $myhostname in 05-node_id, or install the module that is named.',
    commands: [
      'amavisd debug   # Debian: amavisd-new debug',
      'perl -c /etc/amavis/conf.d/50-user',
      `echo '$myhostname = "mail.example.test"; 1;' >/etc/amavis/conf.d/05-node_id`,
      'systemctl restart amavis; postqueue -f',
    ],
  },
  unreproduced: 'Our images have no Amavis.',
  versions: {},
  noticedBy: [],
  references: ['https://www.ijs.si/software/amavisd/'],
};
