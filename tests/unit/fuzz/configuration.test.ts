import fc from 'fast-check';
import { expand, referredNames } from '../../../helpers/diagnosis/configuration/expand';
import { readFactsDump, readSasldbUsers, readStatLines } from '../../../helpers/diagnosis/configuration/facts-dump';
import { readMainCf } from '../../../helpers/diagnosis/configuration/main-cf';
import { readMasterCf } from '../../../helpers/diagnosis/configuration/master-cf';
import { type ConfigDocument, readConfiguration } from '../../../helpers/diagnosis/configuration/read-configuration';
import { readSmtpdConf } from '../../../helpers/diagnosis/configuration/smtpd-conf';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { catalogue } from '../../../helpers/failure-modes/catalogue';
import { always, endsSoon } from './property';
import { longTextOf, textOf } from './values';

const pieces = [
  ...[
    'mynetworks',
    'smtpd_recipient_restrictions',
    'smtpd_sasl_path',
    'mydestination',
    'submission',
    'inet',
    'smtpd',
    'mech_list',
    'pwcheck_method',
  ],
  ...[
    ' = ',
    '=',
    ': ',
    '\n',
    '\n ',
    '\n#',
    '\r\n',
    ' n - y - - ',
    ' -o ',
    '{ ',
    ' }',
    ', ',
    '$',
    '${',
    '}',
    '$(',
    ')',
    '?',
    ':',
    '{',
    'permit_mynetworks',
  ],
  ...[
    '0.0.0.0/0',
    'plain login',
    'saslauthd',
    '\u3000',
    '##== facts of a mail server\n',
    '##== file /etc/postfix/main.cf\n',
    '##== stat\n',
  ],
  ...[
    '640 root sasl 12288 regular file|/etc/sasldb2\n',
    'absent|/x\n',
    'alice@example.test: userPassword\n',
    '__proto__',
    'constructor',
  ],
] as const;
const text = textOf(pieces, 40);
const kind = fc.constantFrom<ConfigDocument['kind']>('main.cf', 'master.cf', 'smtpd.conf', 'sasldb users', 'facts');
const document = fc.record({ kind, file: fc.constant('/etc/x'), text });

always(
  'Any configuration is read, alone and together with others',
  [fc.array(document, { maxLength: 4 })],
  (documents) => {
    const { facts, notices } = readConfiguration(documents, () => undefined);

    expect(facts.files).toBeInstanceOf(Map);
    expect(notices.every(({ words }) => typeof words === 'string')).toBe(true);
  },
);

always(
  'Any configuration can be diagnosed',
  [fc.array(document, { maxLength: 4 })],
  async (documents) => {
    const { facts, notices } = readConfiguration(documents, () => undefined);

    await expect(diagnose(catalogue, { logs: [], facts, notices })).resolves.toBeDefined();
  },
  { share: 0.2 },
);

const readers: Readonly<Record<string, (given: string) => unknown>> = {
  readMainCf: (given) => readMainCf(given, 'f'),
  readMasterCf: (given) => readMasterCf(given, 'f'),
  readSmtpdConf: (given) => readSmtpdConf(given, 'f'),
  readFactsDump,
  readStatLines,
  readSasldbUsers,
  referredNames,
  expand: (given) => expand(given, new Map()),
  readConfiguration: (given) =>
    readConfiguration(
      [
        { kind: 'main.cf', file: 'f', text: given },
        { kind: 'facts', file: 'g', text: given },
      ],
      () => undefined,
    ),
};

always('No file takes a reader long', [longTextOf(pieces), fc.constantFrom(...Object.keys(readers))], (given, name) => {
  endsSoon(() => readers[name]?.(given));
});

const name = fc.constantFrom('a', 'b', 'c', 'd');
const value = fc
  .array(
    fc.oneof(
      name.map((one) => `$${one}`),
      name.map((one) => `\${${one}}`),
      name.map((one) => `\${${one}?{x}:{$${one}}}`),
      fc.constantFrom('x', ', ', '$$', '$', '${'),
    ),
  )
  .map((parts) => parts.join(''));

always(
  'Parameters that refer to each other, in whatever circle, are expanded in bounded time and size',
  [fc.array(fc.tuple(name, value))],
  (settings) => {
    const known = new Map(settings.map(([key, given]) => [key, { value: given, file: 'f', line: 1 }]));
    const expanded = endsSoon(() => expand('$a $b $c $d', known));

    expect(expanded.length).toBeLessThan(1_000_000);
  },
);

const parameter = fc.stringMatching(/^[a-z][a-z_]{0,15}$/);
const words = fc.array(fc.stringMatching(/^[a-z0-9.:/$_-]{1,12}$/), { maxLength: 4 }).map((all) => all.join(' '));

always(
  'A main.cf that is written is read as what it says, on however many lines',
  [fc.dictionary(parameter, words), fc.boolean()],
  (settings, folded) => {
    const written = Object.entries(settings)
      .map(([key, given]) => `${key} = ${folded ? given.replaceAll(' ', '\n  # a comment\n\n\t') : given}\n`)
      .join('');
    const { settings: read, notices } = readMainCf(written, 'f');

    expect(Object.fromEntries([...read].map(([key, setting]) => [key, setting.value]))).toEqual({ ...settings });
    expect(notices).toEqual([]);
  },
);

always(
  'A master.cf that is written is read as what it says',
  [
    fc.array(
      fc.record({
        name: fc.stringMatching(/^[a-z]{1,10}$/),
        options: fc.dictionary(parameter, fc.stringMatching(/^[a-z0-9.:/$_=-]{0,12}$/)),
      }),
    ),
  ],
  (services) => {
    const written = services
      .map(
        (one) =>
          `${one.name} inet n - n - - smtpd\n${Object.entries(one.options)
            .map(([key, given]) => `  -o ${key}=${given}\n`)
            .join('')}`,
      )
      .join('');

    expect(
      readMasterCf(written, 'f').services.map((one) => ({ name: one.name, options: Object.fromEntries(one.options) })),
    ).toEqual(services.map((one) => ({ name: one.name, options: { ...one.options } })));
  },
);
