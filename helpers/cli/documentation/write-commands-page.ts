import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { subcommands } from '../shared/subcommands';
import { commandsPage } from './commands-page';

// A program: npm run docs:commands
writeFileSync(join(__dirname, '../../../docs/commands.md'), commandsPage(subcommands()));
