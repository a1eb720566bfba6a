import type { FailureMode } from '../../model/failure-mode';
import { postlogService } from './shared/postlog';

export const mode: FailureMode = {
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
};
