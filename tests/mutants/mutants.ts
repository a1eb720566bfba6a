import { directives } from './directives';
import type { Mutant } from './mutant';
import { smarthostMutants } from './smarthost-mutants';
import { standIns } from './stand-ins';

const relayed = { expected: 'nothing reaches the sink', saw: 'a message to ' };
const taken = '250 2.1.5';
const hostRejected = /Client host rejected: Access denied$/;
const heloRejected = /Helo command rejected: Access denied$/;

/** Servers that let in, or out, whom they should not; and those that shut out whom they should serve. */
export const mutants: readonly Mutant[] = [
  ...directives,
  ...smarthostMutants,
  {
    name: 'mynetworks is the whole Internet',
    cause: 'open-relay/mynetworks-everybody',
    before: "postconf -e 'mynetworks = 0.0.0.0/0'",
    noticedBy: [
      {
        checks: /^authenticated-relay\/\w+(-md5)?-(wrong-password|unknown-user|wrong-realm|empty-password)$/,
        ...relayed,
      },
      { checks: /^anonymous-denial\/(?!not-offered)/, ...relayed },
      { checks: /^open-relay\/outside-(anonymous|failed-login)-foreign$/, ...relayed },
      { checks: /^open-relay\/(listed|nameless)-\S+-foreign$/, ...relayed },
      { checks: /^open-relay\/(listed|nameless)-\S+-local$/, expected: /: (554|450) /, saw: taken },
      { checks: /^open-relay\/form-/, ...relayed },
      { checks: /^password-stores\/saslauthd-\w+-(wrong-password|sasldb-user)$/, ...relayed },
      { checks: /^destinations\/(suffix-of|sub-of|other-)/, ...relayed },
      { checks: /^destinations\/relay-refused-/, ...relayed },
      { checks: /^dns\/\S+-(listed|open-resolver)$/, expected: 'RCPT: 554 5.7.1', saw: taken },
      { checks: /^dns\/parked-list$/, expected: 'RCPT from outside: 554 5.7.1', saw: taken },
      { checks: /^dns\/client-new-name-of-directive$/, expected: 'RCPT: 450 ', saw: taken },
    ],
  },
  {
    name: 'mynetworks is the whole Internet, and what comes from there can not be passed on yet',
    cause: 'open-relay/mynetworks-everybody',
    // What the harness sends to see whether mail comes through at all is passed on at once.
    before: `printf '/t[0-9a-f]{10}/ smtp:[203.0.113.25]:2525\\n' >/etc/postfix/transport.regexp
postconf -e 'mynetworks = 0.0.0.0/0' 'transport_maps = regexp:/etc/postfix/transport.regexp' smtp_connect_timeout=1`,
    noticedBy: [
      {
        checks: /^open-relay\/(outside-anonymous-foreign|form-foreign-sender|shape-sender-without-domain)$/,
        expected: 'nothing reaches the sink',
        saw: 'a message that waits to be passed on: ',
      },
    ],
  },
  {
    name: 'mynetworks has the private networks, in which Docker puts its gateway',
    cause: 'open-relay/docker-gateway-trusted',
    before: `postconf -e "mynetworks = $(postconf -h mynetworks), 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, \\
  100.64.0.0/10, [fc00::]/7, [fe80::]/10"`,
    noticedBy: [{ checks: /^open-relay\/address-(?!ipv6-outside)/, ...relayed }],
  },
  {
    name: 'mynetworks is the whole Internet, by IPv6 alone',
    cause: 'open-relay/mynetworks-everybody',
    before: `postconf -e "mynetworks = $(postconf -h mynetworks), [::]/0"`,
    noticedBy: [
      { checks: /^open-relay\/address-(fc00-7|fe80-10|ipv6-\w+)$/, ...relayed },
      // A connection by IPv4 is refused; those by IPv6 are among the cells.
      {
        checks: /^open-relay\/(form-foreign-sender|shape-(quoted-local-part|sender-without-domain))$/,
        expected: 'nothing reaches the sink',
        saw: 'a message from address:ipv6-outside → ',
      },
    ],
  },
  {
    name: 'the service of one port trusts everybody, in TLS',
    cause: 'open-relay/service-trusts-everybody',
    before: `sed -i 's/syslog_name=postfix.submission/& -o mynetworks=0.0.0.0\\/0 -o smtpd_tls_security_level=encrypt/' \\
  /etc/postfix/master.cf`,
    noticedBy: [
      { checks: /^open-relay\/(outside|listed|nameless)-anonymous-foreign$/, ...relayed },
      {
        checks:
          /^open-relay\/form-(null-sender|foreign-sender|sender-\S+|percent-at-host|two-at-host|route-by-host|bang-at-host)$/,
        ...relayed,
      },
      { checks: /^open-relay\/address-(gateway|neighbour|\d+-)/, ...relayed },
    ],
  },
  {
    name: "senders of the server's own domain relay",
    cause: 'open-relay/sender-access-permits',
    before: `echo '/@(mail\\.)?example\\.test$/ permit' >/etc/postfix/own
postconf -e 'smtpd_relay_restrictions = check_sender_access regexp:/etc/postfix/own, defer_unauth_destination' \\
  'smtpd_recipient_restrictions = check_sender_access regexp:/etc/postfix/own, reject_unauth_destination'`,
    noticedBy: [{ checks: /^open-relay\/form-sender-(at-host|at-domain|of-user|of-system)$/, ...relayed }],
  },
  {
    name: 'it relays to every domain that names it among its MX',
    cause: 'open-relay/mx-backup-for-everybody',
    before: `postconf -e proxy_interfaces=192.0.2.1 \\
  'smtpd_relay_restrictions = permit_mx_backup, defer_unauth_destination' \\
  'smtpd_recipient_restrictions = permit_mx_backup, reject_unauth_destination'`,
    noticedBy: [{ checks: /^open-relay\/mx-names-server$/, ...relayed }],
  },
  {
    name: 'an access table that permits everybody stands before reject_unauth_destination',
    cause: 'open-relay/access-table-permits-everybody',
    before: `postconf -e 'smtpd_relay_restrictions = check_client_access static:permit, defer_unauth_destination' \\
  'smtpd_recipient_restrictions = check_client_access static:permit, reject_unauth_destination'`,
    noticedBy: [{ checks: /^open-relay\/outside-(anonymous|failed-login)-foreign$/, ...relayed }],
  },
  {
    name: 'all clients are refused',
    cause: 'relay-refused/client-list-rejects-users',
    before: "postconf -e 'smtpd_client_restrictions = reject'",
    noticedBy: [
      { checks: /^open-relay\/inside-/, expected: ': 250 2.1.5', saw: hostRejected },
      { checks: /^open-relay\/outside-\S+-local$/, expected: ': 250 2.1.5', saw: hostRejected },
      { checks: /^open-relay\/outside-logged-in-/, expected: ': 250 2.1.5', saw: hostRejected },
    ],
  },
  {
    name: 'all senders are refused',
    cause: 'relay-refused/helo-access-refuses',
    before: "postconf -e 'smtpd_helo_restrictions = reject'",
    noticedBy: [
      {
        checks: /^destinations\/(local|hostname|address-literal|virtual-\w+|relay-domain|relay-sub-domain)-/,
        expected: ': 250 2.1.5',
        saw: heloRejected,
      },
      {
        checks: /^dns\/(?!client|sender)\S+-(nxdomain|servfail|refused|silence)$/,
        expected: 'RCPT: 250 2.1.5',
        saw: heloRejected,
      },
      { checks: /^dns\/sender-(a-only|mx-only)-/, expected: ': 250 2.1.5', saw: heloRejected },
    ],
  },
  {
    name: 'permit stands before reject_unauth_destination, so that smtpd refuses to start',
    cause: 'relay-refused/no-refusal-in-lists',
    before: `postconf -e 'smtpd_relay_restrictions =' \\
  'smtpd_recipient_restrictions = permit_mynetworks, permit, reject_unauth_destination'`,
    noticedBy: [
      {
        checks: /^no-mechanisms\/usable-on-/,
        expected: 'a greeting',
        saw: /^smtpd dies, .*: fatal: in parameter smtpd_relay_restrictions or smtpd_recipient_restrictions, specify at least one /,
      },
    ],
  },
  {
    name: 'the password plug-ins are gone',
    cause: 'no-mechanisms/only-anonymous-left',
    before: 'rm -f /usr/lib64/sasl2/lib{plain,login,crammd5,digestmd5,scram}.*',
    noticedBy: [{ checks: /^no-mechanisms\/usable-on-/, expected: 'a greeting', saw: 'smtpd has no SASL mechanisms ' }],
  },
  {
    name: 'Received fields do not say that the client had logged in, because headers are dropped',
    before: `echo '/^Received:/ IGNORE' >/etc/postfix/headers
postconf -e 'header_checks = regexp:/etc/postfix/headers'`,
    noticedBy: [
      { checks: /^authenticated-relay\/plain-on-/, expected: /Received … with ESMTPS?A$/, saw: 'no Received field' },
    ],
  },
  {
    name: 'the password of the user is another',
    before: 'echo another-horse | saslpasswd2 -p -c -u example.test alice',
    noticedBy: [{ checks: /^authenticated-relay\/(user-gets-in|plain-on-\S+)$/, expected: '', saw: /535 5\.7\.8/ }],
  },
  {
    name: 'the users are in both realms',
    before: `echo correct-horse-alice | saslpasswd2 -p -c -u mail.example.test alice
echo correct-horse-carol | saslpasswd2 -p -c -u example.test carol`,
    noticedBy: [
      {
        checks: /^realms\/domain-user-\S+-as-hostname$/,
        expected: 'AUTH PLAIN as alice@mail.example.test: 535 5.7.8',
        saw: '235 2.7.0',
      },
      {
        checks: /^realms\/domain-user-local-(myhostname|empty)-as-bare$/,
        expected: 'AUTH PLAIN as alice: 535 5.7.8',
        saw: '235 2.7.0',
      },
      {
        checks: /^realms\/hostname-user-\S+-as-domain$/,
        expected: 'AUTH PLAIN as carol@example.test: 535 5.7.8',
        saw: '235 2.7.0',
      },
      {
        checks: /^realms\/hostname-user-local-mydomain-as-bare$/,
        expected: 'AUTH PLAIN as carol: 535 5.7.8',
        saw: '235 2.7.0',
      },
    ],
  },
  {
    name: 'the services of master.cf can not be given a realm of their own',
    before: `sed -i -e 's/^submission inet/submission\\tinet/' -e 's/^smtps  *inet/smtps\\tinet/' /etc/postfix/master.cf`,
    noticedBy: [
      {
        checks: /^realms\/domain-user-local-(myhostname|empty)-as-bare$/,
        expected: 'AUTH PLAIN as alice: 535 5.7.8',
        saw: '235 2.7.0',
      },
      {
        checks: /^realms\/hostname-user-local-(myhostname|empty)-as-bare$/,
        expected: 'AUTH PLAIN as carol: 235 2.7.0',
        saw: '535 5.7.8',
      },
    ],
  },
  {
    name: 'the certificate is for another name',
    before: `openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=other.example.test \\
  -keyout /etc/pki/tls/private/postfix.key -out /etc/pki/tls/certs/postfix.pem 2>/dev/null`,
    noticedBy: [
      {
        checks: /^announcement\/certificate-on-/,
        expected: 'a certificate for mail.example.test',
        saw: 'other.example.test',
      },
    ],
  },
  {
    name: 'the certificate stands without those that vouch for it',
    before: "sed -i '/-END CERTIFICATE-/q' /etc/pki/tls/certs/postfix.pem",
    noticedBy: [
      {
        checks: /^tls\/certificate-verified$/,
        expected: 'a certificate that can be verified',
        saw: /unable to verify the first certificate/,
      },
    ],
  },
  {
    name: 'passwords are sent over TLS only',
    cause: 'auth-not-offered/starttls-required',
    before: "postconf -e 'smtpd_tls_security_level = encrypt'",
    noticedBy: [
      { checks: /^announcement\/mail-without-tls$/, expected: ': 250 2.1.5', saw: '530 5.7.0 Must issue a STARTTLS' },
    ],
  },
  {
    name: 'accounts can not be locked',
    before: 'ln -sf /bin/true /usr/sbin/usermod',
    noticedBy: [
      {
        checks: /^password-stores\/saslauthd-(shadow|pam)-locked-account$/,
        expected: 'AUTH PLAIN of erin: 535 5.7.8',
        saw: '235 2.7.0',
      },
    ],
  },
  {
    name: 'saslpasswd2 keeps nothing',
    before: 'ln -sf /bin/true /usr/sbin/saslpasswd2',
    noticedBy: [
      { checks: /^realms\/created-user$/, expected: 'AUTH PLAIN after saslpasswd2: 235 2.7.0', saw: '535 5.7.8' },
    ],
  },
  ...standIns,
];
