import { furtherPorts, loopbackInWords, withFurther } from '../../../helpers/targets/further-ports';

const listener = (port: number, loopback = false) => ({ port, family: 4 as const, loopback });

function lab(greetings: Readonly<Record<number, string>>, inner: readonly number[] = []) {
  const ports = Object.keys(greetings).map(Number);
  const asked: number[] = [];
  return {
    asked,
    listeners: async () => [...ports.map((port) => listener(port)), ...inner.map((port) => listener(port, true))],
    greetings: async (numbers: readonly number[]) => {
      asked.push(...numbers);
      return new Map(numbers.map((port) => [port, greetings[port] ?? '']));
    },
  };
}

test('whoever greets with 220 is a mail server, whatever the number; one that says nothing on …465 waits for TLS', async () => {
  const here = lab({ 25: '220 a', 26: '220 b', 2626: '220-c', 10587: '220 d', 9465: '', 8080: '', 6000: 'hello' });

  expect(await furtherPorts(here, [{ port: 25, role: 'smtp' }])).toEqual([
    { port: 26, role: 'smtp' },
    { port: 2626, role: 'smtp' },
    { port: 9465, role: 'submissions' },
    { port: 10587, role: 'submission' },
  ]);
});

test('what is asked already, listens on loopback, or is surely another protocol’s is left alone', async () => {
  const here = lab({ 2525: '220 a', 143: '* OK' }, [10025]);

  expect(await furtherPorts(here, [{ port: 25, role: 'smtp', listens: 2525 }])).toEqual([]);
  expect(here.asked).toEqual([]);
});

test('the first of a role stands for the role’s own port where nobody is there; the next has its own number', () => {
  const smtp = (port: number) => ({ port, role: 'smtp' as const });

  expect(withFurther([{ port: 587, role: 'submission' }], [smtp(2626), smtp(26)])).toEqual([
    { port: 587, role: 'submission' },
    { port: 25, role: 'smtp', listens: 2626 },
    smtp(26),
  ]);
  expect(withFurther([smtp(25)], [smtp(26)])).toEqual([smtp(25), smtp(26)]);
});

test('a port that only the machine itself reaches is told where clients are expected', () => {
  const listeners = [listener(25, true), listener(587), listener(587, true), listener(10025, true)];

  expect(
    loopbackInWords(listeners, [
      { port: 25, role: 'smtp' },
      { port: 587, role: 'submission' },
    ]),
  ).toBe('On 25 it listens on 127.0.0.1 alone: no client gets there.');
  expect(loopbackInWords(listeners, [{ port: 587, role: 'submission' }])).toBeUndefined();
});
