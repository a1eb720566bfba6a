import type { ImageFacts } from '../../containers/docker/image-facts';
import type { Profile } from '../model/profile';
import type { ServicePort } from '../model/vantage';

/** The profile of an image of which nobody has said anything. */
export function defaultProfile(image: string, { exposed }: Pick<ImageFacts, 'exposed'>): Profile {
  return {
    name: image,
    source: { kind: 'image', image },
    hostname: 'mail.example.test',
    environment: {},
    files: [],
    command: undefined,
    createUser: [],
    createUserWhen: 'started',
    user: undefined,
    ports: [],
    candidates: candidatesOf(exposed),
    tls: undefined,
    logFile: undefined,
    readyTimeoutMs: 60_000,
    localDomains: [],
    relayDomains: [],
    localRecipient: undefined,
    offers: { authBeforeTls: undefined, mechanisms: undefined, trusted: undefined, smarthost: undefined },
    accept: [],
  };
}

/** Where a mail server may be found: at the usual ports, and where the image says so instead. */
function candidatesOf(exposed: readonly number[]): readonly ServicePort[] {
  return services.map(({ port, role, elsewhere }) => {
    const listens = exposed.includes(port) ? undefined : elsewhere.find((other) => exposed.includes(other));
    return listens === undefined ? { port, role } : { port, role, listens };
  });
}

const services = [
  { port: 25, role: 'smtp', elsewhere: [2525, 1025, 8025, 10025] },
  { port: 587, role: 'submission', elsewhere: [1587, 2587, 10587] },
  { port: 465, role: 'submissions', elsewhere: [1465, 2465, 10465] },
] as const;
