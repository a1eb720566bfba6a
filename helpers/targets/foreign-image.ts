import { buildFrom } from '../../containers/docker/build-from';
import { type ImageFacts, imageFacts } from '../../containers/docker/image-facts';
import { ensureImage, overlay, pathsIn, pulledId } from '../../containers/docker/images';
import { documentPath } from '../document-path';
import type { ComposeProject, ComposeService } from '../model/compose-project';
import type { ImageSource, Profile } from '../model/profile';
import { defaultProfile } from './default-profile';
import type { ReferenceServer } from './reference-servers';

/** An image that is here, and what to make of it. */
export interface PreparedImage {
  readonly server: ReferenceServer;
  readonly profile?: Profile | undefined;
  readonly image: string;
}

/**
 * Makes a target of anybody's image. One that was built from our own files is taken as it is. On one that has Postfix at CentOS
 * 7's paths and starts nothing by itself the how-to's configuration is laid, so that what is tested is its Postfix and its Cyrus
 * SASL. All others run as they are, and are asked what can be asked of a server of which nobody has said anything.
 */
export async function prepareForeign(name: string, tell: (line: string) => void): Promise<PreparedImage> {
  await pulledId(name, tell);
  const [found, facts] = await Promise.all([pathsIn(name, [ours, master]), imageFacts(name)]);
  if (found.includes(ours)) return { server: server(name, undefined), image: name };
  if (found.includes(master) && !facts.hasProgram) {
    return { server: server(name, laidOver(name)), image: await ensureImage(overlay(name), tell) };
  }
  return { server: server(name, withoutProfile), profile: defaultProfile(name, facts), image: name };
}

/** Makes a target of what a profile describes: an image to be found, or one to be built. */
export async function prepareProfile(profile: Profile, tell: (line: string) => void): Promise<PreparedImage> {
  const { name, source, ports } = profile;
  const image = await prepareSource(name, source, tell);
  const found: ImageFacts | undefined = ports.length > 0 ? undefined : await imageFacts(image);
  return {
    server: server(name, withheldInWords(profile)),
    profile: {
      ...profile,
      ...(found && { candidates: defaultProfile(name, found).candidates }),
      ...(profile.project && { project: await prepareProject(profile.project, tell) }),
    },
    image,
  };
}

/** Has the images of the other services here. */
async function prepareProject(project: ComposeProject, tell: (line: string) => void): Promise<ComposeProject> {
  const others: ComposeService[] = [];
  for (const service of project.others) {
    const image = await prepareSource(service.name, service.source, tell);
    others.push({ ...service, source: { kind: 'image', image } });
  }
  return { ...project, others };
}

/** Gives the name of an image that is here. */
async function prepareSource(name: string, source: ImageSource, tell: (line: string) => void): Promise<string> {
  if (source.kind === 'build') return buildFrom(name, source, tell);
  await pulledId(source.image, tell);
  return source.image;
}

function withheldInWords({ project }: Profile): string | undefined {
  return project && project.withheld.length > 0 ? project.withheld.join('\n') : undefined;
}

const ours = '/usr/local/sbin/mailctl';
const master = '/usr/libexec/postfix/master';

function server(name: string, notice: string | undefined): ReferenceServer {
  return { name, notice, isVersion: false };
}

function laidOver(name: string): string {
  return (
    `${name} is tested with the how-to's configuration laid over its own: main.cf, master.cf, smtpd.conf, users and ` +
    'certificate are those of the reference servers.'
  );
}

const withoutProfile =
  'There is no profile of this image: it is asked what can be asked of any server. What does not apply says below which ' +
  `lines of a profile would let it (--profile; ${documentPath('profiles.md')}).`;
