import { removeOrphans } from '../../containers/leftovers';
import { useReaperIfHere } from '../../containers/reaper';
import type { VantagePoint } from '../model/vantage';
import type { Zone } from '../model/zone';
import { prepareTarget } from '../targets/prepare-target';
import { startTarget } from '../targets/start-target';
import { addUser, setting, trust } from './changes';
import { StartedMailServer } from './started-mail-server';

/**
 * A mail server in a lab of its own, after the manner of a Testcontainers module. The image is the name of a reference
 * server (`debian12`, `debian13`, …, or `howto`), or an image that `smtp-auth-harness verify --image` takes.
 */
export class MailServerContainer {
  readonly #image: string;
  readonly #before: string[] = [];
  readonly #clients: VantagePoint[] = [];
  readonly #zones: Zone[] = [];
  #hostname: string | undefined;

  constructor(image: string) {
    this.#image = image;
  }

  /** The name by which it greets; DNS knows it. */
  withHostname(hostname: string): this {
    this.#hostname = hostname;
    const records = [{ name: hostname, type: 'A', data: '192.0.2.1' }] as const;
    return this.withSetting('myhostname', hostname).withZone({ suffix: hostname, kind: 'records', records });
  }

  /** A user who can log in, besides those of the reference servers. */
  withUser(name: string, password: string): this {
    return this.withCommand(addUser({ name, password }));
  }

  /** A setting of main.cf. */
  withSetting(name: string, value: string): this {
    return this.withCommand(setting(name, value));
  }

  /** A client that may relay without a login; mail is sent from there with `from: '<its address>'`. */
  withTrustedClient(address: string): this {
    const hostname = `client-${address.replaceAll('.', '-')}.outside.example`;
    this.#clients.push({ name: `client:${address}`, address, hostname });
    return this.withCommand(trust(address));
  }

  /** What DNS answers below a name, besides the usual and before it. */
  withZone(zone: Zone): this {
    this.#zones.push(zone);
    return this;
  }

  /** Shell commands to run as root in the container before its mail services start. */
  withCommand(script: string): this {
    this.#before.push(script);
    return this;
  }

  /** Builds or pulls what is not here yet, says so on stderr, and starts server, lab, DNS and sink. */
  async start(): Promise<StartedMailServer> {
    await useReaperIfHere();
    await removeOrphans();
    const prepared = await prepareTarget(this.#image, (line) => process.stderr.write(`${line}\n`));
    const target = await startTarget(prepared, {
      before: this.#before.join('\n'),
      vantagePoints: this.#clients,
      zones: this.#zones,
    });
    return new StartedMailServer(target, { clients: this.#clients, hostname: this.#hostname });
  }
}
