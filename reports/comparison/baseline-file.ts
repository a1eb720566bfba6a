import type { ResultFile } from '../../helpers/model/result';
import type { VerdictKind } from '../../helpers/model/verdict';
import { jsonLine } from '../text/json-text';
import { type Baseline, baselineOf } from './baseline';
import { expand, shorten } from './shorthand';

/** The form of baseline that this version writes and reads. */
const baselineSchema = 'smtp-auth-harness/baseline/2';

/**
 * The baseline as a file to be committed: sorted, a line a session, and what many sessions have in common written once, so that a
 * change shows as the few lines that changed.
 */
export function renderBaseline({ target, dns, checks }: Baseline): string {
  const { hellos, replies, sessions } = shorten(
    [...checks.values()].flatMap(({ behaviour }) => Object.values(behaviour)),
  );
  const entries = [...checks].map(([id, { verdict, behaviour }]) => {
    const seen = Object.entries(behaviour).map(([heading, lines]) => [heading, sessions.get(lines) ?? lines] as const);
    return [id, { verdict, ...Object.fromEntries(seen) }] as const;
  });
  return `${lines(
    {
      schema: jsonLine(baselineSchema),
      target: jsonLine(target),
      dns: `[${dns.map((question) => `\n  ${jsonLine(question)}`).join(',')}\n ]`,
      hellos: lines(
        mapValues(hellos, (words) => `[${words.map((one) => `\n   ${jsonLine(one)}`).join(',')}\n  ]`),
        1,
      ),
      replies: lines(mapValues(replies, jsonLine), 1),
      checks: lines(
        mapValues(Object.fromEntries(entries), (check) =>
          lines(
            mapValues(check, (one) => jsonLine(one)),
            2,
          ),
        ),
        1,
      ),
    },
    0,
  )}\n`;
}

/** Reads a baseline, or makes one of a result; `parseResult` is for what is neither. Throws where the text is none. */
export function parseBaseline(
  text: string,
  name: string,
  parseResult: (text: string, name: string) => ResultFile,
): Baseline {
  const file = jsonOf(text) as Partial<BaselineFile> | undefined;
  if (file?.schema !== baselineSchema) {
    if (!isOtherVersion(file?.schema)) return baselineOf(parseResult(text, name));
    throw new Error(
      `${name} was written by another version of smtp-auth-harness: it is ${file?.schema}, and this version reads ` +
        `${baselineSchema}\n  → --write-baseline makes a new one`,
    );
  }
  const { target, dns = [], hellos = {}, replies = {}, checks = {} } = file as BaselineFile;
  const unpacked = Object.entries(checks).map(([id, { verdict, ...seen }]) => {
    const behaviour = mapValues(seen, (short) => expand(short as readonly string[], { hellos, replies }, name));
    return [id, { verdict, behaviour }] as const;
  });
  return { target, dns, checks: new Map(unpacked) };
}

interface BaselineFile {
  readonly schema: typeof baselineSchema;
  readonly target: Baseline['target'];
  readonly dns: readonly string[];
  readonly hellos: Readonly<Record<string, readonly string[]>>;
  readonly replies: Readonly<Record<string, string>>;
  /** The verdict, and beside it a session by its heading, such as `outside → 25`. */
  readonly checks: Readonly<
    Record<string, { readonly verdict: VerdictKind; readonly [heading: string]: VerdictKind | readonly string[] }>
  >;
}

function isOtherVersion(schema: unknown): boolean {
  return typeof schema === 'string' && schema.startsWith('smtp-auth-harness/baseline/');
}

/** A JSON object of values that are JSON already, a line each. */
function lines(object: Readonly<Record<string, string>>, depth: number): string {
  const members = Object.entries(object).map(([key, json]) => `${' '.repeat(depth + 1)}${jsonLine(key)}: ${json}`);
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${' '.repeat(depth)}}`;
}

function mapValues<T, R>(object: Readonly<Record<string, T>>, change: (value: T) => R): Readonly<Record<string, R>> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is not JSON is no baseline; who reads results says what it is.
    return undefined;
  }
}
