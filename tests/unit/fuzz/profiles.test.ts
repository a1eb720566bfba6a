import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { HarnessError } from '../../../helpers/errors';
import { composeProject } from '../../../helpers/profiles/compose/compose-project';
import { loadProfile } from '../../../helpers/profiles/load-profile';
import { always, endsSoon } from './property';
import { textOf } from './values';

const folder = mkdtempSync(join(tmpdir(), 'harness-fuzz-'));
const path = join(folder, 'mail.yaml');

afterAll(() => rmSync(folder, { recursive: true }));

const pieces = [
  ...[
    'image: ',
    'x:1\n',
    'build:\n',
    '  context: .\n',
    'compose: ',
    '{ file: mail.yaml, service: a }\n',
    'user: ',
    '{ name: a, password: b }\n',
    'ports:\n',
  ],
  ...[
    '  - { port: 25, role: smtp }\n',
    '- ',
    '&a ',
    '*a',
    '&b ',
    '*b',
    ' [*a, *a, *a, *a]\n',
    '<<: *a\n',
    '? ',
    ': ',
    '\n',
    '  ',
    '|\n',
    '>-\n',
    '!!binary ',
    '!!map ',
  ],
  ...[
    '--- ',
    '... ',
    '%YAML 1.1\n',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '#',
    '~',
    'null',
    '.inf',
    '1e999',
    '0x',
    '__proto__: ',
    'constructor: ',
    'domains: ',
    '{ local: [a] }\n',
  ],
  ...[
    'accept:\n',
    'files:\n',
    '  - { path: /x, content: y }\n',
    'environment: ',
    '{ A: 1 }\n',
    'services:\n',
    '  a:\n',
    '    image: x\n',
    '    environment:\n',
    '    command: ',
    '    depends_on: [a]\n',
    '    volumes: [./:/x, y:/y]\n',
    '    secrets: ',
    '    healthcheck: ',
    '$A$${B}',
  ],
] as const;

always(
  'Any file is a profile, or has something that is said to be wrong with it',
  [fc.oneof(textOf(pieces), fc.string({ unit: 'binary' }))],
  (text) => {
    const problem = problemOf(text, () => loadProfile(path, {}));

    expect(problem?.split('\n').some((line) => /^ +at /.test(line))).not.toBe(true);
  },
);

always('Any compose file has the service, or something that is said to be wrong with it', [textOf(pieces)], (text) => {
  problemOf(text, () => composeProject({ file: path, service: 'a', with: [], without: [] }, { folder, env: {} }));
});

const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9.-]{0,12}$/);
const anyText = fc.string({ unit: 'grapheme', maxLength: 30 });

always(
  'A profile that is written is read as what it says',
  [
    fc.record({
      image: word,
      hostname: word,
      environment: fc.dictionary(word, anyText),
      files: fc.array(fc.record({ path: word.map((one) => `/${one}`), content: anyText })),
      user: fc.record({ name: word, password: anyText.filter((text) => text !== '') }),
      domains: fc.record({ local: fc.array(word), relay: fc.array(word) }),
    }),
  ],
  (given) => {
    // JSON is YAML.
    writeFileSync(path, JSON.stringify(given));
    const { source, hostname, environment, files, user, localDomains, relayDomains } = loadProfile(path, {});

    expect({ source, hostname, environment, user, localDomains, relayDomains }).toEqual({
      source: { kind: 'image', image: given.image },
      hostname: given.hostname,
      environment: { ...given.environment },
      user: given.user,
      localDomains: given.domains.local,
      relayDomains: given.domains.relay,
    });
    expect(files).toEqual(given.files.map((file) => ({ ...file, mode: 0o644 })));
  },
);

/** What is said to be wrong with this file; anything else than words for its author is thrown. */
function problemOf(text: string, read: () => unknown): string | undefined {
  writeFileSync(path, text);
  try {
    endsSoon(read);
    return undefined;
  } catch (error) {
    if (error instanceof HarnessError && error.code === 'EPROFILE') return error.message;
    throw error;
  }
}
