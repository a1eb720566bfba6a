import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildPage } from './build-page';

// npm run page
const path = join(__dirname, '../../dist/page/diagnose.html');
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, buildPage());
console.log(path);
