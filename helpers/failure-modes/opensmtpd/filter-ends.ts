import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/filter-ends',
  kind: 'fault',
  title: 'a filter of OpenSMTPD ends, and the server with it',
  cause:
    'A filter is a process that has to live as long as smtpd. It can’t read its key or its configuration, or says what smtpd does not understand, and ends; smtpd then gives up, and no port is open.',
  symptoms: {
    log: [
      {
        pattern: /lost processor: \S+ exited|^fatal: (?:misbehaving filter|failed to write to processor)/,
        specimen: 'smtpd[53]: warn: lost processor: dkimsign exited abnormally',
        strength: 'names',
      },
      {
        pattern:
          /fatal: (?:Invalid (?:directive|filter message type|message direction|register line received|report|reqid|token)(?:: |$)|(?:Missing (?:parameter|token)|Unrecognized report name): |Non-register message before register|filter-(?:dataline out of|reponse junk|result in) dataline|filter-reponse junk)/,
        specimen: 'smtpd[53]: fatal: Non-register message before register|ready: hello',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words: 'The filter says why in the line before. Mend that, or take it out of smtpd.conf.',
    commands: ["grep -n '^filter' /etc/smtpd.conf", 'ls -l /etc/mail/dkim', 'smtpd -dv'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5', 'https://www.ircnow.org/index.php?n=Opensmtpd.Troubleshoot'],
};
