import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { mailToLocalUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'delivery/forward-file-not-safe',
  kind: 'fault',
  title: 'a file that tells where mail goes is not used, for its owner, mode or path',
  cause:
    'Postfix follows ~/.forward and :include: files only if they can be read as their user, with a whole path, and are regular files of their owner that not everybody can write. Else it says so once, delivers as if a .forward were not there, and puts off what needs the included list. Where owner and mode of a file that it can not open are right, SELinux, ProtectHome in Postfix’s unit, NFS or an encrypted home that is locked keeps it out.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?::include: )?file \S+ (?:is world writable|has bad owner uid|is not a regular file)|^warning: :include:\S* uses a relative path|^warning: cannot open (?:include )?file \S+: Permission denied/,
        specimen: 'postfix/local[97]: warning: file /home/alice/.forward is world writable',
        strength: 'names',
        program: programOf('local'),
      },
    ],
    facts: [],
    client: 'Nothing: mail is delivered here, or waits.',
  },
  repair: {
    words: 'Take the right to write away from the others, and let the user read it.',
    commands: ['chmod go-w /home/alice/.forward /home/alice', 'ls -ld /home/alice /home/alice/.forward'],
  },
  reproduction: {
    inject:
      "printf 'root\\n' >/home/alice/.forward 2>/dev/null || { mkdir -p /home/alice; printf 'root\\n' >/home/alice/.forward; }; chown -R alice /home/alice; chmod 666 /home/alice/.forward",
    provoke: [mailToLocalUser],
    repair: 'rm -f /home/alice/.forward',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/local.8.html'],
};
