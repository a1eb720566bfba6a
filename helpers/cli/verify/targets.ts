import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, isAbsolute, join } from 'node:path';
import { defaultOptions, type RunOptions } from '../../settings/settings';
import { WrongUsage } from '../shared/parse';
import { imageNamed } from './image-name';

/** A server to be asked, by the name under which it was asked for: a reference server, an image, or the file of a profile. */
export interface NamedTarget extends Pick<RunOptions, 'image' | 'profile'> {
  readonly name: string;
}

/** Reads the name of a server; a profile is found from this folder. Throws WrongUsage for what can be none. */
export function targetNamed(ours: readonly string[], folder = '.') {
  const image = imageNamed(ours);
  return (name: string): NamedTarget => {
    if (!isProfile(name)) return { name, image: image(name), profile: undefined };
    const profile = isAbsolute(name) ? name : join(folder, name);
    if (!existsSync(profile)) throw new WrongUsage(`there is no profile ${profile}`);
    return { name, image: defaultOptions.image, profile };
  };
}

/**
 * Reads a file of servers: one a line, `#` begins a comment, a profile is found from where the file is. Throws WrongUsage, with the
 * line, for what is no server.
 */
export function targetsIn(ours: readonly string[]) {
  return (file: string): readonly NamedTarget[] => {
    const read = targetNamed(ours, dirname(file));
    const targets = textOf(file)
      .split(/\r?\n/)
      .flatMap((line, index) => {
        const name = line.replace(/(^|\s)#.*$/, '').trim();
        return name === '' ? [] : [inFile(`${file}:${index + 1}`, () => read(name))];
      });
    if (targets.length === 0) throw new WrongUsage(`${file} names no server: give one a line`);
    return targets;
  };
}

/** Whether it names the file of a profile: what nobody calls an image, though Docker would let him. */
export function isProfile(name: string): boolean {
  return /^\.(?:ya?ml|[cm]?[jt]s)$/.test(extname(name));
}

function inFile<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    throw new WrongUsage(`${place}: ${error.message}`);
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new WrongUsage(code === 'ENOENT' ? `there is no file ${file}` : `${file} can not be read: ${message}`);
  }
}
