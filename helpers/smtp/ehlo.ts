import type { Reply } from '../model/answer';

/** What a server said of itself in its reply to EHLO, RFC 5321 section 4.1.1.1. */
export interface EhloExtensions {
  readonly domain: string;
  /** Keyword in upper case → its parameters as they were written. */
  readonly keywords: Readonly<Record<string, readonly string[]>>;
  /** The mechanisms of `AUTH PLAIN LOGIN`, RFC 4954 section 3, in upper case. */
  readonly authMechanisms: readonly string[];
  /** Those of `AUTH=PLAIN LOGIN`, the form of a draft of RFC 2554 that some old clients look for. */
  readonly legacyAuthMechanisms: readonly string[];
}

/** Reads the extensions out of a 250 reply to EHLO. Keywords and mechanisms may be in any letter case. */
export function parseEhlo(reply: Reply): EhloExtensions {
  const [greeting = '', ...lines] = reply.lines;
  const keywords: Record<string, readonly string[]> = {};
  const legacyAuthMechanisms: string[] = [];
  for (const line of lines) {
    const [keyword = '', ...parameters] = wordsOf(line);
    const legacy = /^AUTH=(.*)/i.exec(keyword);
    if (legacy) legacyAuthMechanisms.push(...wordsOf(legacy[1]), ...parameters);
    else if (keyword !== '')
      keywords[keyword.toUpperCase()] = [...(keywords[keyword.toUpperCase()] ?? []), ...parameters];
  }
  return {
    domain: wordsOf(greeting)[0] ?? '',
    keywords,
    authMechanisms: (keywords.AUTH ?? []).map((name) => name.toUpperCase()),
    legacyAuthMechanisms: legacyAuthMechanisms.map((name) => name.toUpperCase()),
  };
}

function wordsOf(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/).filter((word) => word !== '');
}
