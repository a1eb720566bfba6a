import type { ConfigNotice } from '../../model/diagnosis';
import type { MasterService } from '../../model/failure-mode';
import { logicalLines } from './logical-lines';
import { mistake } from './notice';

/** The services of master.cf, with what Postfix would refuse. */
export interface MasterCfReading {
  readonly services: readonly MasterService[];
  readonly notices: readonly ConfigNotice[];
}

/** Reads master.cf, or the output of `postconf -M`. */
export function readMasterCf(text: string, file: string): MasterCfReading {
  const services: MasterService[] = [];
  const notices: ConfigNotice[] = [];
  for (const { text: content, line, orphan } of logicalLines(text)) {
    const place = { file, line, text: content };
    const words = splitWords(content);
    const [name = '', type = '', , , chroot = '', , , command = ''] = words;
    if (orphan) {
      notices.push(mistake('syntax', 'the file begins with white space', 'begin the line at its left margin', place));
    } else if (command === '' || !serviceTypes.has(type)) {
      const advice = 'give service, type, private, unpriv, chroot, wakeup, maxproc and command, master(5)';
      notices.push(mistake('syntax', 'this is no service of master.cf', advice, place));
    } else {
      const { options, strays } = readArguments(words.slice(8), command);
      services.push({ name, type, chroot, command, options, strays, file, line });
      if (strays.length > 0) {
        const said = `${name} has words behind ${command} that are no options: ${strays.join(' ')}`;
        notices.push(mistake('syntax', said, 'write -o name=value without spaces, or -o { name = value }', place));
      }
    }
  }
  return { services, notices };
}

const serviceTypes: ReadonlySet<string> = new Set(['inet', 'unix', 'unix-dgram', 'fifo', 'pass']);

/** Their arguments are words of their own kind, such as `user=nobody argv=/usr/bin/perl …`. */
const takesWords: ReadonlySet<string> = new Set(['pipe', 'spawn']);

/** `{ name = value }` is one word, Postfix 3.0 and later. */
function splitWords(content: string): readonly string[] {
  return content.match(/\{[^}]*\}|\S+/g) ?? [];
}

function readArguments(words: readonly string[], command: string) {
  const options = new Map<string, string>();
  const strays: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word.startsWith('-o')) {
      const setting = word === '-o' ? (words[++index] ?? '') : word.slice(2);
      const [, name, value = ''] = /^\{?\s*([\w-]+)\s*=\s*(.*?)\s*\}?$/s.exec(setting) ?? [];
      if (name === undefined) strays.push(setting);
      else options.set(name, setting.startsWith('{') ? value : setting.slice(setting.indexOf('=') + 1));
    } else if (!/^-\w/.test(word) && !takesWords.has(command)) {
      strays.push(word);
    }
  }
  return { options, strays };
}
