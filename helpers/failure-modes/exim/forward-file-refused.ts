import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/forward-file-refused',
  kind: 'fault',
  title: 'Exim can’t read a user’s .forward or alias file, or does not trust it',
  cause:
    'It belongs to somebody else than check_owner and owners allow, its group or others may write it, or Exim’s user does not get into the folder. SELinux or AppArmor may forbid it too, and a network file system may not answer. Mail for the user waits till it is put right.',
  symptoms: {
    log: [
      {
        pattern:
          /defer \(-?\d+\): bad (?:owner|group) for \/|bad mode \(\d+\) for \/|R=\S+ defer \(13\): (?:Permission denied: )?failed to (?:open|stat) \/(?!.* search: )|R=\S+ defer \(-?\d+\): failed to stat \/(?!.*No such file)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=userforward defer (-1): bad mode (100664) for /home/alice/.forward: 020 bit(s) unexpected',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Give the file to its user, and let nobody else write it.',
    commands: [
      'namei -l /home/alice/.forward',
      'journalctl -k | grep -iE "apparmor=.?DENIED|avc: *denied" | tail',
      'chown alice: /home/alice/.forward; chmod 600 /home/alice/.forward; chmod o+x /home/alice',
      'exim -qff',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_redirect_router.html'],
};
