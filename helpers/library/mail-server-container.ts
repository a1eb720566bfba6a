import { removeOrphans } from '../../containers/docker/leftovers';
import { useReaperIfHere } from '../../containers/docker/reaper';
import type { Profile } from '../model/profile';
import type { Zone } from '../model/zone';
import { loadProfile } from '../profiles/load-profile';
import { type PreparedTarget, prepareTarget } from '../targets/prepare-target';
import { startTarget } from '../targets/start-target';
import { StartedMailServer } from './started-mail-server';
import { changeOf, profileOf, settingOf, type Wishes } from './wishes';

/**
 * A mail server in a lab of its own, after the manner of a Testcontainers module: any Docker image, local or to be pulled,
 * or the name of a reference server (`debian12`, `debian13`, …, or `howto`).
 */
export class MailServerContainer {
  readonly #image: string | Profile;
  #wishes: Wishes = { hostname: undefined, users: [], environment: {}, trusted: [], zones: [], commands: [] };

  /** The image of a profile, in a file as `smtp-auth-harness verify --profile` takes it. */
  static fromProfile(file: string): MailServerContainer {
    return new MailServerContainer(loadProfile(file));
  }

  constructor(image: string | Profile) {
    this.#image = image;
  }

  /** The name of its host. DNS knows it, and a reference server greets with it. */
  withHostname(hostname: string): this {
    return this.#with({ hostname });
  }

  /**
   * A user who can log in. A reference server makes it by itself; for any other image the shell commands do, which are run as
   * root in its container once it serves. Without commands it is a user that the image has, or makes of its environment.
   */
  withUser(name: string, password: string, ...commands: readonly string[]): this {
    return this.#with({ users: [...this.#wishes.users, { name, password, commands }] });
  }

  /** A client that may relay without a login; mail is sent from there with `from: '<its address>'`. */
  withTrustedClient(address: string): this {
    return this.#with({ trusted: [...this.#wishes.trusted, address] });
  }

  /** What DNS answers below a name, before what it answers usually. */
  withZone(zone: Zone): this {
    return this.#with({ zones: [...this.#wishes.zones, zone] });
  }

  /** Environment variables of its container; not of a reference server, which reads none. */
  withEnvironment(environment: Readonly<Record<string, string>>): this {
    return this.#with({ environment: { ...this.#wishes.environment, ...environment } });
  }

  /** A setting of main.cf, of a reference server. */
  withSetting(name: string, value: string): this {
    return this.withCommand(settingOf(name, value));
  }

  /** Shell commands that are run as root in the container of a reference server before its mail services start. */
  withCommand(script: string): this {
    return this.#with({ commands: [...this.#wishes.commands, script] });
  }

  /** Builds or pulls what is not here yet, says so on stderr, and starts the server with its lab, DNS and sink. */
  async start(): Promise<StartedMailServer> {
    await useReaperIfHere();
    await removeOrphans();
    const prepared = await prepareTarget(this.#image, (line) => process.stderr.write(`${line}\n`));
    return new StartedMailServer(await launch(prepared, this.#wishes), this.#wishes);
  }

  #with(wishes: Partial<Wishes>): this {
    this.#wishes = { ...this.#wishes, ...wishes };
    return this;
  }
}

async function launch(prepared: PreparedTarget, wishes: Wishes) {
  const { profile } = prepared;
  if (!profile) return startTarget(prepared, changeOf(wishes));
  const target = await startTarget({ ...prepared, profile: profileOf(profile, wishes) });
  for (const zone of wishes.zones) target.dns.setZone(zone);
  return target;
}
