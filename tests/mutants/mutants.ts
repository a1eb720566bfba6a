/** A server broken on purpose, and the checks that must notice. */
export interface Mutant {
  readonly name: string;
  /** Shell commands before the start, as an administrator might have done it. */
  readonly before: string;
  /** Beginnings of ids: each check of that name is asked, and must fail. */
  readonly noticedBy: readonly RegExp[];
}

/** Servers that let in, or out, whom they should not; and those that shut out whom they should serve. */
export const mutants: readonly Mutant[] = [
  {
    name: 'smtpd_sasl_auth_enable is off',
    before: "postconf -e 'smtpd_sasl_auth_enable = no'",
    noticedBy: [/^authenticated-relay\/(plain|login|cram-md5|digest-md5)-on-/, /^no-mechanisms\/usable-on-/],
  },
  {
    name: 'mynetworks is the whole Internet',
    before: "postconf -e 'mynetworks = 0.0.0.0/0'",
    noticedBy: [
      /^authenticated-relay\/\w+(-md5)?-(wrong-password|unknown-user|wrong-realm|empty-password)$/,
      /^anonymous-denial\/(?!not-offered)/,
      /^open-relay\/outside-(anonymous|failed-login)-foreign$/,
      /^open-relay\/(listed|nameless)-/,
      /^open-relay\/form-/,
    ],
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
    name: 'no client restrictions at all',
    before: "postconf -e 'smtpd_client_restrictions ='",
    noticedBy: [/^open-relay\/(listed|nameless)-/],
  },
  {
    name: 'ANONYMOUS is allowed',
    before: "postconf -e 'smtpd_sasl_security_options ='",
    noticedBy: [/^anonymous-denial\/(not-offered|bare|with-trace|lower-case|after-starttls)/],
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
];
