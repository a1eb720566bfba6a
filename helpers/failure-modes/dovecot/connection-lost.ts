import type { FailureMode } from '../../model/failure-mode';
import { roundcubeTemporary } from '../client/shared/several-mistakes';

export const mode: FailureMode = {
  id: 'dovecot/connection-lost',
  kind: 'fault',
  title: 'Dovecot’s auth process ends, or lets smtpd or a login process wait too long, in the middle of a login',
  cause:
    'smtpd or a login process has asked, and the connection to auth closes or times out before the answer. Dovecot was restarted, its auth process died or has reached its client_limit, or a database, PAM or a policy server answers too slowly for the 10 seconds that smtpd waits; or Dovecot holds answers back because many logins fail from one address, which behind NAT or a proxy is everybody’s.',
  symptoms: {
    log: [
      {
        // smtpd, and Dovecot’s login and master processes.
        pattern:
          /^warning: \S+: SASL \S+ authentication failed: Connection lost to authentication server(?:, sasl_username=.*)?$|^\w+-login: Error: Timeout waiting for handshake from auth server\b|^(?:master: |auth: )?(?:Error|Fatal): (?:master: )?service\(auth\): child \d+ killed with signal /,
        specimen:
          'postfix/submission/smtpd[34]: warning: localhost[127.0.0.1]: SASL LOGIN authentication failed: Connection lost to authentication server, sasl_username=(unavailable)',
        strength: 'names',
      },
      {
        pattern:
          /-login: (?:Login aborted: .*\(auth process communication failure\)|Warning: Auth process not responding, delayed)/,
        specimen:
          'dovecot: submission-login: Warning: Auth process not responding, delayed sending initial response (greeting): user=<>, rip=203.0.113.9, lip=192.0.2.1, session=<Tq3gR7lE0cXLAHEJ>',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /Auth connection closed with \d+ pending requests|Auth server restarted \(pid \d+ -> \d+\), aborting auth|Error sending (?:handshake|request|continue request|cancel request) to auth server|-login: Error: (?:Auth server|Authentication server) (?:sent|disconnected)/,
        specimen:
          'dovecot: imap-login: Warning: Auth connection closed with 1 pending requests (max 0 secs, pid=123, EOF)',
        strength: 'names',
        alternative: true,
      },
      roundcubeTemporary,
    ],
    facts: [],
    client:
      '454 4.7.0 Temporary authentication failure: Connection lost to authentication server; before Postfix 3.1: 535 5.7.8',
  },
  repair: {
    words:
      'Look into Dovecot’s log for what ended it, and restart it. If the log speaks of limits, raise client_limit of ' +
      'service auth; behind a proxy, let Dovecot see the clients’ own addresses.',
    commands: ['journalctl -u dovecot -n 50', 'systemctl restart dovecot'],
  },
  reproduction: {
    image: 'dovecot',
    inject: '',
    provoke: [
      {
        kind: 'run',
        script: `exec 3<>/dev/tcp/127.0.0.1/587
hear() { while IFS= read -r -t 3 line <&3; do case "$line" in [0-9][0-9][0-9]' '*) return ;; esac; done; }
hear
for line in 'EHLO localhost' 'AUTH LOGIN'; do printf '%s\\r\\n' "$line" >&3; hear; done
for process in /proc/[0-9]*; do
  if [ "$(cat "$process/comm" || true)" = auth ]; then kill -9 "\${process#/proc/}"; fi
done
printf 'YWxpY2U=\\r\\n' >&3
hear`,
      },
    ],
    repair: 'true   # the restart is it',
    toldBy: 'log',
  },
  versions: { from: '2.3' },
  noticedBy: [],
  references: [
    'https://github.com/chatmail/relay/issues/273',
    'https://github.com/docker-mailserver/docker-mailserver/issues/3227',
    'https://github.com/docker-mailserver/docker-mailserver/issues/3891',
    'https://github.com/docker-mailserver/docker-mailserver/issues/701',
    'https://github.com/mailcow/mailcow-dockerized/issues/3211',
  ],
};
