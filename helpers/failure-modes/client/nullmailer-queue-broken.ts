import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/nullmailer-queue-broken',
  kind: 'fault',
  title: 'nullmailer’s queue is missing parts or may not be written',
  cause:
    'nullmailer-queue writes to /var/spool/nullmailer/tmp and queue and tells nullmailer-send by the pipe trigger. Mail that has failed for good it moves to failed. They belong to user mail; a volume mounted there empty, or a package copied without its set-uid bit, leaves them out or closed; a full disk has the same effect. Programs get an error from sendmail, or mail waits until the next look.',
  symptoms: {
    log: [
      {
        pattern:
          /Could not open temporary file for writing|Installation error: queue directory is invalid|Could not open trigger file: |Could not open trigger$|^Can't rename file: No such file or directory/,
        specimen: 'nullmailer-queue: Could not open temporary file for writing',
        strength: 'names',
        program: /^(?:nullmailer\S*|sendmail)$/,
      },
    ],
    facts: [],
    client: 'None: the mail never leaves.',
  },
  repair: {
    words: 'Make the folders and the pipe anew with their owner.',
    commands: [
      'ls -la /var/spool/nullmailer; ls -l /usr/sbin/nullmailer-queue; df -h /var/spool/nullmailer',
      'yum reinstall nullmailer   # Debian: apt-get install --reinstall nullmailer',
      'install -d -o mail -g mail /var/spool/nullmailer/queue /var/spool/nullmailer/tmp /var/spool/nullmailer/failed; mkfifo -m 622 /var/spool/nullmailer/trigger; chown mail: /var/spool/nullmailer/trigger',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['https://untroubled.org/nullmailer/'],
};
