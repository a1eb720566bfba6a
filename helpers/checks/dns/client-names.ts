import type { VantagePoint } from '../../model/vantage';
import type { Zone } from '../../model/zone';
import { plain } from '../../smtp/sasl/plain';
import type { Variant } from '../../targets/target';
import type { Check } from '../check';
import { namelessClient, valueFor } from '../differences/differences';
import { control, expectReply } from '../findings';
import type { Probe } from '../probe';
import { attempt, expectNothingRelayed } from '../relay-attempt';
import { mustBeOurs, needsPort } from '../routes';
import { impatientResolver } from './resolver';

/** reject_unknown_client: who has no name that points back is refused, logged in or not; $mynetworks is not asked. */
export function clientNames(): readonly Check[] {
  const base = {
    level: 'must' as const,
    reference: 'RFC 7372 section 3.3; Postfix reject_unknown_client_hostname',
    rows: [9],
    notApplicable: (facts: Probe['facts']) => mustBeOurs(facts) ?? needsPort(25)(facts),
  };
  return [
    ...nameless.flatMap(({ name, words }) => [
      {
        ...base,
        id: `dns/client-${name}`,
        title: `refuses a client ${words}`,
        ask: (probe: Probe) => refuses(probe, unknownClients, name, false),
      },
      {
        ...base,
        id: `dns/client-${name}-logged-in`,
        title: `refuses a client ${words}, also after AUTH: the client restrictions lack permit_sasl_authenticated`,
        ask: (probe: Probe) => refuses(probe, unknownClients, name, true),
      },
    ]),
    {
      ...base,
      id: 'dns/client-no-ptr-inside',
      title: 'takes mail from a client without a PTR record in $mynetworks',
      ask: takesFromInside,
    },
    {
      ...base,
      id: 'dns/client-new-name-of-directive',
      title: 'refuses a client without a PTR record also by the new name, reject_unknown_client_hostname',
      ask: (probe: Probe) => refuses(probe, newName, 'no-ptr', false),
    },
  ];
}

interface Nameless {
  readonly name: string;
  readonly words: string;
  readonly address: string;
  readonly hostname?: string;
  readonly zone: (hostname: string, reverse: string) => readonly Zone[];
}

const nameless: readonly Nameless[] = [
  { name: 'no-ptr', words: 'without a PTR record', address: '203.0.113.11', zone: () => [] },
  {
    name: 'ptr-servfail',
    words: 'about whose PTR record DNS answers SERVFAIL',
    address: '203.0.113.12',
    zone: (_hostname, suffix) => [{ suffix, kind: 'servfail' }],
  },
  {
    name: 'ptr-without-address',
    words: 'whose PTR record names a host without an address',
    address: '203.0.113.13',
    hostname: 'no-address.outside.example',
    zone: (suffix) => [{ suffix, kind: 'nxdomain' }],
  },
  {
    name: 'ptr-other-address',
    words: 'whose PTR record names a host with another address',
    address: '203.0.113.14',
    hostname: 'other-address.outside.example',
    zone: (suffix) => [{ suffix, kind: 'records', records: [{ name: suffix, type: 'A', data: '203.0.113.15' }] }],
  },
];

const insideWithoutName: VantagePoint = { name: 'dns:inside no-ptr', address: '192.0.2.11', hostname: undefined };

const unknownClients: Variant = {
  name: 'unknown-clients',
  before: impatientResolver,
  vantagePoints: [
    ...nameless.map(({ name, address, hostname }): VantagePoint => ({ name: `dns:client ${name}`, address, hostname })),
    insideWithoutName,
  ],
  zones: nameless.flatMap(({ address, hostname = '', zone }) =>
    zone(hostname, `${address.split('.').reverse().join('.')}.in-addr.arpa`),
  ),
};

const newName: Variant = {
  ...unknownClients,
  name: 'new-name-of-directive',
  before: `${impatientResolver}
postconf -e 'smtpd_client_restrictions = permit_mynetworks, reject_unknown_client_hostname, permit'`,
};

async function refuses(probe: Probe, variant: Variant, name: string, loggedIn: boolean) {
  const server = await probe.on(variant);
  const session = await server.open({ vantage: `dns:client ${name}`, port: 25, security: 'plain' });
  const known = await server.open({ port: 25, security: 'plain' });
  const login = loggedIn ? [await session.authenticate(plain(server.facts.user))] : [];
  const control25 = await attempt(server, known, server.facts.localRecipient);
  const { rcpt, last, data } = await attempt(
    server,
    session,
    loggedIn ? server.foreignRecipient : server.facts.localRecipient,
  );
  return [
    ...login.map((answer) => control(expectReply('AUTH PLAIN', answer, { code: 235, enhanced: '2.7.0' }))),
    control(expectReply('RCPT from a client with a name', control25.rcpt ?? control25.last, taken)),
    expectReply('RCPT', rcpt ?? last, await valueFor(namelessClient, probe)),
    ...(loggedIn ? await expectNothingRelayed(server, data) : []),
  ];
}

const taken = { code: 250, enhanced: '2.1.5' };

async function takesFromInside(probe: Probe) {
  const server = await probe.on(unknownClients);
  const session = await server.open({ vantage: insideWithoutName.name, port: 25, security: 'plain' });
  const { rcpt, last } = await attempt(server, session, server.facts.localRecipient);
  return [expectReply('RCPT', rcpt ?? last, taken)];
}
