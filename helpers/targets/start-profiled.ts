import { ForeignServerContainer } from '../../containers/foreign-server-container';
import { HarnessError } from '../errors';
import type { Profile } from '../model/profile';
import type { TargetSummary } from '../model/result';
import type { Zone } from '../model/zone';
import { Disposables } from './disposables';
import { identify } from './identify';
import type { PreparedTarget } from './prepare-target';
import { clientsOf, profileFacts } from './profile-facts';
import { Spare } from './spare';
import { startWorld } from './start-world';
import type { Target, Variant } from './target';
import { untilServed } from './until-served';
import { labZones } from './zones';

/** Starts somebody's image in a lab as its profile says, waits until it serves, and sees what it offers. */
export async function startProfiled(prepared: PreparedTarget & { readonly profile: Profile }): Promise<Target> {
  await using stack = new Disposables();
  const { profile, serverImage, server: named } = prepared;
  const vantagePoints = clientsOf(profile);
  const domain = profile.localDomains[0] ?? profile.hostname;
  const { sink, dns, lab } = await startWorld(stack, prepared, {
    hostname: profile.hostname,
    ports: profile.ports.length > 0 ? profile.ports : profile.candidates,
    vantagePoints,
    zones: [...labZones(profile.hostname, domain, vantagePoints), ...smarthostZones(profile)],
    smarthost: profile.offers.smarthost,
  });
  const server = stack.use(await new ForeignServerContainer(serverImage, profile).withLab(lab).start());
  const clientAddress: Target['clientAddress'] = (vantage, port) => lab.clientAddress(vantage, port);
  const seen = await untilServed({ profile, log: server.log, lab, clientAddress });
  for (const script of profile.createUser) await server.run(script);
  const found = await identify(seen, (script) => server.run(script));
  const spare = stack.use(new Spare(() => startProfiled(prepared)));
  const life = stack.move();

  return {
    facts: profileFacts(profile, seen, found.mta === 'Postfix' ? 'postfix' : 'other'),
    sink,
    dns,
    log: server.log,
    containerId: server.getId(),
    address: lab.address,
    clientAddress,
    summary: async () => summarise(named.notice, { profile, serverImage, found }),
    run: (script) => server.run(script),
    restart: () => refuse('restarted'),
    leaks: () => lab.leaks(),
    variant: (variant) => (isUnchanged(variant) ? spare.lend() : refuse('changed')),
    [Symbol.asyncDispose]: () => life[Symbol.asyncDispose](),
  };
}

function isUnchanged({ before, vantagePoints, zones }: Variant): boolean {
  return before === undefined && vantagePoints === undefined && zones === undefined;
}

// Checks that want to do this do not apply to such a target.
async function refuse(what: string): Promise<never> {
  throw new HarnessError('EPROFILE', `only a reference server is ${what}`);
}

/** Where its smarthost is, whatever name it has. */
function smarthostZones({ offers }: Profile): readonly Zone[] {
  return offers.smarthost ? [{ suffix: offers.smarthost.host, kind: 'everything', address: '203.0.113.27' }] : [];
}

function summarise(
  notice: string | undefined,
  {
    profile,
    serverImage,
    found,
  }: { profile: Profile; serverImage: string; found: Awaited<ReturnType<typeof identify>> },
): TargetSummary {
  const { mta, versions } = found;
  return { name: profile.name, image: serverImage, mta, versions, hostname: profile.hostname, notice };
}
