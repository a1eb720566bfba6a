import { cut, durationText, indented, wrap } from '../../../../reports/text/text-layout';

test('wrapping breaks at spaces, and leaves a word that is too long whole', () => {
  const address = 'victim-with-a-long-name@foreign.example';

  expect(wrap(`the mail for ${address} was accepted`, 24, '  ')).toBe(`  the mail for\n  ${address}\n  was accepted`);
});

test('wrapping begins with no empty line', () => {
  expect(wrap('victim-with-a-long-name@foreign.example was accepted', 24)).toBe(
    'victim-with-a-long-name@foreign.example\nwas accepted',
  );
});

test('wrapping leaves alone what is laid out already', () => {
  const advice = '  → run containers/setup.sh, or start your Docker engine and try again';

  expect(wrap(`no engine\n${advice}`, 30)).toBe(`no engine\n${advice}`);
});

test('cutting shows that something was cut, and counts characters', () => {
  expect(cut('abcdef', 6)).toBe('abcdef');
  expect(cut('abcdefg', 6)).toBe('abcde…');
  expect(cut('📬📬📬', 3)).toBe('📬📬📬');
});

test('indenting leaves empty lines empty', () => {
  expect(indented('a\n\n  b', '  ')).toBe('  a\n\n    b');
});

test.each([
  [0, '0 ms'],
  [820, '820 ms'],
  [4210, '4.2 s'],
  [59_960, '1 min 0 s'],
  [185_000, '3 min 5 s'],
])('%d ms are "%s"', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});
