#!/usr/bin/env bash
# Jest 30.5.2: tests declared with test.concurrent run side by side only with those of the same describe. Expected, since the option
# maxConcurrency is of the whole run: all of a file's. With a describe around each group, tests that wait for servers take as long as
# their groups after each other.
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
npm_packages jest@30.5.2

cat >at-once.js <<'END'
// How many of the tests that wait are under way at the same time, at most.
let now = 0;
let most = 0;
exports.waits = async () => {
  most = Math.max(most, ++now);
  await new Promise((end) => setTimeout(end, 300));
  now--;
};
afterAll(() => process.stdout.write(`at once: ${most}\n`));
END
cat >flat.test.js <<'END'
const { waits } = require('./at-once');
for (const name of ['a', 'b', 'c', 'd']) test.concurrent(name, waits);
END
cat >described.test.js <<'END'
const { waits } = require('./at-once');
describe('one', () => { for (const name of ['a', 'b']) test.concurrent(name, waits); });
describe('other', () => { for (const name of ['c', 'd']) test.concurrent(name, waits); });
END
echo '{}' >package.json

at_once() { node_modules/.bin/jest --maxConcurrency=10 --runTestsByPath "$1" 2>/dev/null | sed -n 's/^at once: //p'; }
same 'four tests in a row, so many at once' 4 "$(at_once flat.test.js)"
same 'two in each of two describes' 2 "$(at_once described.test.js)"
