import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/runs-already',
  kind: 'fault',
  title: 'a filter or helper is started while another copy of it runs, or seems to',
  cause:
    'The first copy holds the lock, the pid file or the socket: somebody started it by hand beside the unit, or the unit’s stop did not end it. After a crash or in a container the file may be left of a process that is gone. freshclam says so when it is called while the daemon of that name runs, which is harmless.',
  symptoms: {
    log: [
      {
        pattern:
          /Pid_file already exists for running process|spamd: already running on |ERROR: locked: \/|freshclam\.log is locked by another process|Failed to lock the log file|pidfile '\S+' and pid \d+ already exist/,
        specimen:
          'amavis[12]: (!)Net::Server: 2024/11/29-10:00:00 Pid_file already exists for running process (812)... aborting',
        strength: 'names',
      },
      {
        pattern: /The master lock could not be acquired|stale_lock/,
        specimen:
          'mailman: The master lock could not be acquired because it appears as though another master is already running.',
        strength: 'names',
        alternative: true,
        program: /^mailman/,
      },
      {
        // What came of it: the line before says why.
        pattern: /Problem with internal logger|libfreshclam init failed/,
        specimen: 'freshclam[9]: ERROR: initialize: libfreshclam init failed.',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing, or what comes of the old copy.',
  },
  repair: {
    words: 'Find the copy that runs and end it by the unit; remove the file if there is none.',
    commands: [
      'pgrep -a "amavis|spamd|postgrey|freshclam|rsyslogd"',
      'systemctl stop amavis; rm -f /run/amavis/amavisd.pid; systemctl start amavis',
    ],
  },
  unreproduced: 'Its lines are those of the program’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.clamav.net/faq/faq-freshclam.html'],
};
