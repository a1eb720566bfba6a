import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';
import { expansionFails } from './shared/authenticators';

export const mode: FailureMode = {
  id: 'exim/passwords-unreadable',
  kind: 'fault',

  title: 'Exim can not look up passwords',
  cause:
    'The authenticator’s look-up is deferred: the password file is not there or belongs to root alone, or saslauthd, Dovecot or the database does not answer or keeps Exim’s user (Debian-exim or exim) out. Debian’s /run/saslauthd is open to group sasl only; Dovecot’s auth-client socket is mode 0600 for dovecot unless its unix_listener has Exim’s user. Nobody gets in, whatever the password. Clients get the same 435 where a condition can’t be expanded; Exim’s own log tells.',
  symptoms: {
    log: [
      {
        pattern: new RegExp(
          `authenticator failed for .*: 435 Unable to authenticate at present(?!(?: \\(set_id=.*?\\))?: .*${expansionFails})`,
        ),
        specimen:
          '2026-11-24 23:49:37 PLAIN authenticator failed for client.outside.example (client) [198.51.100.7]: 435 Unable to authenticate at present (set_id=alice): failed to open /etc/exim4/passwd for linear search: Permission denied (euid=101 egid=103)',
        strength: 'names',
      },
      clientGets(/435[ -]Unable to authenticate at present/, '435 Unable to authenticate at present'),
    ],
    facts: [],
    client: '435 Unable to authenticate at present',
  },
  repair: {
    words: 'Give the file to Exim’s group, or start what it asks and let Exim’s user reach its socket.',
    commands: [
      'chown root:Debian-exim /etc/exim4/passwd; chmod 640 /etc/exim4/passwd   # CentOS: chown root:exim /etc/exim/passwd',
      'ls -ld /run/saslauthd /run/saslauthd/mux /run/dovecot/auth-client; id Debian-exim   # CentOS: id exim',
      'adduser Debian-exim sasl && systemctl restart exim4   # for saslauthd',
      'doveconf -n | grep -A9 "service auth {"   # for Dovecot: unix_listener with user = Debian-exim, mode = 0660',
      "grep '435 Unable to authenticate' /var/log/exim4/mainlog   # the reason is behind the last colon",
      "grep -c '^alice:' /etc/exim4/passwd",
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-smtp_authentication.html'],
};
