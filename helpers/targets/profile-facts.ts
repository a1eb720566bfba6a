import { addressIn, isAmong } from '../model/networks';
import type { Profile } from '../model/profile';
import type { VantagePoint } from '../model/vantage';
import { rfcReplies } from './replies';
import type { PortSurvey } from './survey';
import type { LoginOffer, TargetFacts } from './target';
import { vantagePoints } from './vantage-points';
import { domainsWithMxHere, foreignDomain, senderDomain } from './zones';

/** What is expected of somebody's image: what its profile says, and where that is silent what was seen of it. */
export function profileFacts(
  profile: KnownOfProfile,
  seen: readonly PortSurvey[],
  { log, vantagePoints, ipv6Ports }: Seen,
): TargetFacts {
  const { hostname, user, secondUser, offers, localDomains } = profile;
  const domain = localDomains[0] ?? hostname;
  const logins = user ? loginOffers(profile, seen) : [];
  // What a port does not have it is not asked for, unless a profile says that logins are there under TLS alone.
  const inTls = offers.authBeforeTls === false ? logins.filter(({ security }) => security === 'starttls') : [];
  const offering = seen.filter(({ starttls }) => starttls).map(({ service }) => service.port);
  return {
    name: profile.name,
    hostname,
    domain,
    ports: profile.ports.length > 0 ? profile.ports : seen.map(({ service }) => service),
    configuration: 'own',
    user: {
      user: user?.name ?? 'nobody',
      password: user?.password ?? 'nobody-knows',
      host: hostname,
      ...(user?.accessToken !== undefined && { accessToken: user.accessToken }),
    },
    guessed: secondUser && { user: secondUser.name, password: secondUser.password, host: hostname },
    logins,
    localRecipient: profile.localRecipient ?? `postmaster@${domain}`,
    knowsLocalRecipient: profile.localRecipient !== undefined,
    localDomains,
    relayDomains: profile.relayDomains,
    vantagePoints,
    trusted: offers.trusted,
    ipv6Ports,
    foreignDomain,
    domainsWithMxHere,
    senderDomain,
    refusedClients: {},
    starttls: [...new Set([...offering, ...inTls.map(({ port }) => port)])],
    authBeforeTls: offers.authBeforeTls,
    replies: rfcReplies,
    log,
    furthest: 'arrival',
    mayBeBroken: false,
    ...(offers.smarthost && { smarthost: offers.smarthost }),
  };
}

/** The part of a profile that says what to expect. */
type KnownOfProfile = Pick<
  Profile,
  'name' | 'hostname' | 'user' | 'secondUser' | 'offers' | 'localDomains' | 'relayDomains' | 'localRecipient' | 'ports'
>;

/** What was seen of the server besides what its ports offer, and of the lab around it. */
type Seen = Pick<TargetFacts, 'log' | 'vantagePoints' | 'ipv6Ports'>;

/** The clients that can be played: one that is trusted only where the profile names an address that is. */
export function clientsOf({ offers }: Pick<Profile, 'offers'>): readonly VantagePoint[] {
  // Who comes from loopback is the server itself: nobody can be played there.
  const trusted = offers.trusted?.find((one) => !isAmong(addressIn(one), ['127.0.0.0/8', '::1']));
  return vantagePoints.flatMap((point): readonly VantagePoint[] => {
    if (point.name === 'outside') return [point];
    return point.name === 'inside' && trusted !== undefined ? [{ ...point, address: addressIn(trusted) }] : [];
  });
}

/**
 * Where users are meant to log in. A submission port is there for that, whether it offers it or not: one that offers neither
 * AUTH nor TLS is expected to have both. The port of other servers is only where there is no other, or where it was seen to.
 */
function loginOffers({ ports, offers }: KnownOfProfile, seen: readonly PortSurvey[]): readonly LoginOffer[] {
  const services = ports.length > 0 ? ports : seen.map(({ service }) => service);
  const onlySmtp = services.every(({ role }) => role === 'smtp');
  return services.flatMap(({ port, role }): readonly LoginOffer[] => {
    const survey = seen.find(({ service }) => service.port === port);
    const inTls = survey?.mechanismsInTls ?? [];
    const inClear = survey?.mechanismsInClear ?? [];
    const isForLogins = role !== 'smtp' || onlySmtp;
    if (role === 'submissions') {
      return [{ port, security: 'implicit-tls', mechanisms: offers.mechanisms ?? inTls }];
    }
    const beforeTls = (isForLogins || inClear.length > 0) && (offers.authBeforeTls ?? inClear.length > 0);
    const afterTls = isForLogins ? survey?.starttls || !beforeTls : inTls.length > 0;
    return [
      ...(afterTls ? [{ port, security: 'starttls' as const, mechanisms: offers.mechanisms ?? inTls }] : []),
      ...(beforeTls ? [{ port, security: 'plain' as const, mechanisms: offers.mechanisms ?? inClear }] : []),
    ];
  });
}
