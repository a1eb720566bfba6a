import type { FactSign, FailureMode, LogSign } from '../model/failure-mode';
import { throttled } from './signs';

const masterManual = 'https://www.postfix.org/master.5.html';

const master = (pattern: RegExp, specimen: string): LogSign => ({
  pattern,
  specimen: `postfix/master[275]: ${specimen}`,
  strength: 'names',
  program: /^postfix\S*\/master$/,
});

const strayWords: FactSign = {
  words: 'a service of master.cf has words that are neither options nor their values',
  look: 'postconf -M; postconf -P',
  holds: ({ masterCf }) => masterCf?.some(({ strays }) => strays.length > 0),
};

/** What is wrong with a line of master.cf. */
export const portsMasterCf: readonly FailureMode[] = [
  {
    id: 'ports/spaces-in-option',
    kind: 'fault',
    title: 'an option of master.cf has a space in its value',
    cause:
      'The arguments in master.cf are split at spaces. In `-o smtpd_client_restrictions=permit_sasl_authenticated, ' +
      'reject` the word `reject` is an argument of its own, which smtpd does not know: it ends before it greets ' +
      'anyone. Only this port is silent; the others work.',
    symptoms: {
      log: [
        {
          pattern: /^fatal: unexpected command-line argument: /,
          specimen: 'postfix/smtpd[1248]: fatal: unexpected command-line argument: reject',
          strength: 'names',
        },
        throttled,
      ],
      facts: [strayWords],
      client: 'No greeting on that port: the connection stays silent.',
    },
    repair: {
      words: 'Write the value without spaces; from Postfix 3.0 on also -o { name = value }.',
      commands: [
        'postconf -P submission/inet/smtpd_client_restrictions=permit_sasl_authenticated,reject',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: `sed -i 's/^submission .*/&\\n  -o smtpd_client_restrictions=permit_sasl_authenticated, reject/' /etc/postfix/master.cf`,
      provoke: [{ kind: 'lines', lines: [] }],
      repair: `sed -i 's/permit_sasl_authenticated, reject/permit_sasl_authenticated,reject/' /etc/postfix/master.cf`,
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['no-mechanisms/usable-on-587'],
    references: [masterManual],
  },
  {
    id: 'ports/spaces-around-equals-sign',
    kind: 'fault',
    title: 'an option of master.cf has spaces around its equals sign',
    cause:
      'In main.cf `name = value` is right, in master.cf -o takes the next word whole: `-o smtpd_sasl_auth_enable = yes` ' +
      'gives it a name without a value. smtpd ends before it greets anyone, on this port only.',
    symptoms: {
      log: [
        {
          pattern: /^fatal: invalid "-o [^"]+" option value: missing '=' after attribute name/,
          specimen:
            'postfix/smtpd[1369]: fatal: invalid "-o smtpd_sasl_auth_enable" option value: missing \'=\' after attribute name',
          strength: 'names',
        },
        throttled,
      ],
      facts: [strayWords],
      client: 'No greeting on that port: the connection stays silent.',
    },
    repair: {
      words: 'Write -o name=value without spaces; from Postfix 3.0 on also -o { name = value }.',
      commands: ['postconf -P submission/inet/smtpd_sasl_auth_enable=yes', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `sed -i 's/^submission .*/&\\n  -o smtpd_sasl_auth_enable = yes/' /etc/postfix/master.cf`,
      provoke: [{ kind: 'lines', lines: [] }],
      repair: `sed -i 's/smtpd_sasl_auth_enable = yes/smtpd_sasl_auth_enable=yes/' /etc/postfix/master.cf`,
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['no-mechanisms/usable-on-587'],
    references: [masterManual],
  },
  {
    id: 'ports/master-cf-bad-type',
    kind: 'fault',
    title: 'a line of master.cf has a service type that does not exist',
    cause:
      'The second column is `inet` for a port, `unix` or `pass` for a socket; anything else, a slip or two columns run ' +
      'together, makes master end. None of the services runs then, local mail included.',
    symptoms: {
      log: [
        master(
          /^fatal: \S+\/master\.cf: line \d+: bad transport type: /,
          'fatal: /etc/postfix/master.cf: line 6: bad transport type: inett',
        ),
      ],
      facts: [],
      client: 'Connection refused on all ports',
    },
    repair: {
      words: 'Correct the line that the message names.',
      commands: ['sed -n 6p /etc/postfix/master.cf', 'vi /etc/postfix/master.cf', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `sed -i 's/^smtps  *inet/smtps     inett/' /etc/postfix/master.cf`,
      provoke: [],
      repair: 'sed -i s/inett/inet/ /etc/postfix/master.cf',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['no-mechanisms/usable-on-25'],
    references: [masterManual],
  },
  {
    id: 'ports/master-cf-bad-column',
    kind: 'fault',
    title: 'a line of master.cf lacks a column',
    cause:
      'Between type and command there are five columns: private, unprivileged, chroot, wakeup, maxproc. With one ' +
      'missing the command slips to the left, and master, reading a word where a number or y/n should be, ends. None ' +
      'of the services runs then.',
    symptoms: {
      log: [
        master(
          /^fatal: \S+\/master\.cf: line \d+: (?:field "\w+": bad value: |bad field count|missing )/,
          'fatal: /etc/postfix/master.cf: line 6: field "max_proc": bad value: "smtpd"',
        ),
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
  },
  {
    id: 'ports/master-cf-unknown-port-name',
    kind: 'fault',
    title: 'a service of master.cf has a port name that /etc/services does not have',
    cause:
      'The first column of an inet service is a port: a number, or a name from /etc/services. A misspelt name, or one ' +
      'that a slim system lacks (`smtps` became `submissions`, and minimal images have no /etc/services at all), makes ' +
      'master end.',
    symptoms: {
      log: [
        master(
          /^fatal: \S+:[\w-]+: (?:Servname not supported for ai_socktype|Service not found|service not found|Unrecognized service)/i,
          'fatal: 0.0.0.0:submision: Servname not supported for ai_socktype',
        ),
      ],
      facts: [],
      client: 'Connection refused on all ports',
    },
    repair: {
      words: 'Write the number instead of the name.',
      commands: [`sed -i 's/^submision /587 /' /etc/postfix/master.cf`, 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `sed -i 's/^smtps /smptps /' /etc/postfix/master.cf`,
      provoke: [],
      repair: `sed -i 's/^smptps /465 /' /etc/postfix/master.cf`,
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['no-mechanisms/usable-on-25'],
    references: [masterManual],
  },
  {
    id: 'ports/master-cf-unknown-command',
    kind: 'fault',
    title: 'a service of master.cf names a program that is not there',
    cause:
      'The last column is the name of a program in $daemon_directory. Misspelt, or of a package that is not installed, ' +
      'it lets master listen at the port and fail each time that somebody connects. The connection stays silent.',
    symptoms: {
      log: [
        {
          pattern: /^fatal: master_spawn: exec \S+: No such file or directory$/,
          specimen: 'master[35]: fatal: master_spawn: exec /usr/lib/postfix/sbin/smtdp: No such file or directory',
          strength: 'names',
          // Its child logs before it has a name of its own.
          program: /^(?:postfix\S*\/)?master$/,
        },
        throttled,
      ],
      facts: [],
      client: 'No greeting on that port: the connection stays silent.',
    },
    repair: {
      words: 'Write the name as `ls $(postconf -h daemon_directory)` shows it.',
      commands: ['ls $(postconf -h daemon_directory)', 'vi /etc/postfix/master.cf', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `sed -i '/^submission /s/smtpd/smtdp/' /etc/postfix/master.cf`,
      provoke: [{ kind: 'lines', lines: [] }],
      repair: 'sed -i s/smtdp/smtpd/ /etc/postfix/master.cf',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['no-mechanisms/usable-on-587'],
    references: [masterManual],
  },
  {
    id: 'ports/duplicate-service',
    kind: 'fault',
    title: 'master.cf has the same port twice, and only the last one counts',
    cause:
      'submission and 587 are one port. Where master.cf has both, an installer’s and the administrator’s, master takes ' +
      'the last and drops the other with its options: a TLS or login rule set there is simply not in force.',
    symptoms: {
      log: [
        master(
          /^warning: duplicate master\.cf entry for service "/,
          'warning: duplicate master.cf entry for service "submission" (587) -- using the last entry',
        ),
      ],
      facts: [],
      client: 'What the last entry says: 554 5.7.1 … Access denied, or no AUTH in the answer to EHLO',
    },
    repair: {
      words: 'Keep one of them.',
      commands: ['postconf -MX 587/inet', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `printf '587 inet n - n - - smtpd\\n  -o smtpd_client_restrictions=permit_mynetworks,reject\\n' >>/etc/postfix/master.cf`,
      provoke: [],
      repair: 'postconf -MX 587/inet',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
    references: [masterManual],
  },
];
