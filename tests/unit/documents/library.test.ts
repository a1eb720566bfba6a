import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (path: string) => readFileSync(join(__dirname, '../../..', path), 'utf8');

test.each(['mail-image', 'wait-strategy'])('the page of the library shows the example %s, which is run', (name) => {
  expect(read('docs/library.md')).toContain(`\`\`\`ts\n${read(`examples/${name}.test.ts`)}\`\`\`\n`);
});
