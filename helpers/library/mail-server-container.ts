import { removeOrphans } from '../../containers/docker/leftovers';
import { useReaperIfHere } from '../../containers/docker/reaper';
import type { Profile } from '../model/profile';
import type { Zone } from '../model/zone';
import { loadProfile } from '../profiles/load-profile';
import { type PreparedTarget, prepareTarget } from '../targets/prepare-target';
import { startTarget } from '../targets/start-target';
import { changeOfReference, emptySetup, profileWith, type ServerSetup, setParameter } from './server-setup';
import { StartedMailServer } from './started-mail-server';

/**
 * A mail server in a lab of its own, to be configured and started as a container of Testcontainers is. Every `with…` returns
 * the container itself; what a server can't have is a TypeError of `start()`.
 *
 * @example
 * await using server = await new MailServerContainer('debian12').withMailUser('carol', 'secret').start();
 * expect(await server.send({ to: 'dave@elsewhere.example' })).toBeRefused();
 */
export class MailServerContainer {
  readonly #image: string | Profile;
  #setup = emptySetup;

  /**
   * The image that a profile describes: a file, as `smtp-auth-harness verify --profile` takes it. Throws a HarnessError,
   * EPROFILE, with everything that is wrong with it.
   *
   * @example
   * const server = await MailServerContainer.fromProfile('test/mail-image.yaml').start();
   */
  static fromProfile(file: string): MailServerContainer {
    return new MailServerContainer(loadProfile(file));
  }

  /**
   * Any Docker image, local or to be pulled, or the name of a reference server: `debian12`, `debian13`, …, `howto`.
   *
   * @example
   * new MailServerContainer('registry.example.test/mail:7');
   */
  constructor(image: string);
  /** @internal */
  constructor(image: string | Profile);
  constructor(image: string | Profile) {
    this.#image = image;
  }

  /**
   * The name of its host. DNS knows it, and a reference server greets with it.
   *
   * @example
   * new MailServerContainer('debian12').withHostname('mx.example.test');
   */
  withHostname(hostname: string): this {
    return this.#with({ hostname });
  }

  /**
   * A user who can log in. A reference server makes it by itself; for any other image the shell commands do, which are run as
   * root in its container once it serves. Without commands it is a user that the image has, or makes of its environment.
   *
   * @example
   * new MailServerContainer('debian12').withMailUser('carol', 'secret');
   * new MailServerContainer('mymail:ci').withMailUser('carol', 'secret', 'adduser -D carol', 'echo carol:secret | chpasswd');
   */
  withMailUser(name: string, password: string, ...commands: readonly string[]): this {
    return this.#with({ users: [...this.#setup.users, { name, password, commands }] });
  }

  /**
   * A client that may relay without a login: a reference server is told of it, any other image is known to trust it. Mail is
   * sent from there with `vantage: '<its address>'`. Any other image can have one.
   *
   * @example
   * const server = await new MailServerContainer('debian12').withTrustedClient('198.51.100.20').start();
   * expect(await server.send({ vantage: '198.51.100.20' })).toBeRelayed();
   */
  withTrustedClient(address: string): this {
    return this.#with({ trusted: [...this.#setup.trusted, address] });
  }

  /**
   * What DNS answers for a name and all below it, before what it answers usually.
   *
   * @example
   * new MailServerContainer('debian12').withZone({ suffix: 'dnsbl.example', kind: 'servfail' });
   */
  withZone(zone: Zone): this {
    return this.#with({ zones: [...this.#setup.zones, zone] });
  }

  /**
   * Environment variables of its container; not of a reference server, which reads none.
   *
   * @example
   * new MailServerContainer('mymail:ci').withEnvironment({ MAILNAME: 'mx.example.test' });
   */
  withEnvironment(environment: Readonly<Record<string, string>>): this {
    return this.#with({ environment: { ...this.#setup.environment, ...environment } });
  }

  /**
   * A parameter of main.cf, of a reference server.
   *
   * @example
   * new MailServerContainer('debian12').withSetting('smtpd_relay_restrictions', 'permit_sasl_authenticated, reject');
   */
  withSetting(name: string, value: string): this {
    return this.withSetupScript(setParameter(name, value));
  }

  /**
   * Shell commands that are run as root in the container of a reference server before its mail services start. One that fails
   * keeps the server from starting: ESTART.
   *
   * @example
   * new MailServerContainer('debian12').withSetupScript('postconf -M submission/inet="submission inet n - n - - smtpd"');
   */
  withSetupScript(script: string): this {
    return this.#with({ scripts: [...this.#setup.scripts, script] });
  }

  /**
   * The limit for the start of the server, once its image is here, in milliseconds; 60,000 by default.
   *
   * @example
   * new MailServerContainer('mymail:ci').withStartupTimeout(180_000);
   */
  withStartupTimeout(startupTimeoutMs: number): this {
    return this.#with({ startupTimeoutMs });
  }

  /**
   * Builds or pulls what is not here yet, says so on stderr, and starts the server with its lab, DNS and sink. Throws a
   * HarnessError: ENODOCKER, ENOIMAGE, EBUILD, ELAB, ESTART, ETIMEOUT, or EEXEC where a command that makes a user fails.
   *
   * @example
   * const server = await new MailServerContainer('debian12').start();
   */
  async start(): Promise<StartedMailServer> {
    await useReaperIfHere();
    await removeOrphans();
    const prepared = await prepareTarget(this.#image, (line) => process.stderr.write(`${line}\n`));
    return new StartedMailServer(await launch(prepared, this.#setup), this.#setup);
  }

  #with(further: Partial<ServerSetup>): this {
    this.#setup = { ...this.#setup, ...further };
    return this;
  }
}

async function launch(prepared: PreparedTarget, setup: ServerSetup) {
  const { profile } = prepared;
  if (!profile) return startTarget(prepared, changeOfReference(setup));
  const target = await startTarget({ ...prepared, profile: profileWith(profile, setup) });
  for (const zone of setup.zones) target.dns.setZone(zone);
  return target;
}
