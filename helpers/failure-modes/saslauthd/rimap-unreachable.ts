import type { FailureMode } from '../../model/failure-mode';
import { askOrReplace, noImapHere, seeReply, unexpectedReply } from './shared/rimap';

export const mode: FailureMode = {
  id: 'saslauthd/rimap-unreachable',
  kind: 'fault',

  title: 'saslauthd does not reach the IMAP server that it asks, or does not understand its answer',
  cause:
    'With -a rimap saslauthd logs in at the IMAP server that -O names, as the user, at port 143 unless told. Nothing listens there, the name does not resolve, or it is no IMAP server in clear (TLS at 993, another service). “Unexpected response” means that one answered, with a greeting other than “* OK” or a reply to LOGIN that is neither OK nor NO, as where it wants TLS first.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:auth_rimap: (?:connect(?: \S+)?: |couldn't connect to |read \((?:banner|response)\)|unexpected response(?! to auth request: \* BAD (?:\[\w+\] )?(?:Plaintext|Cleartext))|no address given)|auth_rimap_init: |rimap_init: no hostname|retry_connect: connect )/,
        specimen: 'saslauthd[9]: auth_rimap: connect localhost[127.0.0.1]/143: Connection refused',
        strength: 'names',
        program: /^saslauthd$/,
      },
      unexpectedReply,
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed, or 454 4.7.0 Temporary authentication failure',
  },
  repair: {
    words:
      'Name the server with -O, and let it take a login without TLS from this machine; or let Dovecot be Postfix’s SASL server.',
    commands: [...seeReply, ...askOrReplace],
  },
  unreproduced: noImapHere,
  versions: {},
  noticedBy: [],
  references: [
    'https://www.cyrusimap.org/sasl/sasl/pwcheck.html',
    'https://www.postfix.org/SASL_README.html#server_dovecot',
  ],
};
