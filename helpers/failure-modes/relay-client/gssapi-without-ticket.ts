import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { noTokenFailure } from './shared/smarthost-logins';

export const mode: FailureMode = {
  id: 'relay-client/gssapi-without-ticket',
  kind: 'fault',
  title:
    'a client takes GSSAPI or another mechanism that the next server offers, and has no ticket for it that is good',
  cause:
    'Of the mechanisms that the smarthost offers and that are installed here, Cyrus SASL prefers GSSAPI (Kerberos), as of a smarthost in Active Directory. There is no ticket that the user postfix can read, so that the login ends before name and password are tried. The library of macOS takes the provider’s mechanism for tokens in the same way. Thunderbird does it where Kerberos is set for the account: a normal password is meant, or its ticket has run out.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: SASL authentication failure: GSSAPI Error: .*(?:Credentials cache|No Kerberos credentials|No credentials)/,
        specimen:
          "postfix/smtp[961]: warning: SASL authentication failure: GSSAPI Error: Unspecified GSS failure.  Minor code may provide more information (Credentials cache file '/tmp/krb5cc_89' not found)",
        strength: 'names',
        program: programOf('smtp'),
      },
      {
        // Thunderbird.
        pattern: /Kerberos\/GSSAPI ticket was not accepted by the Outgoing server/,
        specimen: 'The Kerberos/GSSAPI ticket was not accepted by the Outgoing server (SMTP) mail.example.com.',
        strength: 'names',
        alternative: true,
      },
      noTokenFailure,
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue.',
  },
  repair: {
    words: 'Leave GSSAPI out.',
    commands: [
      'postconf -e "smtp_sasl_mechanism_filter = !gssapi, !gss-spnego, static:all"',
      'systemctl reload postfix',
      'postqueue -f',
    ],
  },
  unreproduced: 'The lab’s smarthost does not offer GSSAPI.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#smtp_sasl_mechanism_filter',
    'https://github.com/NethServer/dev/issues/5366',
  ],
};
