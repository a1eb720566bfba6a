import type { Probe } from '../../sessions/probe';
import { inWords, isOfClass } from '../../smtp/answers';
import type { Check } from '../check';
import { NotApplicable } from '../not-applicable';
import { openRoutes } from '../shared/obstacles';
import { expectCode } from './expect-code';

/** What a port says before TLS where nothing is taken without it. */
export const checks: readonly Check[] = [
  {
    id: 'rfc/mail-before-tls-530',
    title: 'answers MAIL before TLS with 530, where it wants TLS, and NOOP and EHLO as ever',
    level: 'should',
    reference: 'RFC 3207 section 4 (530 5.7.0)',
    notApplicable: ({ starttls, ports }) =>
      ports.some(({ port }) => starttls.includes(port)) ? undefined : 'STARTTLS is not meant to be offered',
    ask: async (probe) => {
      const routes = openRoutes(probe.facts).filter(({ port }) => probe.facts.starttls.includes(port));
      const findings = (await Promise.all(routes.map(({ port }) => askBeforeTls(probe, port)))).flat();
      if (findings.length === 0) throw new NotApplicable('TLS makes no difference to MAIL on any port');
      return findings;
    },
  },
];

/** Nothing of a port that takes MAIL without TLS, or refuses it within TLS too: there a login is wanted. */
async function askBeforeTls(probe: Probe, port: number) {
  const session = await probe.open({ port, security: 'plain' });
  const clear = await session.mail(probe.sender);
  if (isOfClass(clear, 2)) return [];
  const [noop, ehlo] = [await session.command('NOOP'), await session.ehlo()];
  const secure = await probe.tryToOpen({ port, security: 'starttls' });
  if (!secure.extensions) return [];
  const within = await secure.mail(probe.sender);
  probe.note(`MAIL on ${port}: ${inWords(clear)}, within TLS: ${inWords(within)}`);
  if (!isOfClass(within, 2)) return [];
  return [
    expectCode(`MAIL on ${port} before TLS`, clear, 530),
    expectCode('NOOP after it', noop, 250),
    expectCode('EHLO after it', ehlo, 250),
  ];
}
