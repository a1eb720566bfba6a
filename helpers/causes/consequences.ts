import { findingsOfReason } from '../checks/shared/findings';
import type { CheckResult } from '../model/result';

/** What went wrong in a check, in the terms in which causes differ. */
export type Consequence =
  /** Somebody relays who should not. */
  | 'relays'
  /** A recipient is taken, or a list not asked, where the client should have been refused or looked at. */
  | 'taken'
  /** ANONYMOUS is offered or accepted. */
  | 'anonymous'
  /** AUTH, or a mechanism, is not there. */
  | 'no-auth'
  /** A right password is refused. */
  | 'login-refused'
  /** The session ends before the server has said a word. */
  | 'no-greeting'
  | 'no-tls'
  /** Mail is refused that should be taken. */
  | 'mail-refused'
  /** Mail is taken and does not arrive. */
  | 'not-delivered';

/** What went wrong in a check, read from its reason and its dialogue. Empty where neither tells. */
export function consequencesOf({ reason = '', evidence }: Pick<CheckResult, 'reason' | 'evidence'>) {
  const found = new Set<Consequence>();
  for (const { expected, saw } of findingsOfReason(reason)) {
    for (const { consequence, wanted, got } of signs)
      if (wanted.test(expected) && got.test(saw)) found.add(consequence);
  }
  if (/^no session .*: (?:silence|end of file|reset)/m.test(reason)) found.add('no-greeting');
  const silent = evidence.transcripts.some(
    ({ entries }) =>
      entries.some(({ text }) => /^connected to/.test(text)) && entries.every(({ from }) => from !== 'server'),
  );
  if (silent) found.add('no-greeting');
  return found as ReadonlySet<Consequence>;
}

/** How findings are worded that show it: what was expected, and what was seen instead. */
const signs: readonly { readonly consequence: Consequence; readonly wanted: RegExp; readonly got: RegExp }[] = [
  { consequence: 'relays', wanted: /^nothing reaches the sink/, got: /^a message (?:to|that waits) / },
  { consequence: 'taken', wanted: /: (?:[45]\d\d |a refusal)/, got: /^250 / },
  { consequence: 'taken', wanted: /RBL lookup error|^questions to lists/, got: /^(?:no such line|none)/ },
  { consequence: 'anonymous', wanted: /anonymous/i, got: /^235 |\bANONYMOUS\b/ },
  { consequence: 'no-auth', wanted: /\b235 /, got: /^50[34] / },
  { consequence: 'no-auth', wanted: /^(?:a line AUTH|AUTH=|LOGIN PLAIN|a mechanism that)/, got: /\b(?:none|no line)/ },
  { consequence: 'no-auth', wanted: /^a reply to AUTH/, got: /^none/ },
  { consequence: 'login-refused', wanted: /\b235 /, got: /^(?:454|535) / },
  {
    consequence: 'no-greeting',
    wanted: /\bgreeting\b/,
    got: /^(?:silence|end of file|reset)|smtpd (?:dies|has no SASL)/,
  },
  { consequence: 'no-greeting', wanted: /\b(?:220|235) /, got: /^(?:silence|end of file|reset)/ },
  { consequence: 'no-tls', wanted: /STARTTLS|\bTLS\b|certificate/, got: /./ },
  { consequence: 'mail-refused', wanted: /250|is taken|arrives|reaches/, got: /^(?:E[A-Z]+: .*: )?[45]\d\d / },
  { consequence: 'mail-refused', wanted: /a refusal that is not everybody's/, got: /^[45]\d\d / },
  {
    consequence: 'not-delivered',
    wanted: /arrives|comes through/,
    got: /^(?:it does not|nothing|a message that waits)/,
  },
];
