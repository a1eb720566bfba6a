import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/virus-scanner-down',
  kind: 'fault',
  title: 'the filter does not reach the virus scanner',
  cause:
    'Amavis, rspamd, rmilter, clamav-milter or MIMEDefang hands every mail to clamd, and clamd does not run, has not loaded its signatures yet (they take a minute and 1.5 GB of memory), or listens at another socket than the filter asks. The filter puts mail off, or lets it pass unscanned.',
  symptoms: {
    log: [
      {
        pattern:
          /connect to \S*clam\S* failed, attempt|clamav: (?:write|connect|failed to)\b.*|clamscan: failed to scan|run_av \(ClamAV\S*\) FAILED|ALL VIRUS SCANNERS FAILED|all primary virus scanners failed|(?:MIMEDefang|clamav-milter).*(?:clamd|ClamAV).*(?:[Cc]onnection refused|No such file|[Cc]ould not connect|[Cc]an't connect)/,
        specimen:
          "amavis[938]: (00938-01) (!)connect to /var/run/clamav/clamd.ctl failed, attempt #1: Can't connect to a UNIX socket /var/run/clamav/clamd.ctl: No such file or directory",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'By the filter: 451 4.7.1 Service unavailable, or nothing.',
  },
  repair: {
    words: 'Start clamd, give it time and memory, and use one path for both.',
    commands: [
      'systemctl status clamav-daemon',
      'grep -n LocalSocket /etc/clamav/clamd.conf; grep -rn "clamd" /etc/amavis',
      'clamdscan --ping 3',
      'free -m',
    ],
  },
  unreproduced: 'The reference image has no virus scanner.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.clamav.net/manual/Usage/Configuration.html', 'https://www.ijs.si/software/amavisd/'],
};
