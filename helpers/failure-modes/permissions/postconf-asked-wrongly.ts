import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/postconf-asked-wrongly',
  kind: 'fault',
  title: 'postconf is asked for something in a form that it does not take, most often by a start script',
  cause:
    'The start script of an image, or whoever sets the server up, hands lines of a file or of the environment to postconf. An empty line, a line without “=”, a line of master.cf among those for main.cf, or a service that is not written service/type/parameter ends it, and nothing of that call is set: the server starts without what was meant, or the script stops there.',
  symptoms: {
    log: [
      {
        pattern:
          /^fatal: (?:missing (?:attribute name|'=' after attribute name): "|-\w option (?:requires|accepts no) |with option -\w, do not specify |At most one -T <mode> option|options -b and -t require|invalid (?:service attribute name|(?:type|wakeup|process_limit|unprivileged|private|chroot) field) ")/,
        specimen: 'postconf: fatal: missing \'=\' after attribute name: "submission inet n - n - - smtpd"',
        strength: 'names',
        program: /(?:^|\/)postconf$/,
      },
    ],
    facts: [],
    client: 'What comes of the settings that are not in force.',
  },
  repair: {
    words:
      'For main.cf give parameter=value; for master.cf -M service/type=…, and -P service/type/parameter=value (2.11 and later). Take empty lines and comments out of what an image reads.',
    commands: [
      "postconf -e 'smtpd_tls_auth_only=yes'",
      "postconf -P 'submission/inet/smtpd_sasl_auth_enable=yes'   # 2.11 and later",
      'postconf -n | tail',
    ],
  },
  unreproduced: 'postconf tells it to who calls it, and in no log.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.1.html',
    'https://github.com/docker-mailserver/docker-mailserver/issues/560',
  ],
};
