import { createHash } from 'node:crypto';
import type { ResultFile, TargetSummary } from '../../helpers/model/result';
import type { VerdictKind } from '../../helpers/model/verdict';
import { jsonText } from '../text/json-text';
import { type Behaviour, behaviourOf, isHello } from './behaviour';

/** A run without all that differs from run to run: what later runs are compared with. */
export interface Baseline {
  readonly target: Pick<TargetSummary, 'name' | 'mta' | 'versions' | 'hostname'>;
  readonly checks: ReadonlyMap<string, CheckBaseline>;
}

/** What a check came to, and what the server did. */
export interface CheckBaseline {
  readonly verdict: VerdictKind;
  readonly behaviour: Behaviour;
}

/** The form of baseline that this version writes and reads. */
const baselineSchema = 'smtp-auth-harness/baseline/1';

/** The baseline that a result makes. */
export function baselineOf({ target, checks }: Pick<ResultFile, 'target' | 'checks'>): Baseline {
  const { name, mta, versions, hostname } = target;
  const sorted = [...checks].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    target: { name, mta, versions: sortedByKey(versions), hostname },
    checks: new Map(sorted.map((check) => [check.id, { verdict: check.verdict, behaviour: behaviourOf(check) }])),
  };
}

/**
 * The baseline as a file to be committed: sorted, and what every client gets to hear before it asks for anything written once,
 * under the beginning of its digest, so that a change shows as the lines that changed.
 */
export function renderBaseline({ target, checks }: Baseline): string {
  const hellos: Record<string, readonly string[]> = {};
  const packed = [...checks].map(([id, { verdict, behaviour }]) => {
    const sessions = Object.entries(behaviour).map(([heading, lines]) => [heading, pack(lines, hellos)] as const);
    return [id, sessions.length === 0 ? { verdict } : { verdict, seen: Object.fromEntries(sessions) }] as const;
  });
  const file: BaselineFile = {
    schema: baselineSchema,
    target,
    hellos: sortedByKey(hellos),
    checks: Object.fromEntries(packed),
  };
  return jsonText(file, 1);
}

/** Reads a baseline, or makes one of a result; `parseResult` is for what is neither. Throws where the text is none. */
export function parseBaseline(text: string, name: string, parseResult: (text: string, name: string) => ResultFile) {
  const file = jsonOf(text) as Partial<BaselineFile> | undefined;
  if (file?.schema !== baselineSchema) return baselineOf(parseResult(text, name));
  const { target, hellos = {}, checks = {} } = file as BaselineFile;
  const unpacked = Object.entries(checks).map(([id, { verdict, seen = {} }]) => {
    const sessions = Object.entries(seen).map(([heading, lines]) => [heading, unpack(lines, hellos, name)] as const);
    return [id, { verdict, behaviour: Object.fromEntries(sessions) }] as const;
  });
  return { target, checks: new Map(unpacked) } satisfies Baseline;
}

interface BaselineFile {
  readonly schema: typeof baselineSchema;
  readonly target: Baseline['target'];
  readonly hellos: Readonly<Record<string, readonly string[]>>;
  readonly checks: Readonly<
    Record<string, { readonly verdict: VerdictKind; readonly seen?: Readonly<Record<string, readonly string[]>> }>
  >;
}

const reference = 'hello ';

function pack(lines: readonly string[], hellos: Record<string, readonly string[]>): readonly string[] {
  const hello = lines.filter(isHello);
  const others = lines.filter((line) => !isHello(line));
  if (hello.length === 0) return others;
  const name = createHash('sha256').update(hello.join('\n')).digest('hex').slice(0, 8);
  hellos[name] = hello;
  return [`${reference}${name}`, ...others];
}

function unpack(lines: readonly string[], hellos: BaselineFile['hellos'], file: string): readonly string[] {
  return lines
    .flatMap((line) => {
      if (!line.startsWith(reference)) return [line];
      const hello = hellos[line.slice(reference.length)];
      if (hello === undefined) throw new Error(`${file} has no "${line}"\n  → write the baseline anew`);
      return hello;
    })
    .sort();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is not JSON is no baseline; who reads results says what it is.
    return undefined;
  }
}

function sortedByKey<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
