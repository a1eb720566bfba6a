import type { Engine } from './engine';
import { execInContainer } from './exec-in-container';

type Inspected = Awaited<ReturnType<ReturnType<Engine['getContainer']>['inspect']>>;

/**
 * Asks a container's own health check, one at a time. Engines ask it at intervals, 30 s unless the image says otherwise; and Podman has
 * systemd ask it, so that where there is no systemd nobody does.
 */
export class HealthCheck {
  #running = false;
  #passed = false;

  /** Whether it has passed; begins to ask again where it has not, and does not wait for the answer. */
  passes({ Id: id, Config: { Healthcheck: check } }: Inspected): boolean {
    const command = commandOf(check?.Test ?? []);
    if (!this.#passed && !this.#running && command) void this.#ask(id, command);
    return this.#passed;
  }

  async #ask(id: string, command: readonly string[]): Promise<void> {
    this.#running = true;
    try {
      this.#passed = (await execInContainer(id, command)).exitCode === 0;
    } catch {
      // One that ends, or has no such program: the engine tells of both.
    } finally {
      this.#running = false;
    }
  }
}

/** `["CMD", "doveadm", "who"]`, `["CMD-SHELL", "doveadm who"]`, `["NONE"]` or nothing at all. */
function commandOf([kind, ...words]: readonly string[]): readonly string[] | undefined {
  if (kind === 'CMD') return words;
  return kind === 'CMD-SHELL' ? ['/bin/sh', '-c', ...words] : undefined;
}
