import { setTimeout } from 'node:timers/promises';
import { servicePort } from '../model/service-port';
import type { ServicePort } from '../model/vantage';
import { type DeadPort, type PortSurvey, type Survey, servedAndDead, surveyPort } from './survey';

/**
 * What the ports of a running server speak. The well-known ones have their role by their number; of another it is seen: TLS at once,
 * logins, or neither. Each has the number by which checks know its role, the second of a role its own.
 */
export async function lookAtPorts(host: string, ports: readonly number[], limitMs = 10_000): Promise<Survey> {
  const { served, dead } = servedAndDead(await Promise.all(ports.map((port) => lookAtPort(host, port, limitMs))));
  return { served: withNumbersOfRoles(served.map(withRoleSeen).sort(byPlaceIn(ports))), dead };
}

/** A port of another number is tried in TLS too where it says nothing by itself: the first answer in either shows what it speaks. */
async function lookAtPort(host: string, port: number, limitMs: number): Promise<PortSurvey | DeadPort> {
  const role = wellKnown.get(port);
  using answered = new Answered();
  const options = { limitMs, signal: answered.signal };
  const asked = surveyPort({ host, port }, { port, role: role ?? 'submission' }, options);
  // Most servers greet at once; those that let their clients wait a little on purpose are not disturbed before.
  if (role !== undefined || (await isSettled(asked, limitMs / 10))) return await asked;
  const inTls = surveyPort({ host, port }, { port, role: 'submissions' }, options);
  const both = Promise.all([asked, inTls]).then(([one, other]) => moreTelling(one, other));
  return await Promise.race([
    asked.then((seen) => ('greeting' in seen ? seen : both)),
    inTls.then((seen) => (isTelling(seen) ? seen : both)),
  ]);
}

function moreTelling(inClear: PortSurvey | DeadPort, inTls: PortSurvey | DeadPort): PortSurvey | DeadPort {
  if ('greeting' in inClear) return inClear;
  // Who is silent in clear and breaks off a handshake has seen one.
  const { command, instead } = inClear;
  const saysNothing = command === 'the connection' && instead.kind === 'silence' && instead.partial === '';
  const isBrokenOff = saysNothing && 'instead' in inTls && inTls.instead.kind === 'closed';
  return isTelling(inTls) || isBrokenOff ? inTls : { ...inClear, tls: 'tried in vain' };
}

/** Where there is TLS, what is said in it is what the port speaks, be it mail or not. */
function isTelling(inTls: PortSurvey | DeadPort): boolean {
  return 'greeting' in inTls || inTls.tls === 'there';
}

/** Ends the connections of those that nobody waits for any longer. */
class Answered extends AbortController implements Disposable {
  [Symbol.dispose](): void {
    this.abort();
  }
}

async function isSettled(promise: Promise<unknown>, limitMs: number): Promise<boolean> {
  const ended = new AbortController();
  const timeUp = setTimeout(limitMs, false, { signal: ended.signal }).catch(() => false);
  const settled = await Promise.race([promise.then(() => true), timeUp]);
  ended.abort();
  return settled;
}

const wellKnown: ReadonlyMap<number, ServicePort['role']> = new Map([
  [25, 'smtp'],
  [465, 'submissions'],
  [587, 'submission'],
] as const);

function withRoleSeen(seen: PortSurvey): PortSurvey {
  const { port, role } = seen.service;
  if (role === 'submissions') return seen;
  const takesLogins = seen.mechanismsInClear.length + seen.mechanismsInTls.length > 0;
  return { ...seen, service: { port, role: wellKnown.get(port) ?? (takesLogins ? 'submission' : 'smtp') } };
}

/** In the order in which they were named, those with the numbers of their roles first. */
function byPlaceIn(ports: readonly number[]) {
  const place = ({ service: { port } }: PortSurvey) => ports.indexOf(port) + (wellKnown.has(port) ? 0 : ports.length);
  return (a: PortSurvey, b: PortSurvey) => place(a) - place(b);
}

function withNumbersOfRoles(surveys: readonly PortSurvey[]): readonly PortSurvey[] {
  const named: PortSurvey[] = [];
  for (const seen of surveys) {
    const service = servicePort(seen.service);
    const isTaken = named.some((one) => one.service.port === service.port);
    named.push({ ...seen, service: isTaken ? seen.service : service });
  }
  return named;
}
