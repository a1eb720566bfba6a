import type { FactSign, LogSign } from '../../../model/failure-mode';
import { programOf } from '../../../postfix/log-lines';
import { parameter } from '../../shared/facts';

/** A line of Postfix as client of a smarthost. */
export const smtp = (pattern: RegExp, specimen: string, strength: LogSign['strength']): LogSign => ({
  pattern,
  specimen: `postfix/smtp[961]: ${specimen}`,
  strength,
  // What the queue manager does not try again for now, it gives to error.
  program: programOf('(?:smtp|error)'),
});

/** Postfix says what became of a mail, up to the queue's own words for it. */
export const delivery = (end: string) =>
  `2437A1A3CC0: to=<x@elsewhere.example>, relay=smarthost.example.test[192.0.2.30]:587, delay=0.12, delays=0.01/0.03/0.08/0, ${end}`;

/** All mail goes to one other server. */
const relayhostGiven = parameter('relayhost', /./, 'relayhost is set');

/** Or transport_maps leads to such a server, as nobody sees who has main.cf alone. */
export const relayhostSet: FactSign = {
  ...relayhostGiven,
  holds: (facts) => {
    const given = relayhostGiven.holds(facts);
    return given === false && facts.mainCf?.has('transport_maps') ? undefined : given;
  },
};

/**
 * A smarthost in the same container: an smtpd at a port of its own that wants a login, and hands what it takes to the mail
 * exchanger of the outside world, past the relayhost.
 */
export const smarthost = (...options: readonly string[]): string => `cat >>/etc/postfix/master.cf <<'END'
2525 inet n - n - - smtpd
${[
  'syslog_name=smarthost',
  'myhostname=smarthost.example.test',
  'mynetworks=',
  'smtpd_client_restrictions=',
  'smtpd_sender_restrictions=',
  'smtpd_recipient_restrictions=',
  'smtpd_relay_restrictions=permit_sasl_authenticated,reject',
  'content_filter=smtp:[203.0.113.25]:25',
  ...options,
]
  .map((option) => `  -o ${option}`)
  .join('\n')}
END`;

/**
 * One that knows PLAIN only, whatever is installed here, and leaves no lines of its own in the log. Whoever logs in speaks
 * with the outside world's mail exchanger from then on.
 */
export const plainSmarthost = `cat >/etc/postfix/smarthost <<'END'
#!/bin/bash
# However a session ends, spawn has nothing to complain of: it would do so in the log of whatever is broken next.
trap 'exit 0' PIPE TERM HUP
printf '220 smarthost.example.test ESMTP\\r\\n'
while IFS= read -r line; do
  line=\${line%$'\\r'}
  case $line in
    EHLO*) printf '250-smarthost.example.test\\r\\n250 AUTH PLAIN\\r\\n' ;;
    QUIT) exit ;;
    'AUTH PLAIN '*)
      [[ $(base64 -d <<<"\${line#AUTH PLAIN }" | tr '\\0' ' ') = *'alice correct-horse-alice' ]] && break
      printf '535 5.7.8 Error: authentication failed\\r\\n'
      ;;
    *) printf '530 5.7.0 Authentication required\\r\\n' ;;
  esac
done
exec 3<>/dev/tcp/203.0.113.25/25
IFS= read -r line <&3
printf 'EHLO smarthost.example.test\\r\\n' >&3
while IFS= read -r line <&3; do case $line in 250' '*) break ;; esac; done
printf '235 2.7.0 Authentication successful\\r\\n'
cat <&3 &
cat >&3 2>/dev/null
exit 0
END
chmod 755 /etc/postfix/smarthost
echo '2525 inet n n n - - spawn user=nobody argv=/etc/postfix/smarthost' >>/etc/postfix/master.cf`;

/** What the password table has for that smarthost: the right password unless said. */
export const passwordTable = (login = 'alice:correct-horse-alice'): string =>
  `echo '[127.0.0.1]:2525 ${login}' >/etc/postfix/relay_password
postmap hash:/etc/postfix/relay_password`;

/** Postfix hands all mail to that smarthost, and has the right password for it. */
export const password = `${passwordTable()}
postconf -e 'relayhost = [127.0.0.1]:2525' smtp_sasl_auth_enable=yes smtp_sasl_security_options=noanonymous \\
  smtp_sasl_password_maps=hash:/etc/postfix/relay_password`;

/** The check that fails where mail of trusted clients does not get out. */
export const noticedBy = ['open-relay/inside-anonymous-foreign'];

/** What clients meet where the trouble is behind the server. */
export const queued = 'Nothing: the mail is taken, and stays in the queue.';

/** Whether the name may be the relayhost's: that may be unknown, or a parameter of its own. */
export function isRelayhost(name: string, relayhost: string): boolean {
  return (
    relayhost === '' ||
    relayhost.includes('$') ||
    relayhost.replace(/^\[|[\]:].*$/g, '').toLowerCase() === name.toLowerCase()
  );
}
