import { AbstractStartedContainer, GenericContainer, type StartedTestContainer } from 'testcontainers';
import { HarnessError } from '../../helpers/errors';
import { shellQuote } from '../../helpers/shell-quote';
import { ContainerShell } from './container-shell';
import type { StartedLab } from './lab-container';
import { owner, ownerLabel, removeNow } from './leftovers';
import { LogTail } from './log-tail';
import { noWait } from './no-wait';
import { withNeededRights } from './privileges';

// Postfix's master announces itself; a main.cf that can't be read makes it say so and die.
const masterSpoke = /postfix\/master\[\d+\]: (daemon started|fatal:)/;

/** A reference server in a lab. Its process 1 stays when Postfix dies, so that a broken one can be looked at. */
export class ReferenceServerContainer extends GenericContainer {
  readonly #log = new LogTail();
  readonly #before: string[] = [];

  constructor(image: string) {
    super(image);
    this.withLabels({ [ownerLabel]: owner() })
      .withLogConsumer(this.#log.consume)
      .withWaitStrategy(noWait());
    withNeededRights(this);
  }

  /** The lab whose network it joins. */
  withLab(lab: StartedLab): this {
    return lab.join(this);
  }

  /** Its certificate and key, and the root of those that its clients may have; no image has any. */
  withCertificate({ cert, key }: { readonly cert: string; readonly key: string }, root: string): this {
    // By the shell that starts it: for files that come from outside the engine starts a program of its own, a third of a second's work.
    return this.withBeforeStart(`( umask 077; printf %s ${shellQuote(key)} >/etc/pki/tls/private/postfix.key )
printf %s ${shellQuote(cert)} >/etc/pki/tls/certs/postfix.pem
printf %s ${shellQuote(root)} >/etc/pki/tls/certs/authority.pem`);
  }

  /** Shell commands to run as root before the mail services start: how a server is changed, or broken. */
  withBeforeStart(script: string): this {
    this.#before.push(script);
    return this;
  }

  override async start(): Promise<StartedReferenceServer> {
    if (this.#before.length > 0) {
      // -e: a change that could not be made must not pass for one that made no difference.
      this.withEntrypoint(['bash', '-ec', `${this.#before.join('\n')}\nexec /usr/local/sbin/entry.sh`]);
    }
    const server = new StartedReferenceServer(await super.start(), this.#log);
    const timeoutMs = this.startupTimeoutMs ?? 60_000;
    const spoken = await this.#log.when((lines) => lines.some((line) => masterSpoke.test(line)), { timeoutMs });
    if (spoken) return server;
    await server[Symbol.asyncDispose]();
    throw new HarnessError('ESTART', `${this.imageName.string}; its log:\n  ${this.#log.linesSince(0).join('\n  ')}`);
  }
}

/** A reference server that was started; its mail services may be broken. */
export class StartedReferenceServer extends AbstractStartedContainer {
  readonly log: LogTail;
  #shell: Promise<ContainerShell> | undefined;

  constructor(container: StartedTestContainer, log: LogTail) {
    super(container);
    this.log = log;
  }

  /** Runs shell commands as root; throws EEXEC when they fail. */
  async run(script: string): Promise<string> {
    this.#shell ??= ContainerShell.open(this.getId());
    const { output, status } = await (await this.#shell).run(script);
    if (status !== 0) throw new HarnessError('EEXEC', `status ${status} of \`${script}\`: ${output.trim()}`);
    return output;
  }

  override async [Symbol.asyncDispose](): Promise<void> {
    // A shell that could not be opened has failed its caller.
    (await this.#shell?.catch(() => undefined))?.close();
    await removeNow(this.getId());
  }

  /** What `systemctl restart postfix saslauthd` does, until the new master has spoken; other commands may come first. */
  async restartMail(before = ''): Promise<void> {
    const since = this.log.position;
    // In one go: each command in a container costs a fifth of a second before it begins.
    await this.run(`${before}\nmailctl restart`);
    await this.log.waitForLine(masterSpoke, { since, timeoutMs: 30_000 });
  }
}
