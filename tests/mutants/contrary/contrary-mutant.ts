import type { Authority, TargetFacts } from '../../../helpers/targets/target';
import type { RefusedMechanism } from '../../../helpers/targets/try-logins';
import { type Contrary, ContraryServer } from '../contrary-server';
import type { Notice } from '../mutant';
import type { HandOn } from '../passing-on';

/** A server that is wrong in a way that no setting of Postfix brings about, played by the test, and the checks that notice. */
export interface ContraryMutant {
  readonly name: string;
  /** Undefined where it is the sink itself: a server that relays for everybody, and at once. */
  readonly start?: (handOn: HandOn) => Promise<AsyncDisposable & { readonly port: number }>;
  readonly facts?: Partial<TargetFacts>;
  /** Whether it shows only where everything is tried that can be. */
  readonly thorough?: true;
  /** Where it is known who vouches for it. */
  readonly authority?: Authority;
  readonly noticedBy: readonly Notice[];
}

export const plainOn25 = {
  port: 25,
  security: 'plain',
  mechanisms: ['PLAIN', 'LOGIN', 'CRAM-MD5', 'DIGEST-MD5'],
} as const;

/** One port, where everything is: other servers, TLS, logins. */
export const onOnePort: Partial<TargetFacts> = {
  ports: [{ port: 25, role: 'smtp' }],
  starttls: [25],
  logins: [plainOn25],
  authBeforeTls: undefined,
  furthest: 'recipient',
};

export const inTlsAtOnce: Partial<TargetFacts> = {
  ports: [{ port: 465, role: 'submissions' }],
  starttls: [],
  logins: [],
};

export function answering(answer: Contrary, lineEnd?: RegExp): NonNullable<ContraryMutant['start']> {
  return () => ContraryServer.start(answer, lineEnd);
}

export const ehlo = (...keywords: readonly string[]) =>
  ['mail.example.test', ...keywords]
    .map((text, index) => `250${index === keywords.length ? ' ' : '-'}${text}`)
    .join('\n');

export const mechanisms = 'AUTH PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-256 SCRAM-SHA-256-PLUS XOAUTH2';

export const outOfOrder = '503 5.5.1 Need MAIL first';

export const agreed = /^(250|235|334) /;

/** Lets in who has the right password, and whoever else it is told to. */
export function refusing(before: (line: string) => void, letsIn: (line: string) => boolean = () => false): Contrary {
  return (line, { lines }) => {
    if (line === '' && lines.length === 0) return '220 mail.example.test';
    if (/^EHLO/.test(line)) return ehlo(mechanisms);
    if (/^RCPT/.test(line)) return outOfOrder;
    if (!/^AUTH/.test(line)) return '250 2.0.0 Ok';
    if (saidIn(line).endsWith('\0alice\0correct-horse-alice') || letsIn(line)) return '235 2.7.0 Welcome';
    before(line);
    return '535 5.7.8 Wrong';
  };
}

/** CRAM-MD5, as it was answered when the server was looked at. */
export function refusedBecause(reply: string): RefusedMechanism {
  const [, code, enhanced = '', text = ''] = /^(\d+) (\S+) (.*)$/.exec(reply) ?? [];
  const answer = { kind: 'reply', code: Number(code), enhanced, lines: [`${enhanced} ${text}`] } as const;
  return { name: 'CRAM-MD5', words: `CRAM-MD5 on 25: ${reply}`, answer };
}

/** What the last word of a line is in base64. */
export function saidIn(line: string): string {
  return Buffer.from(line.split(' ').at(-1) ?? '', 'base64').toString();
}

export function isAboutNobody(word: string): boolean {
  return saidIn(word).includes('nobody-of-that-name');
}
