import type { HowtoRow } from '../model/howto-row';

/** A row with what its setting does, for docs/howto.md. */
export interface ExplainedRow extends HowtoRow {
  readonly meaning: string;
}

/** The how-to's settings, row by row, under the words in which its readers know them. */
export const howtoRows: readonly ExplainedRow[] = [
  [
    'yum -y install cyrus-sasl: versions',
    'Installs the SASL library beside Postfix. Both versions are read from the running server and stand at the top of the report.',
  ],
  [
    'cyrus-sasl-plain, -md5, -scram: the plug-ins behind the mechanisms',
    'Each mechanism is a plug-in of its own package. With the library alone only ANONYMOUS is there, and row 17 is the result.',
  ],
  ['smtpd_sasl_auth_enable = yes', 'EHLO offers AUTH. Without it AUTH is answered with 503.'],
  [
    'broken_sasl_auth_clients = yes',
    'EHLO offers AUTH once more in the form `AUTH=` that old clients read, with the same mechanisms.',
  ],
  ['smtpd_sasl_security_options = noanonymous', 'ANONYMOUS is neither offered nor taken, however it is spelt.'],
  [
    'smtpd_sasl_local_domain = $mydomain, or $myhostname',
    'The realm in which a user is looked up who gives no realm: whoever was created in another one can not log in.',
  ],
  [
    'reject_rbl_client relays.ordb.org: a dead list',
    'The list was closed in 2006. Its silence may cost time but no mail.',
  ],
  [
    'reject_rhsbl_client and reject_rbl_client: the replacement lists',
    'A listed client is refused, another is not, a dead list changes nothing, and one that says yes to everything refuses everybody.',
  ],
  [
    'reject_unknown_client',
    'A client whose address has no name, or whose name does not point back, is refused (450), even after a login, unless it is in $mynetworks.',
  ],
  [
    'smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination',
    'Who may relay: clients in $mynetworks and users who have logged in. Since Postfix 2.10 smtpd_relay_restrictions comes first, and its default refuses with 454.',
  ],
  [
    'what reject_unauth_destination lets through',
    "Mail for the server's own destinations, virtual domains and $relay_domains is taken from anybody.",
  ],
  [
    'smtpd_sender_restrictions = reject_unknown_sender_domain',
    'A sender whose domain has neither A nor MX is refused; where DNS fails, it is deferred (450).',
  ],
  [
    'smtpd_use_tls, smtpd_tls_security_level = may, certificate and key',
    'STARTTLS is offered and works, logins work before and after it, and mail without TLS is still taken.',
  ],
  [
    '/etc/sasl2/smtpd.conf: pwcheck_method and mech_list',
    'Who checks passwords and which mechanisms are offered. Both commented out: sasldb, and all that are installed.',
  ],
  ['saslpasswd2 -u <realm> -c <user>, sasldblistusers2', 'Creates the users of sasldb and lists them as user@realm.'],
  [
    '/etc/sasldb2: chgrp postfix, chmod 640',
    'smtpd is not root when it reads the passwords. Unreadable: every login fails; mended: they work at once.',
  ],
  [
    'no SASL authentication mechanisms; bad command startup -- throttling',
    'Nothing is left to offer, smtpd ends, and master holds it back for a minute. Three causes, told apart, each with its repair.',
  ],
  [
    'systemctl start saslauthd',
    'Runs where smtpd.conf says `pwcheck_method: saslauthd`. Stopped, logins fail and the log says why.',
  ],
  ['the mail client: my server requires authentication', 'Nodemailer as such a client, on 25, 587 and 465.'],
].map(([title = '', meaning = ''], index) => ({ number: index + 1, title, meaning }));

/** The rows of these numbers. */
export function rowsOf(numbers: readonly number[]): readonly HowtoRow[] {
  return howtoRows.filter(({ number }) => numbers.includes(number)).map(({ number, title }) => ({ number, title }));
}
