import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from './documents';

// npm run docs
for (const [name, text] of documents()) writeFileSync(join(__dirname, '../../docs', name), text);
