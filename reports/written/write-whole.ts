import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file beside its place and renames it, so that a reader sees all of it or none, even if the writer is killed. */
export function writeWhole(path: string, content: string | Buffer): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(unfinished, content);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new Error(`${path} can not be written: ${why(error as NodeJS.ErrnoException)}`, { cause: error });
  }
}

function why({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOSPC':
      return 'no space left on the disk\n  → make room, or give another folder with --out';
    case 'EDQUOT':
      return 'the disk quota is used up\n  → make room, or give another folder with --out';
    case 'EACCES':
    case 'EROFS':
      return 'it is not allowed\n  → give another folder with --out';
    default:
      return message;
  }
}
