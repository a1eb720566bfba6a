import { parseArgs } from 'node:util';
import { didYouMean } from '../../did-you-mean';
import { defaultOptions, type RunOptions } from '../../settings/settings';
import { parsePorts, parseSetting } from '../../settings/values';
import type { Catalogue } from './catalogue';
import { imageProblem } from './image-name';
import { type NamedServer, parseHost } from './running-server';

/** What the command line asks for. A wrong one is a result too, with one line that says what is wrong. */
export type Command =
  | RunCommand
  | { readonly kind: 'list'; readonly only: readonly string[] }
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'wrong'; readonly problem: string };

/** To ask one server, or every reference server. */
export interface RunCommand {
  readonly kind: 'run' | 'matrix';
  readonly options: RunOptions;
  /** A server that runs already, still to be agreed on. */
  readonly host: NamedServer | undefined;
  readonly out: string | undefined;
  readonly verbose: boolean;
}

/** Understands the arguments of `verify`, as the shell passes them. */
export function parseArguments(argv: readonly string[], catalogue: Catalogue): Command {
  const { tokens } = parseArgs({ args: [...argv], options: declared, strict: false, tokens: true });
  const given = tokens.filter((token) => token.kind === 'option');
  const [positional, second] = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const problem = tokens.map((token) => syntaxProblem(token, catalogue)).find((found) => found !== undefined);
  if (problem !== undefined) return { kind: 'wrong', problem };

  if (positional !== undefined && (second !== undefined || given.some(({ name }) => name === 'image'))) {
    return { kind: 'wrong', problem: `one image at a time: "${second ?? positional}" is one too many` };
  }

  const flag = (name: OptionName) => given.some((token) => token.name === name);
  const all = (name: OptionName) => given.filter((token) => token.name === name).map((token) => token.value ?? '');
  const last = (name: OptionName) => all(name).at(-1);
  if (flag('help')) return { kind: 'help' };
  if (flag('version')) return { kind: 'version' };

  const wrong = given
    .map((token) => valueProblem(token.name, token.value ?? '', catalogue))
    .find((found) => found !== undefined);
  if (wrong !== undefined) return { kind: 'wrong', problem: wrong };
  const only = [...all('suite'), ...all('check')];
  if (flag('list')) return { kind: 'list', only };
  const options: RunOptions = {
    ...defaultOptions,
    image: last('image') ?? positional ?? defaultOptions.image,
    profile: last('profile'),
    ports: parsePorts(all('port').join(',')) ?? [],
    only,
    set: all('set').flatMap((text) => parseSetting(text) ?? []),
    before: last('before'),
    showSecrets: flag('show-secrets'),
  };
  const host = namedServer({ flag, last });
  const apart = unfit({ given: given.map(({ name }) => name), positional });
  if (apart !== undefined) return { kind: 'wrong', problem: apart };
  return { kind: flag('matrix') ? 'matrix' : 'run', options, host, out: last('out'), verbose: flag('verbose') };
}

/** The server that runs already, as it is named. */
function namedServer({
  flag,
  last,
}: {
  readonly flag: (name: OptionName) => boolean;
  readonly last: (name: OptionName) => string | undefined;
}): NamedServer | undefined {
  const place = parseHost(last('host') ?? '');
  return (
    place && {
      ...place,
      user: last('user'),
      fromDomain: last('from-domain') ?? 'example.org',
      toDomain: last('to-domain') ?? 'example.com',
      send: flag('send'),
      agreed: flag('yes'),
    }
  );
}

/** Options that don't go together. */
function unfit({
  given,
  positional,
}: {
  readonly given: readonly string[];
  readonly positional: string | undefined;
}): string | undefined {
  const has = (...names: readonly OptionName[]) => names.find((name) => given.includes(name));
  const anImage = has('image', 'profile') ?? (positional === undefined ? undefined : positional);
  if (has('matrix') && (anImage ?? has('host'))) {
    return '--matrix asks all reference servers: it goes without an image, a profile and a host';
  }
  if (has('host') && (anImage ?? has('set', 'before', 'port'))) {
    return '--host asks a server that runs, as it is: it goes without an image, and without --set, --before and --port';
  }
  const alone = has('host') ? undefined : has('user', 'send', 'yes', 'from-domain', 'to-domain');
  return alone && `--${alone} goes with --host`;
}

const declared = {
  image: { type: 'string' },
  profile: { type: 'string' },
  host: { type: 'string' },
  user: { type: 'string' },
  'from-domain': { type: 'string' },
  'to-domain': { type: 'string' },
  send: { type: 'boolean' },
  yes: { type: 'boolean' },
  matrix: { type: 'boolean' },
  port: { type: 'string' },
  suite: { type: 'string' },
  check: { type: 'string' },
  set: { type: 'string' },
  before: { type: 'string' },
  out: { type: 'string' },
  list: { type: 'boolean' },
  'show-secrets': { type: 'boolean' },
  verbose: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

type OptionName = keyof typeof declared;

/** A part of the command line, as parseArgs reports it. */
type Token =
  | { readonly kind: 'option'; readonly name: string; readonly rawName: string; readonly value?: string | undefined }
  | { readonly kind: 'positional'; readonly value: string }
  | { readonly kind: 'option-terminator' };

function isDeclared(name: string): name is OptionName {
  return Object.hasOwn(declared, name);
}

function syntaxProblem(token: Token, catalogue: Catalogue): string | undefined {
  if (token.kind === 'option-terminator') return undefined;
  if (token.kind === 'positional') return positionalProblem(token.value, catalogue);
  if (!isDeclared(token.name)) {
    const options = Object.keys(declared).map((name) => `--${name}`);
    return `unknown option ${token.rawName}${suggestion(token.rawName, options)}`;
  }
  const takesValue = declared[token.name].type === 'string';
  if (takesValue && !token.value) return `${token.rawName} needs a value`;
  return !takesValue && token.value !== undefined ? `${token.rawName} takes no value` : undefined;
}

function valueProblem(name: string, value: string, { images, suites }: Catalogue): string | undefined {
  const suiteIds = suites.map((suite) => suite.id);
  switch (name) {
    case 'image':
      return imageProblem(value, images);
    case 'suite':
      return unknown('suite', value, suiteIds);
    case 'check':
      return checkProblem(value, { images, suites });
    case 'port':
      return parsePorts(value)?.length ? undefined : `"${value}" is no port: give numbers such as 25 or 25,587,465`;
    case 'host':
      return parseHost(value)
        ? undefined
        : `"${value}" is no server: give host or host:port, such as mail.example.test:587`;
    case 'set':
      return parseSetting(value) ? undefined : `"${value}" is no setting: give name=value, as in main.cf`;
    default:
      return undefined;
  }
}

function checkProblem(id: string, { suites }: Catalogue): string | undefined {
  const suite = suites.find((candidate) => id.startsWith(`${candidate.id}/`));
  if (suite?.checks.length === 0) return undefined;
  const ids = suites.flatMap(({ checks }) => checks.map((check) => check.id));
  return ids.includes(id) ? undefined : `unknown check "${id}"${suggestion(id, ids) || '; --list shows all'}`;
}

function unknown(what: string, value: string, known: readonly string[]): string | undefined {
  return known.includes(value)
    ? undefined
    : `unknown ${what} "${value}"${suggestion(value, known) || `; there is ${known.join(', ')}`}`;
}

function suggestion(word: string, candidates: readonly string[]): string {
  const meant = didYouMean(word, candidates);
  return meant === undefined ? '' : `; did you mean ${meant}?`;
}

/** A bare word is an image; a suite is named with `--suite`, which npm eats when it comes before its `--`. */
function positionalProblem(value: string, { images, suites }: Catalogue): string | undefined {
  if (suites.some((suite) => suite.id === value)) {
    return `unexpected argument "${value}"; did you mean --suite ${value}?`;
  }
  return imageProblem(value, images);
}
