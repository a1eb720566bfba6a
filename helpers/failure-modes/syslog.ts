import type { FactSign, FailureMode } from '../model/failure-mode';
import { mailOfUser } from './client-steps';
import { absent, alone, parameter } from './signs';

const toSyslog = parameter('maillog_file', /^$/, 'maillog_file is not set, so that Postfix logs to syslog');
const toFile = parameter('maillog_file', /\S/, 'maillog_file is set, so that Postfix logs there itself');

const noPostlog: FactSign = {
  words: 'master.cf has no service postlog',
  look: 'postconf -M | grep ^postlog',
  holds: ({ masterCf }) => masterCf && !masterCf.some(({ name }) => name === 'postlog'),
};

const postlog: FactSign = {
  words: 'master.cf has the service postlog',
  look: 'postconf -M | grep ^postlog',
  holds: ({ masterCf }) => masterCf?.some(({ name }) => name === 'postlog'),
};

const logFileAbsent: FactSign = {
  words: 'Postfix runs, and the file that maillog_file names is not there',
  look: 'ls -l "$(postconf -h maillog_file)"',
  holds: ({ mainCf, files, processes }) => {
    const file = files.get(mainCf?.get('maillog_file')?.value ?? '');
    return processes && file && processes.includes('qmgr') && file.kind === 'absent';
  },
};

const postlogService = "postlog/unix-dgram='postlog unix-dgram n - n - 1 postlogd'";
const untilItAnswers = `for try in {1..100}; do
  if { exec 3<>/dev/tcp/127.0.0.1/25; } 2>/dev/null; then break; fi
  sleep 0.05
done`;
const manual = 'https://www.postfix.org/MAILLOG_README.html';
const asUsual = 'What it always sees: mail works. Only the log is missing.';

/** Mail works, or does not, and nobody can tell why: the log is missing. */
export const syslog: readonly FailureMode[] = [
  {
    id: 'syslog/no-syslog',
    kind: 'fault',
    title: 'nobody takes what Postfix logs: there is no /dev/log',
    cause:
      'Postfix logs to syslog, and in most containers there is none: no daemon, and no /dev/log. Mail works, but there is ' +
      'no log anywhere. The same happens where the daemon listens on a volume that is not mounted.',
    symptoms: { log: [], facts: [alone(absent('/dev/log')), toSyslog], client: asUsual },
    repair: {
      words: 'From Postfix 3.4 on, let it log to standard output itself; before, run a syslog daemon.',
      commands: [
        'postconf -e maillog_file=/dev/stdout',
        'postfix start-fg',
        'rsyslogd   # the other way: yum install rsyslog, apt-get install rsyslog',
      ],
    },
    reproduction: {
      inject: `kill "$(cat /run/rsyslogd.pid)"
timeout 5 tail --pid="$(cat /run/rsyslogd.pid)" -s 0.02 -f /dev/null || true
rm -f /dev/log`,
      provoke: [mailOfUser],
      repair: 'rsyslogd',
      restart: false,
      toldBy: 'facts',
    },
    versions: {},
    noticedBy: [],
    references: [
      manual,
      'https://github.com/tozd/docker-postfix/issues/1',
      'https://github.com/runeasymail/easymail/issues/175',
    ],
  },
  {
    id: 'syslog/path-not-allowed',
    kind: 'fault',
    title: 'maillog_file lies outside of the places where Postfix may log, and Postfix does not start',
    cause:
      'maillog_file must begin with one of maillog_file_prefixes, /var and /dev/stdout by default, so that nobody can have ' +
      'root write to any file. A log on a volume such as /data is refused, by every Postfix command.',
    symptoms: {
      log: [
        {
          pattern: /^fatal: maillog_file value '.*' does not match any prefix in maillog_file_prefixes$/,
          specimen:
            "postfix[2744]: fatal: maillog_file value '/data/mail.log' does not match any prefix in maillog_file_prefixes",
          strength: 'names',
        },
      ],
      facts: [],
      client: 'Connection refused.',
    },
    repair: {
      words: 'Allow the place, or log below /var.',
      commands: ["postconf -e 'maillog_file_prefixes = /var, /dev/stdout, /data'", 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `postconf -M ${postlogService}
postconf -e maillog_file=/data/mail.log`,
      provoke: [],
      repair: 'postconf -X maillog_file',
      toldBy: 'log',
    },
    versions: { from: '3.4' },
    noticedBy: ['no-mechanisms/usable-on-587'],
    references: [
      'https://www.postfix.org/postconf.5.html#maillog_file_prefixes',
      'https://github.com/anonaddy/docker/issues/206',
    ],
  },
  {
    id: 'syslog/postlog-service-missing',
    kind: 'fault',
    title: 'maillog_file is set, and master.cf has no service postlog to write it',
    cause:
      'Postfix’s programs send their lines to the service postlog, which writes the file. A master.cf from before 3.4, ' +
      'kept over an upgrade or mounted into a new image, does not have it. postfix start may refuse; where master is ' +
      'started otherwise, mail works and nothing is logged.',
    symptoms: { log: [], facts: [toFile, alone(noPostlog)], client: asUsual },
    repair: {
      words: 'Let Postfix bring its configuration up to date, or add the service.',
      commands: ['postfix upgrade-configuration', `postconf -M ${postlogService}`, 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `postconf -e maillog_file=/var/log/maillog-of-postfix
mailctl restart
${untilItAnswers}`,
      provoke: [mailOfUser],
      repair: `postconf -M ${postlogService}
mailctl restart
${untilItAnswers}`,
      restart: false,
      toldBy: 'facts',
    },
    versions: { from: '3.4' },
    noticedBy: [],
    references: [manual],
  },
  {
    id: 'syslog/file-not-writable',
    kind: 'fault',
    title: 'the file of maillog_file can’t be opened, and nothing is logged anywhere',
    cause:
      'postlogd can’t create the file: its folder does not exist, as on a new volume, or may not be written to. It has ' +
      'nowhere to say so. postfix start ends without a word; where master is started otherwise, mail works unlogged.',
    symptoms: { log: [], facts: [toFile, postlog, alone(logFileAbsent)], client: `${asUsual} Or: connection refused.` },
    repair: {
      words: 'Create the folder.',
      commands: ['mkdir -p "$(dirname "$(postconf -h maillog_file)")"', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `postconf -M ${postlogService}
postconf -e maillog_file=/var/log/mail-of-postfix/maillog
mailctl restart
${untilItAnswers}`,
      provoke: [mailOfUser],
      repair: `mkdir -p /var/log/mail-of-postfix
mailctl restart
${untilItAnswers}`,
      restart: false,
      toldBy: 'facts',
    },
    versions: { from: '3.4' },
    noticedBy: [],
    references: [manual, 'https://github.com/Mailu/Mailu/issues/3271'],
  },
];
