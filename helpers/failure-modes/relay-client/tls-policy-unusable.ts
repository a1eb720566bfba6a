import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { queued, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/tls-policy-unusable',
  kind: 'fault',
  title: 'the TLS policy for the next server can’t be used',
  cause:
    'smtp_tls_policy_maps has a line for this destination that is none: an attribute without `=`, protocols that are parted by commas or ' +
    'blanks where colons belong, or a level that does not exist. Or the table is asked of a program that does not answer, as postfix-tlspol. ' +
    'Mail to this destination waits; others get theirs.',
  symptoms: {
    log: [
      smtp(
        /^warning: smtp_tls_policy_maps, next-hop destination "[^"]*": (?!ignoring attribute )/,
        'warning: smtp_tls_policy_maps, next-hop destination "elsewhere.example": malformed attribute/value pair "!SSLv3": missing \'=\' after attribute name',
        'names',
      ),
      {
        pattern: /status=deferred \(client TLS configuration problem\)$/,
        specimen:
          'postfix/smtp[961]: 2437A1A3CC0: to=<x@elsewhere.example>, relay=none, delay=0.12, delays=0.01/0.03/0.08/0, dsn=4.7.5, status=deferred (client TLS configuration problem)',
        strength: 'suggests',
        program: /\/smtp$/,
        alternative: true,
      },
      {
        pattern:
          /^warning: .*: (?:invalid (?:empty policy|security level "|attribute name: "[^"]*"$)|malformed attribute\/value pair "|attribute "[^"]*" (?:has empty value|is specified multiple times|invalid at security level|has bad value: )|unknown TLS policy '|"[^"]*" specifies an invalid hostname|the "dane" security level is invalid)|^warning: .*per-site table lookup error/,
        specimen:
          'postfix/smtp[9]: warning: TLS policy table, next-hop destination "example.com": invalid security level "secur"',
        strength: 'names',
        program: /^\S+\/(?:smtp|lmtp)$/,
        alternative: true,
      },
      {
        pattern: /^warning: TLS policy lookup (?:error )?for /,
        specimen:
          'postfix/smtp[9]: warning: TLS policy lookup for example.com/mx.example.com: client TLS configuration problem',
        strength: 'accompanies',
        program: /^\S+\/(?:smtp|lmtp)$/,
        alternative: true,
      },
    ],
    facts: [],
    client: queued,
  },
  repair: {
    words: 'Mend the line, with colons between protocols; ask the table by hand.',
    commands: [
      'postconf -h smtp_tls_policy_maps',
      'postmap -q elsewhere.example hash:/etc/postfix/tls_policy',
      'echo "elsewhere.example encrypt protocols=!SSLv2:!SSLv3" >/etc/postfix/tls_policy; postmap hash:/etc/postfix/tls_policy',
      'postqueue -f',
    ],
  },
  reproduction: {
    inject: `echo 'elsewhere.example encrypt protocols=!SSLv2 !SSLv3' >/etc/postfix/tls_policy
postmap hash:/etc/postfix/tls_policy
postconf -e smtp_tls_policy_maps=hash:/etc/postfix/tls_policy`,
    provoke: [mailFromInside],
    repair: 'postconf -X smtp_tls_policy_maps',
    toldBy: 'log',
  },
  versions: { from: '2.3' },
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#smtp_tls_policy_maps',
    'https://github.com/EFForg/starttls-everywhere/issues/20',
    'https://github.com/mailcow/mailcow-dockerized/pull/6686',
  ],
};
