import { readFileSync, realpathSync } from 'node:fs';
import { basename, extname, resolve, sep } from 'node:path';
import { HarnessError } from '../errors';
import type { ImageSource, Profile, ProfileFile } from '../model/profile';
import { servicePort } from '../model/service-port';
import { composeProject } from './compose/compose-project';
import { type LineOf, problem } from './problems';
import type { WrittenProfile } from './schema';

/** Where a profile was written, and the environment in which it is read. */
export interface ProfileOrigin {
  readonly path: string;
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly lineOf: LineOf;
}

/** Fills in what a profile leaves out: from its compose file, from the environment, and by what is usual. */
export function completeProfile(written: WrittenProfile, origin: ProfileOrigin): Profile {
  const project = written.compose && composeProject(written.compose, origin);
  const service = project?.asked;
  const hostname = written.hostname ?? service?.hostname ?? 'mail.example.test';
  const localDomains = written.domains.local;
  const user = userOf(written, origin);
  return {
    name: written.name ?? basename(origin.path, extname(origin.path)),
    source: sourceOf(written, origin, service?.source),
    hostname,
    environment: { ...service?.settings.environment, ...written.environment },
    files: written.files.map((file, index) => fileOf(file, origin, index)),
    command: written.command ?? service?.settings.command,
    project,
    createUser: written.createUser.run,
    createUserWhen: written.createUser.when,
    user,
    secondUser: written.secondUser,
    ports: written.ports.map(servicePort),
    candidates: [],
    tls: tlsOf(written),
    logFile: typeof written.log === 'object' ? written.log.file : undefined,
    readyTimeoutMs: written.ready.timeout * 1000,
    localDomains,
    relayDomains: written.domains.relay,
    localRecipient: written.localRecipient,
    offers: {
      authBeforeTls: written.offers.authBeforeTls,
      mechanisms: written.offers.mechanisms?.map((name) => name.toUpperCase()),
      trusted: written.offers.trusted,
      smarthost: written.offers.smarthost,
    },
    accept: written.accept,
  };
}

function sourceOf(
  { image, build, compose }: WrittenProfile,
  { path, folder }: ProfileOrigin,
  ofService: ImageSource | undefined,
): ImageSource {
  const given = [image, build, compose].filter((one) => one !== undefined);
  if (given.length !== 1) {
    throw new HarnessError('EPROFILE', `${path}: expected one of image, build and compose; there are ${given.length}`);
  }
  if (image !== undefined) return { kind: 'image', image };
  if (build) return { kind: 'build', ...build, context: resolve(folder, build.context) };
  return ofService as ImageSource;
}

function userOf({ user }: WrittenProfile, origin: ProfileOrigin): Profile['user'] {
  if (!user) return undefined;
  const { name, accessToken, accessTokenFrom } = user;
  const token =
    accessToken ??
    (accessTokenFrom === undefined ? undefined : fromVariable(accessTokenFrom, 'accessTokenFrom', origin));
  return {
    name,
    password: user.password ?? fromVariable(user.passwordFrom ?? '', 'passwordFrom', origin),
    ...(token !== undefined && { accessToken: token }),
  };
}

function fromVariable(variable: string, key: string, origin: ProfileOrigin): string {
  const value = origin.env[variable];
  if (!value) throw wrong(origin, ['user', key], `the variable ${variable} is not set`);
  return value;
}

function tlsOf({ tls }: WrittenProfile): Profile['tls'] {
  return tls && { ...tls, keyMode: Number.parseInt(tls.keyMode, 8) };
}

function fileOf(
  { path, content, source, mode }: WrittenProfile['files'][number],
  origin: ProfileOrigin,
  index: number,
): ProfileFile {
  return { path, content: content ?? readSource(source ?? '', origin, index), mode: Number.parseInt(mode, 8) };
}

/** A profile may be anybody's: what it brings into the container is what lies beside it, and none of the machine's own files. */
function readSource(source: string, origin: ProfileOrigin, index: number): string {
  const { folder } = origin;
  const place = ['files', index, 'source'];
  try {
    const [file, home] = [realpathSync(resolve(folder, source)), realpathSync(folder)];
    if (file.startsWith(`${home}${sep}`)) return readFileSync(file, 'utf8');
  } catch (cause) {
    throw wrong(origin, place, (cause as Error).message, cause);
  }
  const instead = 'it may be in the folder of the profile or below, also where it is a link';
  throw wrong(origin, place, `${source} is outside: ${instead}`);
}

function wrong(
  { path, lineOf }: ProfileOrigin,
  place: readonly PropertyKey[],
  message: string,
  cause?: unknown,
): Error {
  return new HarnessError('EPROFILE', problem(path, { path: place, message, code: 'custom' }, lineOf), { cause });
}
