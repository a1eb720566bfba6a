import { maskLine } from '../../maillog/mask-line';
import type { ConfigNotice, FoundLine } from '../../model/diagnosis';

/** A notice of what Postfix or SASL refuses, or reads otherwise than it looks. */
export function mistake(kind: ConfigNotice['kind'], words: string, advice: string, place: FoundLine): ConfigNotice {
  return { kind, severity: 'mistake', words, advice, place: masked(place) };
}

/** A notice of what works, for now. */
export function remark(kind: ConfigNotice['kind'], words: string, advice: string, place: FoundLine): ConfigNotice {
  return { kind, severity: 'remark', words, advice, place: masked(place) };
}

function masked(place: FoundLine): FoundLine {
  return { ...place, text: maskLine(place.text) };
}
