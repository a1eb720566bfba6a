import { howtoRows } from '../checks/howto-rows';
import { suites } from '../checks/suites';
import { subcommands } from '../cli/shared/subcommands';
import { checksPage } from './checks-page';
import { commandsPage } from './commands-page';
import { howtoPage } from './howto-page';

/** The pages of docs/ that are made from data, by file name. A test compares them with what is there. */
export function documents(): ReadonlyMap<string, string> {
  return new Map([
    ['commands.md', commandsPage(subcommands())],
    ['checks.md', checksPage(suites)],
    ['howto.md', howtoPage(howtoRows, suites)],
  ]);
}
