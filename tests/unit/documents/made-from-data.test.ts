import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from '../../../helpers/documents/documents';

test.each([...documents()])('docs/%s says what the data say (npm run docs)', (name, text) => {
  expect(readFileSync(join(__dirname, '../../../docs', name), 'utf8')).toBe(text);
});
