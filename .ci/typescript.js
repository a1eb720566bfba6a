// Loads the commands of a clone, which are TypeScript: in this process, where esbuild-register asks another one for each file,
// and there are some hundreds. Lines stay where they are. The package needs none of it: it is compiled.
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { _extensions: extensions } = require('node:module');
const { join } = require('node:path');

const options = {
  swcrc: false,
  module: { type: 'commonjs' },
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
};

// What was compiled once is read from there, by what it was made of: compiling takes as long as everything else of the start.
const cache = join(__dirname, '../node_modules/.cache/typescript');
const version = JSON.stringify([require('@swc/core/package.json').version, options]);

extensions['.ts'] = (module, filename) => {
  const source = readFileSync(filename, 'utf8');
  const kept = join(cache, `${createHash('sha256').update(`${version}\n${source}`).digest('hex')}.js`);
  module._compile(read(kept) ?? keep(kept, compiled(filename, source)), filename);
};

function compiled(filename, source) {
  // Loaded by the first file that needs it.
  const { transformSync } = require('@swc/core');
  return transformSync(source, { ...options, filename }).code;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Whole or not at all: others may read it at the same time. Where nothing can be written, each start compiles. */
function keep(file, code) {
  try {
    mkdirSync(cache, { recursive: true });
    const part = `${file}.${process.pid}`;
    writeFileSync(part, code);
    renameSync(part, file);
  } catch {}
  return code;
}
