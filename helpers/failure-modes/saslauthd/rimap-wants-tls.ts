import type { FailureMode } from '../../model/failure-mode';
import { askOrReplace, noImapHere, seeReply, unexpectedReply } from './shared/rimap';

export const mode: FailureMode = {
  id: 'saslauthd/rimap-wants-tls',
  kind: 'fault',
  title: 'an IMAP server takes no login in clear, from saslauthd or another client',
  cause:
    'With -a rimap saslauthd logs in at the IMAP server as the user, in clear: it knows no TLS. The server refuses LOGIN before STARTTLS, whatever the password is. Dovecot says so in a line “* BAD” before its NO, which saslauthd calls an “Unexpected response”. A mail program that is set to no encryption at port 143 meets the same.',
  symptoms: {
    log: [
      {
        pattern:
          /\bNO (?:\[PRIVACYREQUIRED\]|LOGIN is disabled|\[\w+\] (?:Plaintext|Cleartext) authentication disallowed)|\[mech=rimap\] \[reason=.*(?:PRIVACYREQUIRED|[Cc]lear-?text|[Pp]laintext)/,
        specimen:
          'saslauthd[9]: do_auth         : auth failure: [user=alice] [service=smtp] [realm=] [mech=rimap] [reason=NO [PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.]',
        strength: 'names',
      },
      {
        pattern: /unexpected response to auth request: \* BAD (?:\[\w+\] )?(?:Plaintext|Cleartext) authentication/,
        specimen:
          'saslauthd[9]: auth_rimap: unexpected response to auth request: * BAD Plaintext authentication disallowed',
        strength: 'names',
        alternative: true,
      },
      unexpectedReply,
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed',
  },
  repair: {
    words:
      'In a mail program: STARTTLS, or SSL/TLS at 993. For saslauthd: let the IMAP server take it in clear from this machine only, or put stunnel between the two; or let Dovecot be Postfix’s SASL server, without saslauthd.',
    commands: [...seeReply, ...askOrReplace],
  },
  unreproduced: noImapHere,
  versions: {},
  noticedBy: [],
  references: [
    'RFC 5530 section 3',
    'https://www.cyrusimap.org/sasl/sasl/pwcheck.html',
    'https://github.com/stalwartlabs/imap-server/issues/4',
  ],
};
