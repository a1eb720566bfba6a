import { goOnUnread } from '../../../reports/terminal/go-on-unread';
import { HarnessError } from '../../errors';

/** Runs a command with the arguments of this process, whose exit status is the command's, or 2 with the error in words. */
export function asProgram(name: string, command: (argv: readonly string[]) => Promise<number>): void {
  goOnUnread();
  command(process.argv.slice(2)).then(
    (status) => {
      process.exitCode = status;
    },
    (error: Error) => {
      complainAs(name, inWords(error));
      process.exitCode = 2;
    },
  );
}

/** Says a line on standard error; on a terminal, instead of the line that shows progress. */
export function complainAs(name: string, line: string): void {
  process.stderr.write(`${process.stderr.isTTY ? '\r\u001b[2K' : ''}${name}: ${line}\n`);
}

/** What users can do something about is an Error or ours; a TypeError and its like are mistakes of this program. */
function inWords(error: Error): string {
  return error instanceof HarnessError || error.name === 'Error' ? error.message : (error.stack ?? error.message);
}
