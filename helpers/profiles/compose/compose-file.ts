import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { HarnessError } from '../../errors';
import { problem } from '../problems';
import { parseYaml } from '../yaml-lines';
import { interpolate } from './interpolate';
import { type Resources, resourcesSchema, serviceSchema, type WrittenService } from './schema';

const fileSchema = z.object({
  services: z.record(z.string(), z.looseObject({ extends: z.unknown().optional() })),
  include: z.unknown().optional(),
});

/** A compose file: its services, read when they are asked for, and what lies beside it. */
export class ComposeFile {
  readonly path: string;
  /** Where relative paths begin, and what no path leaves. */
  readonly folder: string;
  readonly resources: Resources;
  /** What is to be told to a reader, each with its line. */
  readonly remarks = new Set<string>();
  readonly #missing = new Set<string>();
  readonly #document: ReturnType<typeof parseYaml>;
  readonly #services: z.output<typeof fileSchema>['services'];
  readonly #includes: boolean;
  readonly #env: NodeJS.ProcessEnv;

  constructor(path: string, env: NodeJS.ProcessEnv) {
    this.path = path;
    this.folder = dirname(path);
    // A key such as `<<: *common` is Compose's, and of YAML 1.1.
    this.#document = parseYaml(path, readText(path), { merge: true });
    const { services, include } = this.#parsed(fileSchema, this.#document.value, []);
    this.#services = services;
    this.#includes = include !== undefined;
    // What the reader's environment has goes before what the file beside it says.
    this.#env = { ...this.#dotEnv(), ...env };
    this.resources = this.#parsed(
      resourcesSchema,
      this.#inserted(this.#document.value, ['volumes', 'secrets', 'configs']),
      [],
    );
  }

  /** The service of that name. Throws EPROFILE with all that is wrong with it, each with its line. */
  service(name: string): WrittenService {
    const place = ['services', name];
    const written = Object.hasOwn(this.#services, name) ? this.#services[name] : undefined;
    if (written === undefined) {
      if (this.#includes) throw this.#inPieces(['include'], `there is no service ${name} but in what it includes`);
      const known = Object.keys(this.#services).join(', ');
      throw new HarnessError('EPROFILE', `${this.path} has no service ${name}; it has ${known}`);
    }
    if (written.extends !== undefined) {
      throw this.#inPieces([...place, 'extends'], `the service ${name} extends another`);
    }
    return this.#parsed(serviceSchema, this.#interpolated(written, place), place);
  }

  /** A variable of the reader's environment. */
  variable(name: string): string | undefined {
    return this.#env[name];
  }

  /** An error that names the file, the line and what is there. */
  error(place: readonly PropertyKey[], words: string): HarnessError {
    return new HarnessError('EPROFILE', this.at(place, words));
  }

  /** The same in words. */
  at(place: readonly PropertyKey[], words: string): string {
    const line = this.#document.lineOf(place);
    return `${this.path}${line === undefined ? '' : `:${line}`}: ${words}`;
  }

  /** Where a path of the file leads: below its folder, also where it is a link. Undefined for what is not there. */
  pathBelow(
    written: string,
    place: readonly PropertyKey[],
  ): { readonly path: string; readonly isFolder: boolean } | undefined {
    const path = resolve(this.folder, written);
    const home = realpathSync(this.folder);
    const isBelow = (one: string) => one === home || one.startsWith(`${home}${sep}`);
    if (!written.startsWith('~') && isBelow(resolve(home, relative(this.folder, path)))) {
      const [stats, real] = [statSync(path, { throwIfNoEntry: false }), realPath(path)];
      if (!stats || real === undefined) return undefined;
      if (isBelow(real) && (stats.isFile() || stats.isDirectory()))
        return { path: real, isFolder: stats.isDirectory() };
    }
    const instead =
      'an image under test is given nothing of the machine but what is in the folder of the compose file or below';
    throw this.error(place, `${written} is outside: ${instead}`);
  }

  #inPieces(place: readonly PropertyKey[], words: string): HarnessError {
    const advice = `\`docker compose -f ${this.path} config\` prints it as one piece`;
    return this.error(place, `${words}, which is not read here: ${advice}`);
  }

  #dotEnv(): NodeJS.ProcessEnv {
    const path = join(this.folder, '.env');
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? parseEnv(readText(path)) : {};
  }

  #inserted(value: unknown, keys: readonly string[]): unknown {
    const top = value as Readonly<Record<string, unknown>>;
    return Object.fromEntries(keys.map((key) => [key, this.#interpolated(top[key], [key])]));
  }

  #interpolated(value: unknown, place: readonly PropertyKey[]): unknown {
    return interpolate(
      value,
      {
        valueOf: (name) => this.#env[name],
        missing: (name, where) => {
          // Said once, however often it is there.
          if (!this.#missing.has(name)) this.remarks.add(this.at(where, `the variable ${name} is not set, and empty`));
          this.#missing.add(name);
        },
        required: (name, words, where) => {
          throw this.error(where, `the variable ${name} is not set: ${words || 'it is needed'}`);
        },
      },
      place,
    );
  }

  #parsed<T>(schema: z.ZodType<T>, value: unknown, place: readonly PropertyKey[]): T {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const problems = parsed.error.issues.map((issue) =>
      problem(this.path, { ...issue, path: [...place, ...issue.path] }, this.#document.lineOf),
    );
    throw new HarnessError('EPROFILE', problems.join('\n'));
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    // A link to nothing: so there is nothing.
    return undefined;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new HarnessError('EPROFILE', `compose: ${(cause as Error).message}`, { cause });
  }
}
