import { type ContentKind, contentKind, kindOfLine, opensBlock } from '../content-kind';

/** What somebody has pasted into one text, each with empty lines where the others stand, so that line numbers stay. */
export interface Part {
  readonly kind: Extract<ContentKind, 'main.cf' | 'master.cf' | 'smtpd.conf' | 'dovecot.conf' | 'log' | 'text'>;
  readonly text: string;
}

/**
 * Takes a short text apart into which several things were pasted: a log with the output of `postconf -n` under it, or what saslfinger
 * prints, which has main.cf, smtpd.conf and master.cf. Undefined where it is one thing.
 */
export function partsOf(name: string, text: string): readonly Part[] | undefined {
  // A file of Postfix is that file, even where lines of another have got into it: that is a mistake to be told.
  if (/(?:^|[\\/])(?:main\.cf|master\.cf|smtpd\.conf)$/.test(name)) return undefined;
  const lines = text.split(/\r?\n/);
  const kinds = kindsOf(lines);
  const count = (kind: Part['kind']) => kinds.filter((one) => one === kind).length;
  const trusted = ofPostfix.map(count).reduce((sum, one) => sum + one) > leastLines ? ofPostfix : [];
  const least = (kind: Part['kind']) => (trusted.includes(kind) ? 1 : leastLines);
  const found = configurations.filter((kind) => count(kind) >= least(kind));
  const part = (kind: Part['kind'], isIn: (of: string) => boolean): Part => {
    return { kind, text: lines.map((line, index) => (isIn(kinds[index] ?? '') ? line : '')).join('\n') };
  };
  const rest = part('text', (of) => !found.some((kind) => kind === of));
  const isLog = rest.text.split('\n').some((line) => kindOfLine(line) === 'log');
  if (found.length + Number(isLog) < 2) return undefined;
  const log = { ...rest, kind: contentKind(rest.text) === 'log' ? ('log' as const) : ('text' as const) };
  return [...found.map((kind) => part(kind, (of) => of === kind)), ...(rest.text.trim() === '' ? [] : [log])];
}

const configurations = ['main.cf', 'master.cf', 'smtpd.conf', 'dovecot.conf'] as const;
/** One line may be a sentence about it, unless others of Postfix’s stand beside it. */
const leastLines = 2;
const ofPostfix: readonly Part['kind'][] = ['main.cf', 'master.cf'];

/** A line that is indented goes on with the one before; what stands in braces is Dovecot’s. */
function kindsOf(lines: readonly string[]): readonly string[] {
  let before = 'text';
  let depth = 0;
  return lines.map((line) => {
    if (depth > 0 || opensBlock.test(line)) {
      depth = Math.max(depth + line.split('{').length - line.split('}').length, 0);
      before = 'text';
      return 'dovecot.conf';
    }
    // Postfix goes on behind a comment: what is commented out may have left its options to the service above.
    if (line.startsWith('#') && before !== 'text' && kindOfLine(line) === undefined) return before;
    if (line.trim() === '' || !/^\s/.test(line) || before === 'text') before = kindOfLine(line) ?? 'text';
    return before;
  });
}
