import { engineInWords } from '../../containers/docker/bridge';
import { ForeignServerContainer } from '../../containers/docker/foreign-server-container';
import type { StartedLab } from '../../containers/docker/lab-container';
import type { Listener } from '../../containers/docker/read-listeners';
import { HarnessError } from '../errors';
import type { Profile } from '../model/profile';
import type { TargetSummary } from '../model/result';
import type { Zone } from '../model/zone';
import { addressClients } from './address-clients';
import { certificateFiles } from './certificate-files';
import { Disposables } from './disposables';
import { furtherInWords, loopbackInWords, withFurther } from './further-ports';
import { type Identity, identify } from './identify';
import type { PreparedTarget } from './prepare-target';
import { clientsOf, profileFacts } from './profile-facts';
import { SpareServer } from './spare-server';
import { startServices } from './start-services';
import { startWorld } from './start-world';
import { type PortSurvey, surveyInWords } from './survey';
import type { Target, TargetFacts, Variant } from './target';
import { trustAuthority, trustedAuthorityFiles } from './trusted-authority';
import { type LoginTrial, refusedInWords, tryLogins } from './try-logins';
import { tryTrusted } from './try-trusted';
import { unknownNamesInWords } from './unknown-names';
import { untilServed } from './until-served';
import { guessers } from './vantage-points';
import { watchWorld } from './watch-world';
import { labZones } from './zones';

/** Starts somebody's image in a lab as its profile says, waits until it serves, and sees what it offers. */
export async function startProfiled(prepared: PreparedTarget & { readonly profile: Profile }): Promise<Target> {
  await using stack = new Disposables();
  const { profile, serverImage, server: named } = prepared;
  const vantagePoints = [...clientsOf(profile), ...addressClients(prepared.bridge), ...guessers];
  const expected = profile.ports.length > 0 ? profile.ports : profile.candidates;
  const domains = profile.localDomains.length > 0 ? profile.localDomains : [profile.hostname];
  const world = await startWorld(stack, prepared, {
    hostname: profile.hostname,
    ports: expected,
    vantagePoints,
    zones: [...labZones(profile.hostname, domains, vantagePoints), ...smarthostZones(profile), ...relayZones(profile)],
    smarthost: profile.offers.smarthost,
    certified: profile.offers.smarthost?.trusted ? profile.offers.smarthost.host : undefined,
  });
  const { sink, dns, lab } = world;
  const authority = profile.tls && world.authority;
  const issued = [...certificateFiles(profile, world.authority), ...trustedAuthorityFiles(profile, world.authority)];
  const withCertificate = { ...profile, files: [...issued, ...profile.files] };
  const container = new ForeignServerContainer(serverImage, withCertificate).withLab(lab);
  const { project } = profile;
  const services = project && (await startServices(stack, prepared, { world, profile, project }));
  if (services) container.withSettings(project.asked.settings, services.volumes);
  const server = stack.use(await container.start());
  const trusts = await trustAuthority(profile, (script) => server.run(script));
  const later = await makeUsers(profile, (script) => server.run(script));
  const clientAddress: Target['clientAddress'] = (vantage, port) => lab.clientAddress(vantage, port);
  const { seen, further } = await untilServed({
    ...{ profile, log: server.log, lab, dns, clientAddress },
    troubleOfOthers: async () => services?.trouble(),
    id: server.getId(),
  });
  if (further.length > 0 && profile.ports.length === 0) {
    // The lab plays its clients on the ports that it was started with.
    const candidates = withFurther(
      seen.map(({ service }) => service),
      further,
    );
    return startProfiled({ ...prepared, profile: { ...profile, candidates } });
  }
  for (const script of later) await server.run(script);
  const found = await identify(seen, (script) => server.run(script));
  const listeners = await lab.listeners();
  const log = await kindOfLog(server.log);
  const seenFacts = { log, vantagePoints: lab.vantagePoints, ipv6Ports: portsOnIpv6(lab, seen, listeners) };
  const known = profileFacts(profile, seen, seenFacts);
  const trust = authority && { root: authority.root, name: profile.hostname };
  const where = (port: number) => ({ ...clientAddress('outside', port), trust });
  const remarks = [named.notice, trusts, furtherInWords(further), loopbackInWords(listeners, expected)];
  const trial = await tryLogins(where, known.logins, known.user, {
    pausesMs: untilUsersAreMade,
    relay: known,
    nameOf: (number) => known.ports.find(({ port }) => port === number)?.listens ?? number,
  });
  const trustRefused = await tryTrusted(clientAddress, known);
  const spare = stack.use(new SpareServer(() => startProfiled(prepared)));
  const trouble = await watchWorld({ lab, sink, dns }, server.getId(), services?.containers);
  const life = stack.move();

  return {
    facts: { ...withLogin(known, trial, unknownNamesInWords(dns.queries)), trustRefused },
    sink,
    dns,
    log: server.log,
    otherServices: services?.running,
    authority,
    containerId: server.getId(),
    address: lab.address,
    clientAddress,
    summary: async () => summarise(noticeOf(remarks, dns), prepared, { profile, found, seen, lab }),
    run: (script) => server.run(script),
    restart: () => refuse('restarted'),
    leaks: async () => (await Promise.all([lab, ...(services?.labs ?? [])].map((one) => one.leaks()))).flat(),
    trouble,
    variant: (variant) => (isUnchanged(variant) ? spare.lend() : refuse('changed')),
    [Symbol.asyncDispose]: () => life[Symbol.asyncDispose](),
  };
}

// Eight seconds in all: an image may make its users when it already serves.
const untilUsersAreMade = [250, 500, 1000, 2000, 4000];

/**
 * Makes the users as soon as the container runs, for servers that do not begin without one; those commands that need a server
 * that serves are given back.
 */
async function makeUsers(
  { createUser, createUserWhen }: Profile,
  run: (script: string) => Promise<string>,
): Promise<readonly string[]> {
  if (createUserWhen === 'serving') return createUser;
  for (const [index, script] of createUser.entries()) {
    try {
      await run(script);
    } catch {
      // It may want the server; it, and those after it, come again then, and what is wrong with it is told there.
      return createUser.slice(index);
    }
  }
  return [];
}

/** What the login of its user showed. A user whom no mechanism lets in is told of once: nobody is known then. */
function withLogin(
  facts: TargetFacts,
  { mechanism, refused, relayRefused }: LoginTrial,
  missing: string | undefined,
): TargetFacts {
  if (mechanism !== undefined)
    return { ...facts, provenMechanism: mechanism, refusedMechanisms: refused, userRefused: relayRefused };
  if (refused.length === 0) return facts;
  const loginRefused =
    `the server refuses ${facts.user.user} by every mechanism that it offers: are name and password those of the image? ` +
    `(${refusedInWords(refused)})${missing === undefined ? '' : `. ${missing}`}`;
  return { ...facts, loginRefused, refusedMechanisms: refused, logins: [] };
}

function portsOnIpv6(lab: StartedLab, seen: readonly PortSurvey[], listeners: readonly Listener[]): readonly number[] {
  const ports = seen.map(({ service }) => service);
  const isThere = (number: number) =>
    listeners.some(({ port, family, loopback }) => port === number && family === 6 && !loopback);
  return ports.filter(({ port, listens = port }) => lab.hasIpv6 && isThere(listens)).map(({ port }) => port);
}

function isUnchanged({ before, vantagePoints, zones }: Variant): boolean {
  return before === undefined && vantagePoints === undefined && zones === undefined;
}

// Checks that want to do this do not apply to such a target.
async function refuse(what: string): Promise<never> {
  throw new HarnessError('EPROFILE', `only a reference server is ${what}`);
}

/** The domains for which it is a relay are somebody's: they are at the sink. */
function relayZones({ relayDomains }: Profile): readonly Zone[] {
  return relayDomains.map((suffix) => ({ suffix, kind: 'everything', address: '203.0.113.28' }));
}

/** Where its smarthost is, whatever name it has. */
function smarthostZones({ offers }: Profile): readonly Zone[] {
  return offers.smarthost ? [{ suffix: offers.smarthost.host, kind: 'everything', address: '203.0.113.27' }] : [];
}

/** What a reader is to know beside the verdicts; names that it looks for in vain are known late. */
function noticeOf(remarks: readonly (string | undefined)[], dns: Target['dns']): string | undefined {
  return [...remarks, unknownNamesInWords(dns.queries)].filter(Boolean).join('\n') || undefined;
}

function summarise(
  notice: string | undefined,
  { serverImage, bridge }: PreparedTarget,
  { profile, found, seen, lab }: { profile: Profile; found: Identity; seen: readonly PortSurvey[]; lab: StartedLab },
): TargetSummary {
  const { name, hostname } = profile;
  const engine = engineInWords(bridge, lab);
  return { name, image: serverImage, ...found, hostname, engine, notice, seen: seen.map(surveyInWords) };
}

/** Postfix's where a line of it came: an image may have Postfix and lack a syslog. */
async function kindOfLog(log: Target['log']): Promise<'postfix' | 'other'> {
  // It was asked for a greeting just now, and logs that at once.
  const isConnect = (line: string) => /postfix\/\S*smtpd\[\d+\]: connect from/.test(line);
  return (await log.when((lines) => lines.some(isConnect), { timeoutMs: 2_000 })) ? 'postfix' : 'other';
}
