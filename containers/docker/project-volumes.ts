import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { HarnessError } from '../../helpers/errors';
import type { ProjectVolume } from '../../helpers/model/compose-project';
import { dockerEngine } from './engine';
import { owner, ownerLabel } from './leftovers';

/** The volumes of one start of a compose project: new ones, removed when it ends. */
export class ProjectVolumes implements AsyncDisposable {
  /** Name in the project → name on the engine. */
  readonly #names = new Map<string, string>();
  readonly #folders = new Set<string>();

  /** Creates them, and fills those that stand for a folder. The image lends its container, which never runs. */
  static async create(volumes: readonly ProjectVolume[], image: string): Promise<ProjectVolumes> {
    const created = new ProjectVolumes();
    const engine = await dockerEngine();
    try {
      for (const { name, isFolder } of volumes) {
        const own = `smtp-auth-harness-${randomBytes(6).toString('hex')}`;
        await engine.createVolume({ Name: own, Labels: { [ownerLabel]: owner() } });
        created.#names.set(name, own);
        if (isFolder) created.#folders.add(name);
      }
      for (const { name, folder } of volumes) if (folder !== undefined) await fill(created.nameOf(name), folder, image);
      return created;
    } catch (error) {
      await created[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** What the engine calls a volume of the project. */
  nameOf(name: string): string {
    return this.#names.get(name) ?? name;
  }

  /** Whether it stands for a folder of the machine. */
  isFolder(name: string): boolean {
    return this.#folders.has(name);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const engine = await dockerEngine();
    // One that a container still has is removed with the leftovers of the run.
    await Promise.allSettled([...this.#names.values()].map((name) => engine.getVolume(name).remove()));
  }
}

/** Copies a folder as it is, owners and links included, by way of a container that is only created: the engine may be elsewhere. */
async function fill(volume: string, folder: string, image: string): Promise<void> {
  const engine = await dockerEngine();
  const container = await engine.createContainer({
    Image: image,
    Entrypoint: ['/none'],
    Labels: { [ownerLabel]: owner() },
    HostConfig: { Mounts: [{ Type: 'volume', Source: volume, Target: '/copy' }] },
  });
  try {
    const tar = spawn('tar', ['-C', folder, '-cf', '-', '.'], { stdio: ['ignore', 'pipe', 'pipe'] });
    const [complaint, [status]] = await Promise.all([
      text(tar.stderr),
      once(tar, 'close'),
      container.putArchive(tar.stdout, { path: '/copy' }),
    ]);
    // 1: a file changed while it was read, as a log does.
    if (status > 1) throw new Error(complaint.trim());
  } catch (cause) {
    throw new HarnessError('EPROFILE', `${folder} can not be copied: ${(cause as Error).message}`, { cause });
  } finally {
    await container.remove();
  }
}
