import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/time-moved',
  kind: 'fault',
  title: 'the clock of the machine jumps, as Dovecot sees it',
  cause:
    'Dovecot’s index files and locks bear times: where the clock is set back by more than a few seconds its processes end or sleep until it has caught up. Forwards it only adjusts its timeouts, and says so also where the machine, and not the clock, stood still. A virtual machine that was paused or is short of CPU, or a time server that is asked only once a day, does it.',
  symptoms: {
    log: [
      {
        pattern: /[Tt]ime (?:just )?(?:moved|jumped) (?:backwards?|forwards?)\b/,
        specimen:
          'dovecot: master: Warning: Time moved backwards by 4.120000 seconds, waiting for 180 secs until new services are launched again.',
        strength: 'names',
        // journald has the same words.
        program: /^dove/,
      },
    ],
    facts: [],
    client: 'No greeting while Dovecot waits.',
  },
  repair: {
    words: 'Let one service keep the time, in small steps.',
    commands: ['timedatectl', 'systemctl enable --now chrony   # or systemd-timesyncd', 'systemctl restart dovecot'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/admin_manual/errors/time_moved_backwards/'],
};
