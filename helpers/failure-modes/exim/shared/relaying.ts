import type { LogSign } from '../../../model/failure-mode';

/** By a router that goes by MX the next server is the recipient’s own. */
export const byMx = 'dns_?lookup|lookup_?host';

/** By one that is named so it is a smarthost. */
const bySmarthost = 'smart|relay_?host|smtp_?relay|provider';

/** What a server says that is not to pass the mail on, and nothing else: with more words it may be a list or a policy. */
export const mayNotRelay =
  ': 5\\d\\d[- ](?:5\\.\\d\\.\\d+ )?(?:<[^>]*>(?::|\\.{3}) )?[Rr]elay(?:ing)? (?:access )?(?:not permitted|denied)\\.?$';

/** By another router: the smarthost wants a login, or the next server does not have the recipient’s domain. */
export const refusesToRelay: LogSign = {
  pattern: new RegExp(
    `(?:\\*\\*|==) (?!.* R=\\w*(?:${byMx}|${bySmarthost})).*SMTP error from remote mail server after .*${mayNotRelay}`,
  ),
  specimen:
    '2026-11-24 23:49:37 1vNZ2k-000123-AB ** bob@elsewhere.example R=hubbed_hosts T=remote_smtp H=mail.elsewhere.example [192.0.2.30]: SMTP error from remote mail server after RCPT TO:<bob@elsewhere.example>: 554 5.7.1 <bob@elsewhere.example>: Relay access denied',
  strength: 'suggests',
  alternative: true,
};
