#!/usr/bin/env bash
# Testcontainers 11.14.0 in Jest 30.5.2: its RandomPortGenerator works in Node.js and fails within a Jest test, since it loads get-port, which is
# an ES module, and Jest (before Node.js 24.9) can't `require` one. Nothing else of the package does: all goes well until a
# test asks for a port.
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
npm_packages testcontainers@11.14.0 jest@30.5.2

case $(node -p 'process.versions.node.split(".")[0]') in 20 | 22) ;; *) seen 'Node.js 24 and later load it: nothing to see here' && exit ;; esac

port=$(node -e 'const { RandomPortGenerator } = require("testcontainers");
new RandomPortGenerator().generatePort().then((port) => console.log(port > 0));')
same 'a port, in Node.js' true "$port"

cat >port.test.js <<'END'
const { RandomPortGenerator } = require('testcontainers');
test('a port', () => new RandomPortGenerator().generatePort());
END
node_modules/.bin/jest --rootDir "$folder" >output 2>&1 && changed 'it works within Jest'
words='Must use import to load ES Module'
grep -q "$words" output || changed "the error is another one: $(grep -m 1 Error output)"
seen "within Jest: $words"
