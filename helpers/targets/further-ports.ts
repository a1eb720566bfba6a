import type { StartedLab } from '../../containers/docker/lab-container';
import type { Listener } from '../../containers/docker/read-listeners';
import type { ServicePort } from '../model/vantage';

/**
 * Ports beside those that are asked on which the server listens and greets as mail servers do, whatever their number. Who greets
 * late is worth a wait only where nobody has said which ports there are.
 */
export async function furtherPorts(
  lab: Pick<StartedLab, 'listeners' | 'greetings'>,
  known: readonly ServicePort[],
  seconds = 1,
): Promise<readonly ServicePort[]> {
  const asked = known.map(({ port, listens = port }) => listens);
  const all = (await lab.listeners()).filter((one) => !one.loopback && !asked.includes(one.port));
  const numbers = [...new Set(all.map(({ port }) => port))]
    .filter((port) => !otherProtocols.includes(port))
    .sort((a, b) => a - b);
  if (numbers.length === 0) return [];
  const greetings = await lab.greetings(numbers, seconds);
  return numbers.flatMap((port): readonly ServicePort[] => {
    const greeting = greetings.get(port) ?? '';
    if (/^220[ -]/.test(greeting)) return [{ port, role: /587$/.test(String(port)) ? 'submission' : 'smtp' }];
    // Who waits for TLS says nothing.
    return greeting === '' && /465$/.test(String(port)) ? [{ port, role: 'submissions' }] : [];
  });
}

/** The same for a reader, where the profile says which ports there are. */
export function furtherInWords(further: readonly ServicePort[]): string | undefined {
  const ports = further.map(({ port }) => port).join(', ');
  return further.length > 0
    ? `A mail server greets on ${ports} too, which the profile does not name: not asked there.`
    : undefined;
}

/** Ports on which it listens for itself alone though clients are expected there, in words; undefined where there are none. */
export function loopbackInWords(listeners: readonly Listener[], expected: readonly ServicePort[]): string | undefined {
  const inner = expected
    .map(({ port, listens = port }) => listens)
    .filter((number) => {
      const there = listeners.filter(({ port }) => port === number);
      return there.length > 0 && there.every(({ loopback }) => loopback);
    });
  return inner.length > 0 ? `On ${inner.join(', ')} it listens on 127.0.0.1 alone: no client gets there.` : undefined;
}

/** Of those that are not asked: where something else than SMTP is sure to be spoken, and a stranger might be noted. */
const otherProtocols = [22, 53, 80, 110, 143, 443, 993, 995, 3306, 4190, 5432, 6379];
