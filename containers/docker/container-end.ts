import { text } from 'node:stream/consumers';
import { dockerEngine } from './engine';

/** What an engine says of a container that it has. */
interface Inspected {
  readonly State: { readonly Running: boolean; readonly ExitCode: number; readonly OOMKilled?: boolean };
  readonly HostConfig?: { readonly Memory?: number | undefined };
}

/** How a container has ended, such as `has ended, with status 137, for want of memory`; undefined as long as it runs. */
export function endInWords(container: Inspected): string | undefined {
  const { Running: isRunning, ExitCode: status, OOMKilled: lacked = false } = container.State;
  if (isRunning) return undefined;
  return `has ended, with status ${status}${lacked ? `, ${wantOfMemory(container)}` : ''}`;
}

/** What has become of a container: that it has ended, or that the kernel ended a program in it. Undefined where that is not known. */
export async function troubleOf(id: string): Promise<string | undefined> {
  try {
    const container = await (await dockerEngine()).getContainer(id).inspect();
    const { Running: isRunning, ExitCode: status, OOMKilled: lacked } = container.State;
    if (!isRunning && (lacked || status !== 137)) return endInWords(container);
    // Of one that runs on, its state says nothing; and of one that was killed it may not.
    const hasLost = await hasLostProgram(id, container.Created);
    if (!isRunning) return endInWords({ ...container, State: { ...container.State, OOMKilled: hasLost } });
    return hasLost ? `lost a program ${wantOfMemory(container)}` : undefined;
  } catch {
    // It was removed, or the engine has gone: whoever asks has another trouble to tell.
    return undefined;
  }
}

function wantOfMemory({ HostConfig: { Memory: limit = 0 } = {} }: Inspected): string {
  return `for want of memory${limit > 0 ? `: its limit is ${Math.round(limit / 2 ** 20)} MiB` : ''}`;
}

/** Whether an event says so. */
async function hasLostProgram(id: string, createdAt: string): Promise<boolean> {
  const engine = await dockerEngine();
  const { SystemTime: now } = await engine.info();
  const seconds = (time: string) => Math.floor(Date.parse(time) / 1000);
  const filters = { container: [id], event: ['oom'] };
  const events = await engine.getEvents({ since: seconds(createdAt), until: seconds(now) + 1, filters });
  return (await text(events as NodeJS.ReadableStream)).trim() !== '';
}
