import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FileMount, ProjectVolume, VolumeMount } from '../../model/compose-project';
import type { ComposeFile } from './compose-file';
import type { WrittenService } from './schema';

/** What is mounted into a container. */
interface Mounts {
  readonly volumes: readonly VolumeMount[];
  readonly files: readonly FileMount[];
  readonly tmpfs: Readonly<Record<string, string>>;
}

interface WrittenMount {
  readonly type: 'bind' | 'volume' | 'tmpfs';
  readonly source: string | undefined;
  readonly target: string;
  readonly readOnly: boolean;
  readonly options: string;
}

/**
 * The volumes of a project. A folder of the machine is a volume with a copy of it: services that share it share the copy, and
 * none of them writes on the machine. A file is copied into the container.
 */
export class Volumes {
  readonly #compose: ComposeFile;
  readonly #all = new Map<string, ProjectVolume>();

  constructor(compose: ComposeFile) {
    this.#compose = compose;
  }

  /** All that were mounted so far, each once. */
  get all(): readonly ProjectVolume[] {
    return [...this.#all.values()];
  }

  /** What a service mounts. Throws EPROFILE for what is outside of the folder of the compose file, or is no volume of its own. */
  mountsOf(service: WrittenService, place: readonly PropertyKey[]): Mounts {
    const volumes: VolumeMount[] = [];
    const files: FileMount[] = [];
    const tmpfs: Record<string, string> = {};
    for (const [index, written] of service.volumes.entries()) {
      const where = [...place, 'volumes', index];
      const { type, source, target, readOnly, options } =
        typeof written === 'string' ? shortMount(written) : longMount(written);
      if (!target.startsWith('/')) throw this.#compose.error(where, `volumes: ${target} is no absolute path`);
      if (type === 'tmpfs') tmpfs[target] = options;
      else if (type === 'volume') volumes.push({ volume: this.#named(source, where), target, readOnly });
      else if (isClock(source))
        this.#compose.remarks.add(this.#compose.at(where, `${source} is not given: time is UTC`));
      else {
        const found = this.#compose.pathBelow(source ?? '', where);
        if (found && !found.isFolder) files.push({ target, from: { path: found.path }, mode: modeOf(found.path) });
        else volumes.push({ volume: this.#ofFolder(source ?? '', found?.path), target, readOnly });
      }
    }
    return { volumes, files, tmpfs };
  }

  #named(name: string | undefined, where: readonly PropertyKey[]): string | undefined {
    if (name === undefined) return undefined;
    const { external, driver_opts: options } = this.#compose.resources.volumes?.[name] ?? {};
    if (external !== undefined && external !== false) {
      throw this.#compose.error(
        where,
        `the volume ${name} is external: an image under test is given nothing of the machine`,
      );
    }
    // Such as `device`, which is any folder of the machine.
    if (options !== undefined)
      throw this.#compose.error(where, `the volume ${name} has driver_opts, which are not given`);
    this.#all.set(name, { name, isFolder: false, folder: undefined });
    return name;
  }

  #ofFolder(written: string, folder: string | undefined): string {
    // A name that no volume has: it names the folder, also where that is not there yet.
    const name = folder ?? resolve(this.#compose.folder, written);
    this.#all.set(name, { name, isFolder: true, folder });
    return name;
  }
}

/** Whoever keeps logs in local time mounts these; the harness reads UTC. */
function isClock(source: string | undefined): boolean {
  return source === '/etc/localtime' || source === '/etc/timezone';
}

function modeOf(path: string): number {
  return statSync(path).mode & 0o7777;
}

/** `target`, `source:target` or `source:target:options`; what begins as a path is one. */
function shortMount(written: string): WrittenMount {
  const [first = '', second, options = ''] = written.split(':');
  const readOnly = options.split(',').includes('ro');
  if (second === undefined) return { type: 'volume', source: undefined, target: first, readOnly, options };
  return { type: /^[./~]/.test(first) ? 'bind' : 'volume', source: first, target: second, readOnly, options };
}

function longMount({
  type,
  source,
  target,
  read_only: readOnly,
  tmpfs,
}: Exclude<WrittenService['volumes'][number], string>) {
  const size = tmpfs?.size === undefined ? [] : [`size=${tmpfs.size}`];
  const mode = tmpfs?.mode === undefined ? [] : [`mode=${tmpfs.mode}`];
  return { type, source, target, readOnly, options: [...size, ...mode].join(',') };
}
