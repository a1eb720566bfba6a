/** What a source file imports, and whether with types alone: nothing of that is there when it runs. */
export interface Import {
  readonly name: string;
  readonly typeOnly: boolean;
}

/** Every import of a source file, in whichever form: as a statement, for its effect, by `require` or by `import()`. */
export function importsIn(source: string): readonly Import[] {
  const text = source.replace(comments, '');
  return forms.flatMap(({ pattern, typeOnly }) =>
    [...text.matchAll(pattern)].map((match) => ({ name: match.groups?.name ?? '', typeOnly: typeOnly(match) })),
  );
}

// Whole lines: a `//` within a line may belong to an address.
const comments = /^\s*(\/\*[\s\S]*?\*\/|\/\/.*$)/gm;

const always = () => true;
const never = () => false;

const forms: readonly {
  readonly pattern: RegExp;
  readonly typeOnly: (match: RegExpMatchArray) => boolean;
}[] = [
  // import { a } from './x'; import type { A } from './x'; export * from './x'
  {
    pattern: /^(?:import|export)\s+(?<type>type\s)?[^;'"]*?\bfrom\s*['"](?<name>[^'"]+)['"]/gm,
    typeOnly: ({ groups }) => groups?.type !== undefined,
  },
  // import './x'
  { pattern: /^import\s*['"](?<name>[^'"]+)['"]/gm, typeOnly: never },
  // require('./x'), require.resolve('./x'), import x = require('./x')
  { pattern: /\brequire(?:\.resolve)?\(\s*['"](?<name>[^'"]+)['"]/g, typeOnly: never },
  // typeof import('./x'), import('./x').A, where A is a type; a value's name and `then` begin with a small letter
  { pattern: /\btypeof\s+import\(\s*['"](?<name>[^'"]+)['"]/g, typeOnly: always },
  { pattern: /(?<!typeof\s+)\bimport\(\s*['"](?<name>[^'"]+)['"]\s*\)\s*\.\s*[A-Z]/g, typeOnly: always },
  // await import('./x')
  { pattern: /(?<!typeof\s+)\bimport\(\s*['"](?<name>[^'"]+)['"](?!\s*\)\s*\.\s*[A-Z])/g, typeOnly: never },
];
