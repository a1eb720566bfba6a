import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandsPage } from '../../../../helpers/cli/documentation/commands-page';
import { subcommands } from '../../../../helpers/cli/shared/subcommands';

test('docs/commands.md is what the declarations say; if not: npm run docs:commands', () => {
  expect(readFileSync(join(__dirname, '../../../../docs/commands.md'), 'utf8')).toBe(commandsPage(subcommands()));
});
