import { terminalOf } from '../../../../reports/terminal/terminal';

test.each([
  ['a terminal', { isTTY: true, columns: 132 }, { colour: true, width: 132 }],
  // As `docker run -t` makes them where nobody looks.
  ['a terminal that says it has no columns', { isTTY: true, columns: 0 }, { colour: true, width: 80 }],
  ['a terminal of unknown width', { isTTY: true }, { colour: true, width: 80 }],
  ['a file', { columns: 132 }, { colour: false, width: undefined }],
] as const)('%s', (_output, output, terminal) => {
  expect(terminalOf({}, output)).toEqual(terminal);
});

test('NO_COLOR takes the colours away', () => {
  expect(terminalOf({ NO_COLOR: '1' }, { isTTY: true, columns: 132 })).toEqual({ colour: false, width: 132 });
});
