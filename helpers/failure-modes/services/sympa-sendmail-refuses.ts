import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/sympa-sendmail-refuses',
  kind: 'fault',
  title: 'the sendmail command that Sympa runs does not take its mail',
  cause:
    'Sympa hands each mail to the command of `sendmail`, and its process ends with the status of that command: 67 where the mail server refuses a recipient at once instead of taking the mail and returning it later, 75 where it is to be tried again, 127 where the command is not there. The posts of a list do not come out.',
  symptoms: {
    log: [
      {
        pattern: /\bSympa::Process::\S+ Child process \d+ for <[^>]*> exited with status [1-9]\d*$/,
        specimen:
          'sympa/bulk[9]: err main::#164 > (eval)#164 > Sympa::Process::_child_handler#158 > Sympa::Process::_reap_child#173 Child process 54611 for <5.5.1565159502.1565159502.157660.list@lists.example.test_s,35423,2964/s> exited with status 67',
        strength: 'suggests',
      },
    ],
    facts: [],
    client: 'Nothing: posts are taken and do not come out.',
  },
  repair: {
    words:
      'Hand a mail to the same command, see with what it leaves, and have the server take every mail of this machine.',
    commands: [
      'grep ^sendmail /etc/sympa/sympa/sympa.conf',
      'echo test | sendmail -oi -f alice@example.test bob@example.test; echo $?',
    ],
  },
  unreproduced: 'Our images have no Sympa.',
  versions: {},
  noticedBy: [],
  references: ['https://www.sympa.community/manual/'],
};
