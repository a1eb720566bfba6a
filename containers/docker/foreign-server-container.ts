import { PassThrough } from 'node:stream';
import { AbstractStartedContainer, GenericContainer, type StartedTestContainer } from 'testcontainers';
import type { Profile } from '../../helpers/model/profile';
import { dockerEngine } from './engine';
import type { StartedLab } from './lab-container';
import { owner, ownerLabel, removeNow } from './leftovers';
import { LogTail } from './log-tail';
import { noWait } from './no-wait';
import { withoutNeedlessRights } from './privileges';
import { runOnce } from './run-once';

/** Somebody's mail image in a lab, started as its profile says. */
export class ForeignServerContainer extends GenericContainer {
  readonly #profile: Profile;
  readonly #log = new LogTail();

  constructor(image: string, profile: Profile) {
    super(image);
    this.#profile = profile;
    this.withLabels({ [ownerLabel]: owner() })
      .withEnvironment({ ...profile.environment })
      .withCopyContentToContainer(profile.files.map(({ path, content, mode }) => ({ target: path, content, mode })))
      .withLogConsumer(this.#log.consume)
      // Ready is who answers as a mail server does: that is asked from outside.
      .withWaitStrategy(noWait());
    withoutNeedlessRights(this);
    if (profile.command) this.withCommand([...profile.command]);
  }

  /** The lab whose network it joins. */
  withLab(lab: StartedLab): this {
    return lab.join(this);
  }

  override async start(): Promise<StartedForeignServer> {
    const server = new StartedForeignServer(await super.start(), this.#log);
    await server.followFiles(this.#profile.logFile === undefined ? usualLogs : [this.#profile.logFile]);
    return server;
  }
}

/** Where mail servers write when it is not to standard output. */
const usualLogs = [
  '/var/log/mail.log',
  '/var/log/maillog',
  '/var/log/mail/mail.log',
  '/var/log/exim4/mainlog',
  '/var/log/exim/mainlog',
  '/var/log/exim/main.log',
];

const mark = 'files-of-the-log-follow-7d1f';

/** Somebody's image that runs; whether it serves is another question. */
export class StartedForeignServer extends AbstractStartedContainer {
  readonly log: LogTail;

  constructor(container: StartedTestContainer, log: LogTail) {
    super(container);
    this.log = log;
  }

  /** Runs shell commands as root; the image needs no more than `sh` for it. Throws EEXEC when they fail. */
  run(script: string): Promise<string> {
    return runOnce(this.getId(), script);
  }

  /** Adds the lines of files to the log, also of those that are written later. An image without a shell has none. */
  async followFiles(paths: readonly string[]): Promise<void> {
    const engine = await dockerEngine();
    // What comes before the mark is the engine's, such as that the container has ended meanwhile.
    const command = ['sh', '-c', `echo ${mark}; exec tail -q -n +1 -F "$@"`, 'sh', ...paths];
    try {
      const exec = await engine.getContainer(this.getId()).exec({ Cmd: command, User: 'root', AttachStdout: true });
      const stream = await exec.start({});
      const lines = new PassThrough();
      engine.modem.demuxStream(stream, lines, new PassThrough().resume());
      this.log.alsoFollow(lines, mark);
    } catch {
      // It has ended, which whoever waits for it will say; or it can't be looked into.
    }
  }

  override async [Symbol.asyncDispose](): Promise<void> {
    await removeNow(this.getId());
  }
}
