import type { HowtoRow } from '../model/howto-row';

/** The how-to's settings, row by row, under the words in which its readers know them. */
export const howtoRows: readonly HowtoRow[] = [
  'yum -y install cyrus-sasl: versions',
  'cyrus-sasl-plain, -md5, -scram: the plug-ins behind the mechanisms',
  'smtpd_sasl_auth_enable = yes',
  'broken_sasl_auth_clients = yes',
  'smtpd_sasl_security_options = noanonymous',
  'smtpd_sasl_local_domain = $mydomain, or $myhostname',
  'reject_rbl_client relays.ordb.org: a dead list',
  'reject_rhsbl_client and reject_rbl_client: the replacement lists',
  'reject_unknown_client',
  'smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination',
  'what reject_unauth_destination lets through',
  'smtpd_sender_restrictions = reject_unknown_sender_domain',
  'smtpd_use_tls, smtpd_tls_security_level = may, certificate and key',
  '/etc/sasl2/smtpd.conf: pwcheck_method and mech_list',
  'saslpasswd2 -u <realm> -c <user>, sasldblistusers2',
  '/etc/sasldb2: chgrp postfix, chmod 640',
  'no SASL authentication mechanisms; bad command startup -- throttling',
  'systemctl start saslauthd',
  'the mail client: my server requires authentication',
].map((title, index) => ({ number: index + 1, title }));

/** The rows of these numbers. */
export function rowsOf(numbers: readonly number[]): readonly HowtoRow[] {
  return howtoRows.filter(({ number }) => numbers.includes(number));
}
