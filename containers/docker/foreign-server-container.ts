import { PassThrough } from 'node:stream';
import { AbstractStartedContainer, GenericContainer, type StartedTestContainer } from 'testcontainers';
import type { ContainerSettings, Healthcheck } from '../../helpers/model/compose-project';
import type { Profile } from '../../helpers/model/profile';
import { dockerEngine } from './engine';
import type { StartedLab } from './lab-container';
import { owner, ownerLabel, removeNow } from './leftovers';
import { LogTail } from './log-tail';
import { noWait } from './no-wait';
import { withoutNeedlessRights } from './privileges';
import type { ProjectVolumes } from './project-volumes';
import { runOnce } from './run-once';

/** What a profile says of the container. */
type ForeignServer = Pick<Profile, 'environment' | 'files' | 'command' | 'logFile'>;

/** Somebody's image in a lab, started as its profile says, or its compose file. */
export class ForeignServerContainer extends GenericContainer {
  readonly #profile: ForeignServer;
  readonly #log = new LogTail();

  constructor(image: string, profile: ForeignServer) {
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

  /** Makes it as a service of a compose file is made. */
  withSettings(settings: ContainerSettings, volumes: ProjectVolumes): this {
    const { entrypoint, user, workingDir, addedCapabilities, droppedCapabilities, tmpfs, files, healthcheck } =
      settings;
    if (entrypoint) this.withEntrypoint([...entrypoint]);
    if (user !== undefined) this.withUser(user);
    if (workingDir !== undefined) this.withWorkingDir(workingDir);
    this.withAddedCapabilities(...addedCapabilities).withDroppedCapabilities(...droppedCapabilities);
    this.withTmpFs({ ...tmpfs });
    for (const { target, from, mode } of files) {
      if ('path' in from) this.withCopyFilesToContainer([{ source: from.path, target, mode }]);
      else this.withCopyContentToContainer([{ content: from.text, target, mode }]);
    }
    if (healthcheck) this.createOpts.Healthcheck = engineHealthcheck(healthcheck);
    this.hostConfig.Mounts = settings.volumes.map(({ volume, target, readOnly }) => ({
      Type: 'volume',
      Source: volume === undefined ? '' : volumes.nameOf(volume),
      Target: target,
      ReadOnly: readOnly,
      // What the image has there is the beginning of a named volume, and hidden by a folder.
      ...(volume !== undefined && volumes.isFolder(volume) && { VolumeOptions: volumeWithoutCopy }),
    }));
    // The engine copies nothing into a root that is read-only.
    this.hostConfig.ReadonlyRootfs = settings.readOnlyRoot && files.length + this.#profile.files.length === 0;
    return this;
  }

  override async start(): Promise<StartedForeignServer> {
    const server = new StartedForeignServer(await super.start(), this.#log);
    await server.followFiles(this.#profile.logFile === undefined ? usualLogs : [this.#profile.logFile]);
    return server;
  }
}

const volumeWithoutCopy = { NoCopy: true, Labels: {}, DriverConfig: { Name: 'local', Options: {} } };

/** The engine counts nanoseconds; 0 is what it takes unless told. */
function engineHealthcheck({ test, intervalMs = 0, timeoutMs = 0, startPeriodMs = 0, retries = 0 }: Healthcheck) {
  const [Interval, Timeout, StartPeriod] = [intervalMs, timeoutMs, startPeriodMs].map((ms) => ms * 1e6);
  return { ...(test && { Test: [...test] }), Interval, Timeout, StartPeriod, Retries: retries };
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
