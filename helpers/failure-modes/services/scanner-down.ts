import type { FailureMode } from '../../model/failure-mode';
import { couldNotProcess } from './shared/amavis';

export const mode: FailureMode = {
  id: 'services/scanner-down',
  kind: 'fault',
  title: 'the virus scanner that a filter asks does not answer, or can’t judge the mail',
  cause:
    'amavis or clamav-milter passes each mail to clamd. It is not running, still loads its signatures (which takes a minute and a gigabyte), was killed for lack of memory, is busy, or its socket is elsewhere or closed to the filter’s user. Or it answers with an error: it can’t see the filter’s files (PrivateTmp), or has reached a limit of its own. Mail is put off until it answers, or a backup scanner takes over.',
  symptoms: {
    log: [
      {
        pattern:
          /av-scanner FAILED: (?!.*(?:lstat\(\) failed: Permission|Access denied|Can't access file|File path check failure(?!: No such file)))|ALL VIRUS SCANNERS FAILED|virus_scan FAILED|ERROR: (?:Failed to initiate streaming\/fdpassing|No reply from clamd|Unknown reply from clamd)|WARNING: No clamd server appears to be available|connect to \S*clam\S* failed, attempt|clamav: (?:write|connect|failed to)\b.*|clamscan: failed to scan|all primary virus scanners failed|(?:MIMEDefang|clamav-milter).*(?:clamd|ClamAV).*(?:[Cc]onnection refused|No such file|[Cc]ould not connect|[Cc]an't connect)/,
        specimen:
          'amavis[12]: (00012-01) (!)ClamAV-clamd av-scanner FAILED: run_av error: Too many retries to talk to /var/run/clamav/clamd.ctl',
        strength: 'names',
      },
      {
        pattern:
          /Could not connect to clamd on (?:LocalSocket )?\S+: |(?:^|: )(?:ERROR: )?Failed to (?:establish a connection to|communicate with) clamd/,
        specimen:
          'clamdscan: ERROR: Could not connect to clamd on LocalSocket /var/run/clamav/clamd.ctl: No such file or directory',
        strength: 'names',
        alternative: true,
      },
      couldNotProcess,
    ],
    facts: [],
    client: '451 4.5.0 Error in processing, virus_scan FAILED; or 451 4.7.1 Service unavailable',
  },
  repair: {
    words: 'Start it, and give it memory; see that both name the same socket.',
    commands: [
      'systemctl status clamav-daemon; tail -20 /var/log/clamav/clamav.log',
      'grep -E "LocalSocket|TCPSocket" /etc/clamav/clamd.conf; namei -l /var/run/clamav/clamd.ctl',
      'journalctl -k | grep -i "killed process"',
    ],
  },
  unreproduced: 'Our images have no scanner.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.clamav.net/manual/Usage/Scanning.html'],
};
