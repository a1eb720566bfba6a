import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (path: string) => readFileSync(join(__dirname, '../../..', path), 'utf8');

test.each(['mail-image.test', 'order-mail', 'order-mail.test', 'wait-strategy.test'])(
  'the page of the library shows the example %s.ts, which is run',
  (name) => {
    expect(read('docs/library.md')).toContain(`\`\`\`ts\n${read(`examples/${name}.ts`)}\`\`\`\n`);
  },
);
