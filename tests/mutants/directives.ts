import type { Mutant } from './mutants';

/** A directive with what is done to it, in words and as shell commands. */
function change(directive: string, words: string, before: string, noticedBy: readonly RegExp[]): Mutant {
  return { name: `${directive}: ${words}`, directive, before, noticedBy };
}

const takenOut = 'taken out';

function without(parameter: string, word: string): string {
  // Its last word, or one with a comma after it; a line of a list may hold both.
  return `value=$(postconf -h ${parameter} | sed -e 's/${word}, *//' -e 's/, *${word}$//')
postconf -e "${parameter} = $value"`;
}

/**
 * Every directive of the how-to, taken out or, where its absence is the default or says the same, loosened: the table that
 * shows that none of them is there for nothing.
 */
export const directives: readonly Mutant[] = [
  change('smtpd_sasl_auth_enable = yes', takenOut, 'postconf -X smtpd_sasl_auth_enable', [
    /^authenticated-relay\/(plain|login|cram-md5|digest-md5)-on-/,
    /^no-mechanisms\/usable-on-/,
    /^announcement\/auth-on-/,
    /^password-stores\/saslauthd-\w+-(mechanisms|plain|login)$/,
  ]),
  change('broken_sasl_auth_clients = yes', takenOut, 'postconf -X broken_sasl_auth_clients', [
    /^announcement\/legacy-auth-on-/,
  ]),
  change(
    'smtpd_sasl_security_options = noanonymous',
    'emptied (taken out, it has this value by default)',
    "postconf -e 'smtpd_sasl_security_options ='",
    [/^anonymous-denial\/(not-offered|bare|with-trace|lower-case|after-starttls)/],
  ),
  change('smtpd_sasl_local_domain = $mydomain', takenOut, 'postconf -X smtpd_sasl_local_domain', [
    /^authenticated-relay\/plain-on-/,
    /^realms\/domain-user-local-mydomain-as-bare$/,
  ]),
  change(
    'smtpd_client_restrictions: permit_mynetworks',
    takenOut,
    without('smtpd_client_restrictions', 'permit_mynetworks'),
    [/^dns\/(client-no-ptr-inside|mynetworks-not-looked-up)$/],
  ),
  change(
    'smtpd_client_restrictions: reject_rhsbl_client rhsbl.ahbl.org',
    takenOut,
    without('smtpd_client_restrictions', 'reject_rhsbl_client rhsbl.ahbl.org'),
    [/^dns\/rhsbl.ahbl.org-(listed|open-resolver)$/, /^dns\/parked-list$/],
  ),
  ...['spamcop.net', 'dynablock.wirehub.net', 'sbl.spamhaus.org'].map((zone) =>
    change(
      `smtpd_client_restrictions: reject_rbl_client ${zone}`,
      takenOut,
      without('smtpd_client_restrictions', `reject_rbl_client ${zone}`),
      [new RegExp(`^dns/${zone}-(listed|open-resolver|servfail)$`)],
    ),
  ),
  change(
    'smtpd_client_restrictions: reject_unknown_client',
    takenOut,
    without('smtpd_client_restrictions', 'reject_unknown_client'),
    [
      /^dns\/client-(no-ptr|ptr-servfail|ptr-without-address|ptr-other-address)(-logged-in)?$/,
      /^open-relay\/nameless-/,
    ],
  ),
  change(
    'smtpd_client_restrictions: permit',
    'turned into reject (taken out, the list ends in permit anyway)',
    `postconf -e "smtpd_client_restrictions = $(postconf -h smtpd_client_restrictions | sed 's/ permit$/ reject/')"`,
    [/^open-relay\/outside-anonymous-local$/],
  ),
  change('smtpd_client_restrictions', takenOut, 'postconf -X smtpd_client_restrictions', [
    /^open-relay\/(listed|nameless)-/,
  ]),
  change(
    'smtpd_recipient_restrictions: permit_mynetworks',
    takenOut,
    without('smtpd_recipient_restrictions', 'permit_mynetworks'),
    [/^open-relay\/inside-(anonymous|failed-login)-foreign$/],
  ),
  change(
    'smtpd_recipient_restrictions: permit_sasl_authenticated',
    takenOut,
    without('smtpd_recipient_restrictions', 'permit_sasl_authenticated'),
    [/^open-relay\/outside-logged-in-foreign$/, /^authenticated-relay\/plain-on-/],
  ),
  change(
    'smtpd_recipient_restrictions: reject_unauth_destination',
    takenOut,
    without('smtpd_recipient_restrictions', 'reject_unauth_destination'),
    [/^destinations\/relay-refused-by-recipient-restrictions$/],
  ),
  change(
    'smtpd_sender_restrictions = reject_unknown_sender_domain',
    takenOut,
    'postconf -X smtpd_sender_restrictions',
    [/^dns\/sender-(neither|nxdomain|servfail|silence|null-mx)-/],
  ),
  change(
    'smtpd_use_tls = yes',
    'taken out together with smtpd_tls_security_level, which says the same',
    'postconf -X smtpd_use_tls smtpd_tls_security_level',
    [/^announcement\/starttls-on-/],
  ),
  change('smtpd_tls_security_level = may', 'none', "postconf -e 'smtpd_tls_security_level = none'", [
    /^announcement\/starttls-on-/,
  ]),
  change('smtpd_tls_cert_file', takenOut, 'postconf -X smtpd_tls_cert_file', [/^announcement\/starttls-on-/]),
  change('smtpd_tls_key_file', takenOut, 'postconf -X smtpd_tls_key_file', [/^announcement\/starttls-on-/]),
  change(
    'smtpd.conf: #pwcheck_method',
    'not commented out, and saslauthd',
    `echo 'pwcheck_method: saslauthd' >/etc/sasl2/smtpd.conf; ln -sf /bin/true /usr/sbin/saslauthd`,
    [/^authenticated-relay\/(plain|login)-on-/],
  ),
  change('smtpd.conf: #mech_list', 'not commented out', "echo 'mech_list: plain login' >/etc/sasl2/smtpd.conf", [
    /^announcement\/plug-ins$/,
    /^authenticated-relay\/(cram|digest)-md5-on-/,
  ]),
  change('saslpasswd2 -u $mydomain -c alice', 'in another realm', inAnotherRealm(), [
    /^realms\/(listed|domain-user-\S+-as-domain)$/,
    /^authenticated-relay\/plain-on-/,
  ]),
  change('chgrp postfix /etc/sasldb2', 'undone', 'chgrp root /etc/sasldb2', [
    /^authenticated-relay\/plain-on-/,
    /^realms\/(hostname-user-\S+-as-hostname|domain-user-\S+-as-domain)$/,
  ]),
  change('chmod 640 /etc/sasldb2', '600', 'chmod 600 /etc/sasldb2', [/^authenticated-relay\/plain-on-/]),
  change('systemctl start saslauthd', 'not done', 'ln -sf /bin/true /usr/sbin/saslauthd', [
    /^password-stores\/saslauthd-(shadow|pam)-(plain|login)$/,
    /^password-stores\/saslauthd-stopped-end$/,
  ]),
];

function inAnotherRealm(): string {
  return `rm -f /etc/sasldb2
echo correct-horse-alice | saslpasswd2 -p -c -u other.example alice
chgrp postfix /etc/sasldb2; chmod 640 /etc/sasldb2`;
}
