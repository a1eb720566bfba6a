import { explainedBy, type Mutant, type Notice } from './mutant';

/** A directive with what is done to it, in words and as shell commands. */
function change(directive: string, words: string, before: string, ...noticedBy: readonly Notice[]): Mutant {
  return { name: `${directive}: ${words}`, directive, before, noticedBy };
}

const takenOut = 'taken out';

function without(parameter: string, word: string): string {
  // Its last word, or one with a comma after it; a line of a list may hold both.
  return `value=$(postconf -h ${parameter} | sed -e 's/${word}, *//' -e 's/, *${word}$//')
postconf -e "${parameter} = $value"`;
}

const taken = '250 2.1.5';
// Since 3.2 a login that can not be checked is told from one that is wrong.
const unchecked = /^(454 4\.7\.0|535 5\.7\.8)/;
const named = /: 450 4\.7\.(25|1)/;

/** Strangers without a name whom the client restrictions let pass; some then meet the refusal to relay. */
const namelessLetPass: readonly Notice[] = [
  { checks: /^open-relay\/nameless-(\S+-local|logged-in-foreign)$/, expected: named, saw: taken },
  { checks: /^open-relay\/nameless-(anonymous|failed-login)-foreign$/, expected: named, saw: /Relay access denied$/ },
];

/** Without a file for certificate or key smtpd goes on without TLS, but announces it. */
function withoutTls(parameter: string): Mutant {
  return change(parameter, takenOut, `postconf -X ${parameter}`, {
    checks: /^announcement\/starttls-on-/,
    expected: 'STARTTLS: 220 2.0.0',
    saw: '454 4.7.0 TLS not available',
  });
}

/**
 * Every directive of the how-to, taken out or, where its absence is the default or says the same, loosened: the table that
 * shows that none of them is there for nothing.
 */
export const directives: readonly Mutant[] = [
  explainedBy(
    'auth-not-offered/switched-off',
    change(
      'smtpd_sasl_auth_enable = yes',
      takenOut,
      'postconf -X smtpd_sasl_auth_enable',
      {
        checks: /^authenticated-relay\/(plain|login|cram-md5|digest-md5)-on-/,
        expected: 'AUTH: 235 2.7.0',
        saw: '503 5.5.1',
      },
      { checks: /^no-mechanisms\/usable-on-/, expected: 'a mechanism that lets a user in', saw: 'offered: none' },
      { checks: /^announcement\/auth-on-/, expected: 'a line AUTH', saw: 'none' },
      { checks: /^password-stores\/saslauthd-\w+-mechanisms$/, expected: 'LOGIN PLAIN', saw: 'none' },
      {
        checks: /^password-stores\/saslauthd-\w+-(plain|login)$/,
        expected: /^AUTH \w+: 235 2\.7\.0/,
        saw: '503 5.5.1',
      },
    ),
  ),
  change('broken_sasl_auth_clients = yes', takenOut, 'postconf -X broken_sasl_auth_clients', {
    checks: /^announcement\/legacy-auth-on-/,
    expected: /^AUTH=\S+/,
    saw: 'no line AUTH=',
  }),
  explainedBy(
    'open-relay/anonymous-offered',
    change(
      'smtpd_sasl_security_options = noanonymous',
      'emptied (taken out, it has this value by default)',
      "postconf -e 'smtpd_sasl_security_options ='",
      {
        checks: /^anonymous-denial\/not-offered/,
        expected: 'ANONYMOUS is not among the mechanisms',
        saw: /\bANONYMOUS\b/,
      },
      {
        checks: /^anonymous-denial\/(bare|with-trace|lower-case|after-starttls)$/,
        expected: /anonymous.*: a refusal$/i,
        saw: '235 2.7.0',
      },
    ),
  ),
  explainedBy(
    'passwords/local-domain-empty',
    change(
      'smtpd_sasl_local_domain = $mydomain',
      takenOut,
      'postconf -X smtpd_sasl_local_domain',
      { checks: /^authenticated-relay\/plain-on-/, expected: 'AUTH: 235 2.7.0', saw: '535 5.7.8' },
      {
        checks: /^realms\/domain-user-local-mydomain-as-bare$/,
        expected: 'AUTH PLAIN as alice: 235 2.7.0',
        saw: '535 5.7.8',
      },
    ),
  ),
  change(
    'smtpd_client_restrictions: permit_mynetworks',
    takenOut,
    without('smtpd_client_restrictions', 'permit_mynetworks'),
    { checks: /^dns\/client-no-ptr-inside$/, expected: 'RCPT: 250 2.1.5', saw: /cannot find your hostname/ },
    { checks: /^dns\/mynetworks-not-looked-up$/, expected: 'no question about this one', saw: /\.spamcop\.net\b/ },
  ),
  change(
    'smtpd_client_restrictions: reject_rhsbl_client rhsbl.ahbl.org',
    takenOut,
    without('smtpd_client_restrictions', 'reject_rhsbl_client rhsbl.ahbl.org'),
    { checks: /^dns\/rhsbl\.ahbl\.org-(listed|open-resolver)$/, expected: 'RCPT: 554 5.7.1', saw: taken },
    { checks: /^dns\/parked-list$/, expected: 'RCPT from outside: 554 5.7.1', saw: taken },
  ),
  ...['spamcop.net', 'dynablock.wirehub.net', 'sbl.spamhaus.org'].map((zone) =>
    change(
      `smtpd_client_restrictions: reject_rbl_client ${zone}`,
      takenOut,
      without('smtpd_client_restrictions', `reject_rbl_client ${zone}`),
      { checks: checksOfList(zone, 'listed|open-resolver'), expected: 'RCPT: 554 5.7.1', saw: taken },
      {
        checks: checksOfList(zone, 'servfail'),
        expected: `"${zone}: RBL lookup error" in the log`,
        saw: 'no such line',
      },
    ),
  ),
  change(
    'smtpd_client_restrictions: reject_unknown_client',
    takenOut,
    without('smtpd_client_restrictions', 'reject_unknown_client'),
    {
      checks: /^dns\/client-(no-ptr|ptr-servfail|ptr-without-address|ptr-other-address)(-logged-in)?$/,
      expected: named,
      saw: taken,
    },
    ...namelessLetPass,
  ),
  explainedBy(
    'relay-refused/client-list-rejects-users',
    change(
      'smtpd_client_restrictions: permit',
      'turned into reject (taken out, the list ends in permit anyway)',
      `postconf -e "smtpd_client_restrictions = $(postconf -h smtpd_client_restrictions | sed 's/ permit$/ reject/')"`,
      {
        checks: /^open-relay\/outside-anonymous-local$/,
        expected: /^RCPT \S+: 250 2\.1\.5/,
        saw: /Client host rejected: Access denied$/,
      },
    ),
  ),
  change(
    'smtpd_client_restrictions',
    takenOut,
    'postconf -X smtpd_client_restrictions',
    { checks: /^open-relay\/listed-(\S+-local|logged-in-foreign)$/, expected: ': 554 5.7.1', saw: taken },
    {
      checks: /^open-relay\/listed-(anonymous|failed-login)-foreign$/,
      expected: ': 554 5.7.1',
      saw: /Relay access denied$/,
    },
    ...namelessLetPass,
  ),
  change(
    'smtpd_recipient_restrictions: permit_mynetworks',
    takenOut,
    without('smtpd_recipient_restrictions', 'permit_mynetworks'),
    {
      checks: /^open-relay\/inside-(anonymous|failed-login)-foreign$/,
      expected: ': 250 2.1.5',
      saw: /Relay access denied$/,
    },
  ),
  explainedBy(
    'relay-refused/login-not-permitted',
    change(
      'smtpd_recipient_restrictions: permit_sasl_authenticated',
      takenOut,
      without('smtpd_recipient_restrictions', 'permit_sasl_authenticated'),
      { checks: /^open-relay\/outside-logged-in-foreign$/, expected: ': 250 2.1.5', saw: /Relay access denied$/ },
      { checks: /^authenticated-relay\/plain-on-/, expected: 'the message is taken', saw: /Relay access denied$/ },
    ),
  ),
  change(
    'smtpd_recipient_restrictions: reject_unauth_destination',
    'taken out, which smtpd does not start without',
    without('smtpd_recipient_restrictions', 'reject_unauth_destination'),
    {
      checks: /^destinations\/relay-refused-by-recipient-restrictions$/,
      expected: 'greeting: 220',
      saw: /^fatal: in parameter smtpd_relay_restrictions or smtpd_recipient_restrictions, /,
    },
  ),
  change(
    'smtpd_sender_restrictions = reject_unknown_sender_domain',
    takenOut,
    'postconf -X smtpd_sender_restrictions',
    {
      checks: /^dns\/sender-(neither|nxdomain|servfail|silence|null-mx)-/,
      expected: /^RCPT after MAIL \S+: [45]50 /,
      saw: taken,
    },
  ),
  change(
    'smtpd_use_tls = yes',
    'taken out together with smtpd_tls_security_level, which says the same',
    'postconf -X smtpd_use_tls smtpd_tls_security_level',
    { checks: /^announcement\/starttls-on-/, expected: 'STARTTLS in the reply to EHLO', saw: 'none' },
  ),
  change('smtpd_tls_security_level = may', 'none', "postconf -e 'smtpd_tls_security_level = none'", {
    checks: /^announcement\/starttls-on-/,
    expected: 'STARTTLS in the reply to EHLO',
    saw: 'none',
  }),
  withoutTls('smtpd_tls_cert_file'),
  explainedBy('tls/chain-file-unusable', withoutTls('smtpd_tls_key_file')),
  explainedBy(
    'saslauthd/not-running',
    change(
      'smtpd.conf: #pwcheck_method',
      'not commented out, and saslauthd',
      `echo 'pwcheck_method: saslauthd' >/etc/sasl2/smtpd.conf; ln -sf /bin/true /usr/sbin/saslauthd`,
      { checks: /^authenticated-relay\/(plain|login)-on-/, expected: 'AUTH: 235 2.7.0', saw: unchecked },
    ),
  ),
  change(
    'smtpd.conf: #mech_list',
    'not commented out',
    "echo 'mech_list: plain login' >/etc/sasl2/smtpd.conf",
    { checks: /^announcement\/plug-ins$/, expected: 'mechanisms of the plug-ins', saw: /^(PLAIN LOGIN|LOGIN PLAIN)$/ },
    {
      checks: /^authenticated-relay\/(cram|digest)-md5-on-/,
      expected: 'AUTH: 235 2.7.0',
      saw: /^535 5\.7\.8 .*no mechanism available/,
    },
  ),
  explainedBy(
    'passwords/local-domain-differs',
    change(
      'saslpasswd2 -u $mydomain -c alice',
      'in another realm',
      inAnotherRealm(),
      {
        checks: /^realms\/listed$/,
        expected: 'the line "alice@example.test: userPassword"',
        saw: 'alice@other.example: userPassword',
      },
      {
        checks: /^realms\/domain-user-\S+-as-domain$/,
        expected: 'AUTH PLAIN as alice@example.test: 235 2.7.0',
        saw: '535 5.7.8',
      },
      { checks: /^authenticated-relay\/plain-on-/, expected: 'AUTH: 235 2.7.0', saw: '535 5.7.8' },
    ),
  ),
  explainedBy(
    'sasldb/closed-to-postfix',
    change(
      'chgrp postfix /etc/sasldb2',
      'undone',
      'chgrp root /etc/sasldb2',
      { checks: /^authenticated-relay\/plain-on-/, expected: 'AUTH: 235 2.7.0', saw: unchecked },
      {
        checks: /^realms\/(hostname-user-\S+-as-hostname|domain-user-\S+-as-domain)$/,
        expected: /^AUTH PLAIN as \S+: 235 2\.7\.0/,
        saw: unchecked,
      },
    ),
  ),
  explainedBy(
    'sasldb/no-group-read',
    change('chmod 640 /etc/sasldb2', '600', 'chmod 600 /etc/sasldb2', {
      checks: /^authenticated-relay\/plain-on-/,
      expected: 'AUTH: 235 2.7.0',
      saw: unchecked,
    }),
  ),
  change(
    'systemctl start saslauthd',
    'not done',
    'ln -sf /bin/true /usr/sbin/saslauthd',
    {
      checks: /^password-stores\/saslauthd-(shadow|pam)-(plain|login)$/,
      expected: /^AUTH \w+: 235 2\.7\.0/,
      saw: unchecked,
    },
    { checks: /^password-stores\/saslauthd-stopped-end$/, expected: 'AUTH PLAIN: 235 2.7.0', saw: unchecked },
  ),
];

function checksOfList(zone: string, answers: string): RegExp {
  return new RegExp(`^dns/${zone.replaceAll('.', '\\.')}-(${answers})$`);
}

function inAnotherRealm(): string {
  return `rm -f /etc/sasldb2
echo correct-horse-alice | saslpasswd2 -p -c -u other.example alice
chgrp postfix /etc/sasldb2; chmod 640 /etc/sasldb2`;
}
