import type { FailureMode } from '../../model/failure-mode';
import { master, masterManual } from './shared/master-cf';

export const mode: FailureMode = {
  id: 'ports/master-cf-bad-column',
  kind: 'fault',
  title: 'a line of master.cf lacks a column, or has a value in it that can’t be',
  cause:
    'Between type and command there are five columns: private, unprivileged, chroot, wakeup, maxproc. With a slip in one, or one ' +
    'missing the command slips to the left, and master, reading a word where a number or y/n should be, ends. None ' +
    'of the services runs then.',
  symptoms: {
    log: [
      master(
        /^fatal: \S+\/master\.cf: line \d+: (?:field "\w+": bad value: |bad field count|missing )/,
        'fatal: /etc/postfix/master.cf: line 6: field "max_proc": bad value: "smtpd"',
      ),
      {
        pattern: /^fatal: file \S+\/master\.cf: line \d+: bad field count/,
        specimen: 'postfix/postconf[9]: fatal: file /etc/postfix/master.cf: line 12: bad field count',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused on all ports',
  },
  repair: {
    words: 'Count the columns of the line that the message names; `-` stands for the default.',
    commands: ['sed -n 6p /etc/postfix/master.cf', 'vi /etc/postfix/master.cf', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: `sed -i 's/^smtps .*/smtps     inet  n       -       n       -       smtpd/' /etc/postfix/master.cf`,
    provoke: [],
    repair: `sed -i 's/^smtps .*/smtps     inet  n       -       n       -       -       smtpd/' /etc/postfix/master.cf`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['no-mechanisms/usable-on-25'],
  references: [masterManual],
};
