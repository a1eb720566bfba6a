import { watch } from 'node:fs';
import { open, stat } from 'node:fs/promises';

/**
 * What is written to a file from now on, as `tail -F` has it: when the log is rotated, it goes on with the new file. Ends when
 * it is told to.
 */
export async function* growingFile(path: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  let file = await open(path);
  let { size: at, ino } = await file.stat();
  try {
    while (!signal.aborted) {
      const { size } = await file.stat();
      // Truncated in place, as copytruncate of logrotate does it.
      if (size < at) at = 0;
      if (size > at) {
        const buffer = Buffer.alloc(Math.min(size - at, chunkBytes));
        const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
        at += bytesRead;
        yield buffer.subarray(0, bytesRead);
        continue;
      }
      const now = await stat(path).catch(() => undefined);
      if (now && now.ino !== ino) {
        await file.close();
        file = await open(path);
        ({ ino } = await file.stat());
        at = 0;
        continue;
      }
      await changed(path, signal);
    }
  } finally {
    await file.close();
  }
}

const chunkBytes = 1024 * 1024;
/** Where the system tells nothing of changes, as on network file systems, the file is looked at this often. */
const lookAgainMs = 1000;

/** Waits until something happens to the file, or might have. */
function changed(path: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watchOrNot(path, done);
    const timer = setTimeout(done, lookAgainMs);
    signal.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      watcher?.close();
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}

function watchOrNot(path: string, onChange: () => void) {
  try {
    return watch(path, onChange);
  } catch {
    // The file is just being rotated, or there are no watchers left: then the clock alone decides.
    return undefined;
  }
}
