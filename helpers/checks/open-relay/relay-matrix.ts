import { isDelivered } from '../../maillog/accepted-message';
import type { RelayCell } from '../../model/result';
import type { Vantage } from '../../model/vantage';
import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { loginRoute, loginRoutes } from '../../sessions/route';
import { inWords, isOfClass } from '../../smtp/answers';
import { plain } from '../../smtp/sasl/plain';
import type { WireSession } from '../../smtp/wire-session';
import type { LoginOffer, TargetFacts } from '../../targets/target';
import type { Check } from '../check';
import { control, expectReply, expectThat, fromLog } from '../shared/findings';
import {
  anyOf,
  needsLocalRecipient,
  needsMailPort,
  needsMechanism,
  needsVantage,
  noObstacle,
  type Obstacle,
} from '../shared/obstacles';
import { attempt, expectArrived, expectNothingRelayed } from '../shared/relay-attempt';
import { attemptOnPorts, expectRefusals, type PortAttempt } from './relay-everywhere';

/** {inside, outside, listed, nameless} × {anonymous, failed login, logged in} × {local, foreign}, each a check. */
export function relayMatrix(): readonly Check[] {
  return vantages.flatMap(({ vantage, who }) =>
    states.flatMap(({ state, how }) =>
      destinations.map(({ destination, where }) => {
        const cell: Cell = { vantage, state, destination };
        return {
          id: `open-relay/${vantage}-${state}-${destination}`,
          title: `${fateInWords(cell)} ${who} ${how}, to ${where}`,
          level: 'must' as const,
          reference: 'Postfix smtpd_relay_restrictions; RFC 5321 section 7.9',
          rows: [rowOf[vantage]],
          notApplicable: obstacle(cell),
          cell: (facts: TargetFacts) => placeOf(cell, facts),
          ask: (probe: Probe) => askCell(probe, cell),
        };
      }),
    ),
  );
}

const vantages = [
  { vantage: 'inside', who: 'a client in $mynetworks' },
  { vantage: 'outside', who: 'a client outside of $mynetworks' },
  { vantage: 'listed', who: 'a client on a DNSBL' },
  { vantage: 'nameless', who: 'a client without a PTR record' },
] as const;

const rowOf = { inside: 10, outside: 10, listed: 8, nameless: 9 } as const satisfies Record<string, number>;

const states = [
  { state: 'anonymous', how: 'that does not log in' },
  { state: 'failed-login', how: 'whose login failed' },
  { state: 'logged-in', how: 'that has logged in' },
] as const;

const destinations = [
  { destination: 'local', where: "the server's own domain" },
  { destination: 'foreign', where: 'a foreign domain' },
] as const;

function obstacle(cell: Cell): Obstacle {
  const { vantage, state, destination } = cell;
  const played: Obstacle = (facts) =>
    isTrust(cell) && facts.trustRefused !== undefined ? undefined : needsVantage(vantage)(facts);
  return anyOf(
    played,
    state === 'anonymous' ? (fate(cell) === 'accepted' ? needsMailPort : noObstacle) : needsMechanism('PLAIN'),
    state === 'failed-login' && (vantage === 'inside' || destination === 'local') ? needsLoginOn25 : noObstacle,
    destination === 'local' ? needsLocalRecipient : noObstacle,
  );
}

// On a submission port a server may turn away everybody who has not logged in (RFC 6409 section 4.3).
const needsLoginOn25: Obstacle = ({ logins }) =>
  logins.some(({ port }) => port === 25)
    ? undefined
    : 'who fails to log in on a submission port may be refused at once';

interface Cell {
  readonly vantage: Vantage;
  readonly state: (typeof states)[number]['state'];
  readonly destination: (typeof destinations)[number]['destination'];
}

/** What the how-to's settings make of a cell. Its client restrictions come first and lack permit_sasl_authenticated. */
function fate({ vantage, state, destination }: Cell): 'accepted' | 'client refused' | 'relay refused' {
  if (vantage === 'listed' || vantage === 'nameless') return 'client refused';
  const trusted = vantage === 'inside' || state === 'logged-in';
  return destination === 'local' || trusted ? 'accepted' : 'relay refused';
}

function fateInWords(cell: Cell): string {
  return fate(cell) === 'accepted' ? 'takes mail from' : 'refuses mail from';
}

function placeOf(cell: Cell, facts: TargetFacts): RelayCell {
  const expected = fate(cell) === 'accepted' ? 'taken' : 'refused';
  const asked = obstacle(cell)(facts) === undefined;
  return { ...cell, expected, ...(asked && { port: routeOf(cell, facts).port }) };
}

/** As far as it offers that, a server is asked where other servers come. */
function routeOf({ state }: Cell, facts: TargetFacts) {
  return state === 'anonymous'
    ? ({ port: 25, security: 'plain' } as const)
    : loginRoute(facts, { mechanism: 'PLAIN', first: { port: 25, security: 'starttls' } });
}

/** Whether the cell is what it means to be trusted by address: where nobody is, that is told there, and once. */
function isTrust({ vantage, state, destination }: Cell): boolean {
  return vantage === 'inside' && state === 'anonymous' && destination === 'foreign';
}

async function askCell(probe: Probe, cell: Cell): Promise<readonly Finding[]> {
  const { trustRefused } = probe.facts;
  if (isTrust(cell) && trustRefused !== undefined)
    return [expectThat(false, 'who is in offers.trusted relays without a login', trustRefused)];
  if (fate(cell) === 'accepted') return askAccepted(probe, cell);
  const { refusedClients, replies } = probe.facts;
  const expected = fate(cell) === 'client refused' ? (refusedClients[cell.vantage] ?? []) : replies.relayRefused;
  const attempts: readonly (PortAttempt & { readonly opened?: readonly Finding[] })[] =
    cell.state === 'anonymous'
      ? await attemptOnPorts(probe, { vantage: cell.vantage, to: () => recipientOf(probe, cell) })
      : await Promise.all(
          loginRoutes(probe.facts, { mechanism: 'PLAIN', first: whereServersCome }).map((route) =>
            attemptWithLogin(probe, cell, route),
          ),
        );
  return [
    ...attempts.flatMap(({ opened = [] }) => opened),
    ...(probe.facts.configuration === 'own'
      ? expectRefusals(attempts)
      : attempts.map(({ port, to, rcpt, last }) => expectReply(`${port}: RCPT ${to}`, rcpt ?? last, ...expected))),
    ...(await expectNothingRelayed(probe, ...attempts.map(({ data }) => data))),
  ];
}

async function askAccepted(probe: Probe, cell: Cell): Promise<readonly Finding[]> {
  const { facts } = probe;
  const { opened, to, rcpt, last, data } =
    cell.state === 'anonymous'
      ? await attemptWithout(probe, cell)
      : await attemptWithLogin(probe, cell, loginRoute(facts, { mechanism: 'PLAIN', first: whereServersCome }));
  return [
    ...opened,
    expectReply(`RCPT ${to}`, rcpt ?? last, ...facts.replies.recipientTaken),
    ...(await expectDelivered(probe, cell, data)),
  ];
}

function recipientOf({ facts, foreignRecipient }: Probe, { destination }: Cell): string {
  return destination === 'local' ? facts.localRecipient : foreignRecipient;
}

/** Where other servers bring mail. */
async function attemptWithout(probe: Probe, cell: Cell) {
  const session = await probe.open({ vantage: cell.vantage, port: 25, security: 'plain' });
  const to = recipientOf(probe, cell);
  return { opened: [], port: 25, to, ...(await attempt(probe, session, to)) };
}

/** As far as it offers a login there, a server is asked where other servers come. */
const whereServersCome = { port: 25, security: 'starttls' } as const;

async function attemptWithLogin(probe: Probe, cell: Cell, { port, security }: LoginOffer) {
  const { facts } = probe;
  const session = await probe.open({ vantage: cell.vantage, port, security });
  const opened = [await logIn(session, facts, cell)];
  const to = recipientOf(probe, cell);
  return { opened, port, from: probe.sender, to, ...(await attempt(probe, session, to)) };
}

async function logIn(session: WireSession, { user, replies }: TargetFacts, { state }: Cell): Promise<Finding> {
  const right = state === 'logged-in';
  const credentials = right ? user : { ...user, password: `not-${user.password}` };
  const answer = await session.authenticate(plain(credentials));
  return control(expectReply('AUTH PLAIN', answer, ...(right ? replies.loginAccepted : replies.loginRefused)));
}

async function expectDelivered(probe: Probe, cell: Cell, data: Parameters<Probe['relayed']>[0]) {
  const { facts } = probe;
  const { furthest, log } = facts;
  const isTaken = data !== undefined && isOfClass(data, 2);
  const taken = expectThat(isTaken, 'the message is taken: 2yz', data ? inWords(data) : 'it was not sent');
  if (furthest === 'recipient') return [];
  if (furthest === 'arrival' && cell.destination === 'foreign') {
    return [expectArrived(await probe.relayed(data))];
  }
  // What becomes of it then only the server knows: that it took it is its word for it (RFC 5321 section 4.2.5).
  if (!isTaken || furthest === 'handed over' || log !== 'postfix') return [taken];
  const lines = await probe.logged(isDelivered);
  // What an image logs is its own affair: where there is nothing of the delivery, its word for it remains.
  const tells = facts.configuration === 'howto' || lines.some((line) => line.includes('status='));
  if (!tells) return [taken];
  return [
    fromLog(lines, expectThat(isDelivered(lines), 'the log says that it was delivered', lines.at(-1) ?? 'nothing')),
  ];
}
