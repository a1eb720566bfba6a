import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a program ended that was run in the folder. */
export interface Ended {
  readonly status: number | null;
  readonly output: string;
}

/** What npm says of a tarball that it packed. */
export interface Packed {
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const root = join(__dirname, '../..');
const quietly = ['--prefer-offline', '--no-audit', '--no-fund'];

/** The package as anybody has it: packed, and installed in an empty folder. */
export class InstalledPackage implements Disposable {
  readonly folder: string;
  readonly packed: Packed;

  static async install(): Promise<InstalledPackage> {
    const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-harness-package-'));
    try {
      const pack = await run(['npm', 'pack', '--json', '--pack-destination', folder], root);
      // The build speaks first.
      const packed = onlyValue(JSON.parse(pack.output.slice(pack.output.search(/^[[{]$/m))));
      writeFileSync(join(folder, 'package.json'), '{ "name": "somebody-s-project", "private": true }');
      await run(['npm', 'install', ...quietly, `./${packed.filename}`], folder);
      return new InstalledPackage(folder, packed);
    } catch (error) {
      rmSync(folder, { recursive: true });
      throw error;
    }
  }

  private constructor(folder: string, packed: Packed) {
    this.folder = folder;
    this.packed = packed;
  }

  /** The command that the package brings, as npx would run it. */
  command(...argv: readonly string[]): Promise<Ended> {
    return end([join(this.folder, 'node_modules/.bin/smtp-auth-harness'), ...argv], this.folder);
  }

  /** Compiles TypeScript as strictly as a user may, with nobody's library exempted; `.js` files beside the sources. */
  compile(...files: readonly string[]): Promise<Ended> {
    const strict = [
      '--strict',
      '--exactOptionalPropertyTypes',
      '--noUncheckedIndexedAccess',
      '--skipLibCheck',
      'false',
    ];
    const types = ['--typeRoots', join(root, 'node_modules/@types'), '--types', 'node,jest'];
    const target = ['--module', 'node16', '--target', 'es2022', '--lib', 'es2023,esnext.disposable'];
    return end([join(root, 'node_modules/.bin/tsc'), ...strict, ...types, ...target, ...files], this.folder);
  }

  /** Installs further packages of the registry beside it. */
  add(...names: readonly string[]): Promise<Ended> {
    return run(['npm', 'install', '--save-dev', ...quietly, ...names], this.folder);
  }

  /** Any program, with further variables. */
  run(command: readonly [string, ...string[]], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
    return end(command, this.folder, env);
  }

  write(path: string, text: string): void {
    mkdirSync(join(this.folder, path, '..'), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Copies a file or folder of the repository. */
  copy(path: string): void {
    cpSync(join(root, path), join(this.folder, path), { recursive: true });
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** npm 11 answers with a list, npm 12 with an object by name. */
function onlyValue(answer: readonly Packed[] | Readonly<Record<string, Packed>>): Packed {
  const [packed] = Object.values(answer);
  if (!packed) throw new Error('npm packed nothing');
  return packed;
}

async function run(command: readonly [string, ...string[]], cwd: string): Promise<Ended> {
  const ended = await end(command, cwd);
  if (ended.status !== 0) throw new Error(`status ${ended.status} of ${command.join(' ')}:\n${ended.output}`);
  return ended;
}

function end([program, ...args]: readonly [string, ...string[]], cwd: string, env = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...environment(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', reject).on('close', (status) => resolve({ status, output }));
  });
}

/** Without what npm and Jest tell their own children: this is another project. */
function environment(): NodeJS.ProcessEnv {
  const ours = /^(HARNESS_|JEST_|NODE_ENV$|npm_(config_local_prefix$|package_|lifecycle_))/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
