import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { milterManual, milterRejected } from './shared/milters';

export const mode: FailureMode = {
  id: 'services/milter-breaks-off',
  kind: 'fault',

  title: 'a milter breaks off, falls silent or says what Postfix does not understand',
  cause:
    'Something listens at the milter’s address, but it closes the connection, does not answer in time, speaks another protocol or breaks its rules: the filter has crashed, is overloaded, has a bug or turns this client away, or the port is not that of its milter (rspamd: 11332, not 11333 or 11334).',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: milter \S+: (?:can't read \S+ reply packet header: |(?:read|write) error in initial handshake|bad packet length: |unreasonable packet length: |EOF while reading |error writing command: |unexpected (?:filter response|reply|protocol version)|protocol version \d+ conflict|request mask \S+ conflict|malformed reply|no (?:data in input packet|protocol version information)|(?:input packet|packet) too short|bad protocol information|bad (?:change|insert) header index)|^warning: .{0,60}unpredictable length \S+ > /,
        specimen:
          "postfix/cleanup[77]: warning: milter inet:localhost:8891: can't read SMFIC_EOH reply packet header: Connection timed out",
        strength: 'names',
      },
      milterRejected,
      {
        // Said of any milter that fails, if milter_default_action is not one of its words.
        pattern: /^warning: milter \S+: unrecognized default action: /,
        specimen: 'postfix/smtpd[77]: warning: milter inet:localhost:8891: unrecognized default action: pass',
        strength: 'accompanies',
        alternative: true,
      },
      {
        // Stalwart, at the port of a scanner that is no milter.
        pattern: /Milter frame too large \(milter\.frame-too-large\)/,
        specimen:
          'WARN Milter frame too large (milter.frame-too-large) listenerId = "smtp", localPort = 25, id = "clamav", details = 1431194446, elapsed = 0ms',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 4.7.1 Service unavailable - try again later, 451 4.3.0, or 421',
  },
  repair: {
    words: 'Read the filter’s own log; give it more time or more processes, or name its milter’s port.',
    commands: [
      'journalctl -u opendkim -u rspamd -u clamav-milter --since -1h',
      'ss -ltnp | grep -E "8891|11332"',
      'postconf -e milter_content_timeout=600s',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: `echo '8891 inet n n n - - spawn user=nobody argv=/bin/true' >>/etc/postfix/master.cf
postconf -e smtpd_milters=inet:127.0.0.1:8891`,
    provoke: [mailOfUser],
    repair: 'postconf -X smtpd_milters',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [milterManual],
};
