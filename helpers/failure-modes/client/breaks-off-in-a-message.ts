import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/breaks-off-in-a-message',
  kind: 'client',
  follows: true,
  title: 'a client leaves, or falls silent, while it hands over a message',
  cause:
    'The line was cut, its time ran out (a filter behind smtpd that takes long, a slow uplink), it met a limit of its own, or large packets do not get through: what is small passes, what is large stops at the same place (MTU).',
  symptoms: {
    log: [
      {
        pattern: /^(?:lost connection|timeout) after (?:DATA|BDAT|END-OF-MESSAGE)(?: \(\d+ bytes\))? from /,
        specimen:
          'postfix/smtpd[9]: lost connection after DATA (7774180 bytes) from client.outside.example[198.51.100.7]',
        strength: 'suggests',
      },
    ],
    facts: [],
    client: 'The client reports a connection that ended, and sends again',
  },
  repair: {
    words: 'See whether it is always the same size; look at what smtpd waits for.',
    commands: ['ping -M do -s 1472 client.outside.example', 'postconf smtpd_proxy_filter smtpd_milters smtpd_timeout'],
  },
  unreproduced: 'It takes a network that fails.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#smtpd_timeout'],
};
