import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// What setup.sh takes for granted. flock is not among it: a real set-up on this machine would hold the tests up.
const ordinary = 'bash cat cmp cp cut dirname grep head mkdir mkfifo mktemp rm sed tail tr uname'.split(' ');

/** A machine on which there is nothing but what a test puts there: setup.sh in a project of its own, and stubs. */
export class StubbedMachine implements Disposable {
  readonly project = mkdtempSync(join(tmpdir(), 'setup-test-'));
  readonly #bin = join(this.project, 'bin');
  readonly #calls = join(this.project, 'calls');
  readonly #stubs = new Map<string, string>();

  /** Its project has the given folder as `containers/`: the real one unless said otherwise. */
  constructor(containers = join(__dirname, '../../../containers')) {
    mkdirSync(this.#bin);
    for (const name of ordinary) symlinkSync(whereIs(name), join(this.#bin, name));
    symlinkSync(containers, join(this.project, 'containers'));
    this.withCommand('id', 'case $1 in -un) echo somebody ;; *) echo 1000 ;; esac');
  }

  /** A command that does what the lines of bash say; its calls are remembered. */
  withCommand(name: string, bash: string): this {
    // A function, and not a program, because it starts in no time; in a subshell, so that it may exit.
    this.#stubs.set(name, `${name}() (\necho "${name} $*" >>'${this.#calls}'\n${bash}\n)\n`);
    return this;
  }

  /** A Docker engine that has the given images, and no registry. */
  withDocker(...images: string[]): this {
    const cases = images.map((image) => `'image inspect ${image}' | 'tag ${image} '*) ;;`);
    return this.withCommand(
      'docker',
      `case "$*" in version*) echo 20.10 ;; ${cases.join(' ')} pull*) echo 'no such host' >&2; exit 1 ;; *) exit 1 ;; esac`,
    );
  }

  withRoot(): this {
    return this.withCommand('id', 'echo 0');
  }

  withFile(path: string, content: string): this {
    writeFileSync(join(this.project, path), content);
    return this;
  }

  setUp(args: readonly string[], environment: Record<string, string> = {}): SpawnSyncReturns<string> {
    this.withFile('stubs', [...this.#stubs.values()].join(''));
    return spawnSync(join(this.#bin, 'bash'), [join(this.project, 'containers/setup.sh'), ...args], {
      env: { PATH: this.#bin, BASH_ENV: join(this.project, 'stubs'), TMPDIR: this.project, ...environment },
      encoding: 'utf8',
      timeout: 4000,
    });
  }

  /** The calls of stubbed commands that begin with the given words. */
  calls(beginning: string): string[] {
    if (!existsSync(this.#calls)) return [];
    return readFileSync(this.#calls, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith(beginning));
  }

  [Symbol.dispose](): void {
    rmSync(this.project, { recursive: true });
  }
}

function whereIs(command: string): string {
  const folders = ['/usr/bin', '/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  const found = folders.map((folder) => join(folder, command)).find(existsSync);
  if (!found) throw new Error(`${command} is in none of ${folders.join(', ')}`);
  return found;
}
