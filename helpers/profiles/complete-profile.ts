import { readFileSync, realpathSync } from 'node:fs';
import { basename, extname, resolve, sep } from 'node:path';
import { HarnessError } from '../errors';
import type { ImageSource, Profile, ProfileFile } from '../model/profile';
import { servicePort } from '../model/service-port';
import { composeProject } from './compose/compose-project';
import type { WrittenProfile } from './schema';

/** Where a profile was written, and the environment in which it is read. */
export interface ProfileOrigin {
  readonly path: string;
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Fills in what a profile leaves out: from its compose file, from the environment, and by what is usual. */
export function completeProfile(written: WrittenProfile, origin: ProfileOrigin): Profile {
  const project = written.compose && composeProject(written.compose, origin);
  const service = project?.asked;
  const hostname = written.hostname ?? service?.hostname ?? 'mail.example.test';
  const localDomains = written.domains.local;
  const user = userOf(written, origin.env);
  return {
    name: written.name ?? basename(origin.path, extname(origin.path)),
    source: sourceOf(written, origin, service?.source),
    hostname,
    environment: { ...service?.settings.environment, ...written.environment },
    files: written.files.map((file) => fileOf(file, origin)),
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

function userOf({ user }: WrittenProfile, env: NodeJS.ProcessEnv): Profile['user'] {
  if (!user) return undefined;
  if (user.password !== undefined) return { name: user.name, password: user.password };
  const variable = user.passwordFrom ?? '';
  const password = env[variable];
  if (!password) throw new HarnessError('EPROFILE', `user.passwordFrom: the variable ${variable} is not set`);
  return { name: user.name, password };
}

function tlsOf({ tls }: WrittenProfile): Profile['tls'] {
  return tls && { ...tls, keyMode: Number.parseInt(tls.keyMode, 8) };
}

function fileOf({ path, content, source, mode }: WrittenProfile['files'][number], origin: ProfileOrigin): ProfileFile {
  return { path, content: content ?? readSource(source ?? '', origin), mode: Number.parseInt(mode, 8) };
}

/** A profile may be anybody's: what it brings into the container is what lies beside it, and none of the machine's own files. */
function readSource(source: string, { folder, path }: ProfileOrigin): string {
  try {
    const [file, home] = [realpathSync(resolve(folder, source)), realpathSync(folder)];
    if (file.startsWith(`${home}${sep}`)) return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new HarnessError('EPROFILE', `${path}: files: ${(cause as Error).message}`, { cause });
  }
  const instead = 'it may be in the folder of the profile or below, also where it is a link';
  throw new HarnessError('EPROFILE', `${path}: files: ${source} is outside: ${instead}`);
}
