import { parseReproduceArguments } from '../../../../helpers/cli/reproduce/arguments';

const ids = ['no-mechanisms/plug-ins-missing', 'no-mechanisms/mech-list-misspelt', 'tls/no-certificate'];
const parse = (...argv: string[]) => parseReproduceArguments(argv, ids);

test.each([
  [[], { kind: 'list', family: undefined }],
  [['tls'], { kind: 'list', family: 'tls' }],
  [['tls/no-certificate'], { kind: 'reproduce', id: 'tls/no-certificate', image: undefined, keep: false }],
  [
    ['tls/no-certificate', '--keep', '--image', 'sid'],
    { kind: 'reproduce', id: 'tls/no-certificate', image: 'sid', keep: true },
  ],
  [['--clean'], { kind: 'clean' }],
  [['--docs'], { kind: 'docs', folder: undefined }],
  [['--docs', 'pages'], { kind: 'docs', folder: 'pages' }],
  [['-h'], { kind: 'help' }],
  [['--version'], { kind: 'version' }],
])('understands %j', (argv, command) => {
  expect(parse(...argv)).toEqual(command);
});

test.each([
  [['no-certificate'], 'did you mean tls/no-certificate?'],
  [['tls/no-certificat'], 'did you mean tls/no-certificate?'],
  [['nothing-like-it'], 'without arguments all are listed'],
  [['tls/no-certificate', 'no-mechanisms/plug-ins-missing'], 'one failure mode at a time'],
  [['--kep'], 'did you mean --keep?'],
  [['tls/no-certificate', '--image'], '--image needs a value'],
  [['tls/no-certificate', '--keep=yes'], '--keep takes no value'],
])('says what is wrong with %j', (argv, problem) => {
  expect(parse(...argv)).toEqual({ kind: 'wrong', problem: expect.stringContaining(problem) });
});
