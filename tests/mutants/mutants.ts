import { directives } from './directives';
import { smarthostMutants } from './smarthost-mutants';

/** A server broken on purpose, and the checks that must notice. */
export interface Mutant {
  readonly name: string;
  /** Shell commands before the start, as an administrator might have done it. */
  readonly before: string;
  /** Each check whose id matches is asked, and must fail. */
  readonly noticedBy: readonly RegExp[];
  /** The directive of the how-to that is taken out or loosened, where it is about one. */
  readonly directive?: string;
  /** The reference server that is broken; that of the run unless said. */
  readonly server?: string;
}

/** Servers that let in, or out, whom they should not; and those that shut out whom they should serve. */
export const mutants: readonly Mutant[] = [
  ...directives,
  ...smarthostMutants,
  {
    name: 'mynetworks is the whole Internet',
    before: "postconf -e 'mynetworks = 0.0.0.0/0'",
    noticedBy: [
      /^authenticated-relay\/\w+(-md5)?-(wrong-password|unknown-user|wrong-realm|empty-password)$/,
      /^anonymous-denial\/(?!not-offered)/,
      /^open-relay\/outside-(anonymous|failed-login)-foreign$/,
      /^open-relay\/(listed|nameless)-/,
      /^open-relay\/form-/,
      /^password-stores\/saslauthd-\w+-(wrong-password|sasldb-user)$/,
      /^destinations\/(suffix-of|sub-of|other-)/,
      /^destinations\/relay-refused-/,
      /^dns\/\S+-(listed|open-resolver)$/,
      /^dns\/(parked-list|client-new-name-of-directive)$/,
    ],
  },
  {
    name: 'mynetworks has the private networks, in which Docker puts its gateway',
    before: `postconf -e "mynetworks = $(postconf -h mynetworks), 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, \\
  100.64.0.0/10, [fc00::]/7, [fe80::]/10"`,
    noticedBy: [/^open-relay\/address-(?!ipv6-outside)/],
  },
  {
    name: 'mynetworks is the whole Internet, by IPv6 alone',
    before: `postconf -e "mynetworks = $(postconf -h mynetworks), [::]/0"`,
    noticedBy: [/^open-relay\/address-(fc00-7|fe80-10|ipv6-\w+)$/],
  },
  {
    name: 'the service of one port trusts everybody, in TLS',
    before: `sed -i 's/syslog_name=postfix.submission/& -o mynetworks=0.0.0.0\\/0 -o smtpd_tls_security_level=encrypt/' \\
  /etc/postfix/master.cf`,
    noticedBy: [
      /^open-relay\/(outside|listed|nameless)-anonymous-foreign$/,
      /^open-relay\/form-(null-sender|foreign-sender|sender-\S+|percent-at-host|two-at-host|route-by-host|bang-at-host)$/,
      /^open-relay\/address-(gateway|neighbour|\d+-)/,
    ],
  },
  {
    name: "senders of the server's own domain relay",
    before: `echo '/@(mail\\.)?example\\.test$/ permit' >/etc/postfix/own
postconf -e 'smtpd_relay_restrictions = check_sender_access regexp:/etc/postfix/own, defer_unauth_destination' \\
  'smtpd_recipient_restrictions = check_sender_access regexp:/etc/postfix/own, reject_unauth_destination'`,
    noticedBy: [/^open-relay\/form-sender-(at-host|at-domain|of-user|of-system)$/],
  },
  {
    name: 'an access table that permits everybody stands before reject_unauth_destination',
    before: `postconf -e 'smtpd_relay_restrictions = check_client_access static:permit, defer_unauth_destination' \\
  'smtpd_recipient_restrictions = check_client_access static:permit, reject_unauth_destination'`,
    noticedBy: [/^open-relay\/outside-(anonymous|failed-login)-foreign$/],
  },
  {
    name: 'all clients are refused',
    before: "postconf -e 'smtpd_client_restrictions = reject'",
    noticedBy: [/^open-relay\/inside-/, /^open-relay\/outside-\S+-local$/, /^open-relay\/outside-logged-in-/],
  },
  {
    name: 'all senders are refused',
    before: "postconf -e 'smtpd_helo_restrictions = reject'",
    noticedBy: [
      /^destinations\/(local|hostname|address-literal|virtual-\w+|relay-domain|relay-sub-domain)-/,
      /^dns\/(?!client|sender)\S+-(nxdomain|servfail|refused|silence)$/,
      /^dns\/sender-(a-only|mx-only)-/,
    ],
  },
  {
    name: 'permit stands before reject_unauth_destination, so that smtpd refuses to start',
    before: `postconf -e 'smtpd_relay_restrictions =' \\
  'smtpd_recipient_restrictions = permit_mynetworks, permit, reject_unauth_destination'`,
    noticedBy: [/^no-mechanisms\/usable-on-/, /^authenticated-relay\/plain-on-/],
  },
  {
    name: 'the password plug-ins are gone',
    before: 'rm -f /usr/lib64/sasl2/lib{plain,login,crammd5,digestmd5,scram}.*',
    noticedBy: [/^no-mechanisms\/usable-on-/, /^authenticated-relay\/plain-on-/],
  },
  {
    name: 'Received fields do not say that the client had logged in, because headers are dropped',
    before: `echo '/^Received:/ IGNORE' >/etc/postfix/headers
postconf -e 'header_checks = regexp:/etc/postfix/headers'`,
    noticedBy: [/^authenticated-relay\/plain-on-/],
  },
  {
    name: 'the password of the user is another',
    before: 'echo another-horse | saslpasswd2 -p -c -u example.test alice',
    noticedBy: [/^authenticated-relay\/(user-gets-in|plain-on-\S+)$/],
  },
  {
    name: 'the users are in both realms',
    before: `echo correct-horse-alice | saslpasswd2 -p -c -u mail.example.test alice
echo correct-horse-carol | saslpasswd2 -p -c -u example.test carol`,
    noticedBy: [
      /^realms\/domain-user-\S+-as-hostname$/,
      /^realms\/domain-user-local-(myhostname|empty)-as-bare$/,
      /^realms\/hostname-user-\S+-as-domain$/,
      /^realms\/hostname-user-local-mydomain-as-bare$/,
    ],
  },
  {
    name: 'the services of master.cf can not be given a realm of their own',
    before: `sed -i -e 's/^submission inet/submission\\tinet/' -e 's/^smtps  *inet/smtps\\tinet/' /etc/postfix/master.cf`,
    noticedBy: [/^realms\/\w+-user-local-(myhostname|empty)-as-bare$/],
  },
  {
    name: 'the certificate is for another name',
    before: `openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=other.example.test \\
  -keyout /etc/pki/tls/private/postfix.key -out /etc/pki/tls/certs/postfix.pem 2>/dev/null`,
    noticedBy: [/^announcement\/certificate-on-/],
  },
  {
    name: 'passwords are sent over TLS only',
    before: "postconf -e 'smtpd_tls_security_level = encrypt'",
    noticedBy: [/^announcement\/mail-without-tls$/],
  },
  {
    name: 'saslpasswd2 keeps nothing',
    before: 'ln -sf /bin/true /usr/sbin/saslpasswd2',
    noticedBy: [/^realms\/created-user$/],
  },
];
