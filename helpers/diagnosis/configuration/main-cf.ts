import type { ConfigNotice } from '../../model/diagnosis';
import type { Setting } from '../../model/failure-mode';
import { logicalLines } from './logical-lines';
import { mistake } from './notice';

/** What main.cf, or `postconf -n`, sets; with what Postfix would refuse or read otherwise than it looks. */
export interface MainCfReading {
  /** The last setting of each name: the one that counts. */
  readonly settings: ReadonlyMap<string, Setting>;
  /** All settings in their order, those without effect included. */
  readonly all: readonly (readonly [name: string, setting: Setting])[];
  readonly notices: readonly ConfigNotice[];
}

/** Reads main.cf or the output of postconf, unexpanded. */
export function readMainCf(text: string, file: string): MainCfReading {
  const all: (readonly [string, Setting])[] = [];
  const notices: ConfigNotice[] = [];
  for (const { text: content, line, orphan } of logicalLines(text)) {
    // postconf: warning: /etc/postfix/main.cf: unused parameter: foo=1
    if (/^postconf: (?:warning|fatal): /.test(content)) continue;
    const place = { file, line, text: content };
    const problem = orphan ? orphanProblem : syntaxProblem(content);
    if (problem) notices.push(mistake('syntax', problem[0], problem[1], place));
    const [, name, value = ''] = /^([^\s=]+)\s*=\s*(.*)$/s.exec(content) ?? [];
    if (name === undefined) continue;
    all.push([name, { value, file, line }]);
    const comment = /(?:^|\s)(#.*)$/s.exec(value)?.[1];
    if (comment !== undefined) {
      const words = `the comment behind ${name} is part of its value`;
      notices.push(mistake('syntax', words, 'put the comment on a line of its own', place));
    }
  }
  return { settings: new Map(all), all, notices };
}

const orphanProblem = [
  'the file begins with white space before the first parameter',
  'begin the line at its left margin',
] as const;

function syntaxProblem(content: string): readonly [words: string, advice: string] | undefined {
  const strange = /[\u00a0\u2000-\u200b\u3000\ufeff\uff01-\uff5e]/u.exec(content.replace(/#.*/s, ''))?.[0];
  if (strange !== undefined) {
    const code = strange.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return [`a character that only looks like a space or a sign: U+${code}`, 'type the line again with plain ASCII'];
  }
  if (/^=/.test(content)) return ['a value without a name', 'write name = value'];
  if (!content.includes('=')) {
    return [
      "missing '=' after attribute name: Postfix refuses the whole file",
      'write name = value, or indent the line if it continues the one above',
    ];
  }
  const name = content.slice(0, content.indexOf('=')).trim();
  return /\s/.test(name)
    ? [`"${name}" is no name of a parameter`, 'write name = value, or indent the line if it continues the one above']
    : undefined;
}
