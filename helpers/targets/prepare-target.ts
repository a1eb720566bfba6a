import { type Bridge, findBridge } from '../../containers/docker/bridge';
import { ensureImage, labRecipe, referenceRecipe } from '../../containers/docker/images';
import { HarnessError } from '../errors';
import type { Profile } from '../model/profile';
import { type PreparedImage, prepareForeign, prepareProfile } from './foreign-image';
import { type ReferenceServer, referenceServers } from './reference-servers';

/** All that a worker needs in order to start a target at once. Plain data: it travels through the environment. */
export interface PreparedTarget {
  readonly server: ReferenceServer;
  /** How to start somebody's own server; undefined for one that runs with the how-to's configuration. */
  readonly profile?: Profile | undefined;
  readonly serverImage: string;
  readonly labImage: string;
  readonly bridge: Bridge;
}

/**
 * Finds or builds the images of a target: `howto`, the name of a reference server, any image, or what a profile describes.
 * `howto` is CentOS 7 where its image can be had, else the same configuration on Debian 12 with a notice that says so.
 */
export async function prepareTarget(name: string | Profile, tell: (line: string) => void): Promise<PreparedTarget> {
  const labImage = await ensureImage(labRecipe, tell);
  const bridge = await findBridge(labImage);
  const { image, ...found } = await prepareImage(name, tell);
  return { ...found, serverImage: image, labImage, bridge };
}

function prepareImage(name: string | Profile, tell: (line: string) => void): Promise<PreparedImage> {
  if (typeof name !== 'string') return prepareProfile(name, tell);
  return name === 'howto' ? prepareHowto(tell) : prepareServer(name, tell);
}

async function prepareHowto(tell: (line: string) => void) {
  try {
    const { image } = await prepareServer('centos7', tell);
    return { server: { ...find('centos7'), name: 'howto' }, image };
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    const why =
      error.code === 'EBUILD' ? 'its packages can not be fetched' : 'centos:7 is not here and can not be pulled';
    const notice =
      `CentOS 7 can not be had on this machine (${why}): Debian 12 stands in for it with the same ` +
      'configuration. --image centos7 insists and shows the error.';
    return {
      server: { ...find('debian12'), name: 'howto', notice },
      image: await ensureImage(referenceRecipe('debian12'), tell),
    };
  }
}

async function prepareServer(name: string, tell: (line: string) => void): Promise<PreparedImage> {
  const server = referenceServers.find((candidate) => candidate.name === name);
  if (!server) return prepareForeign(name, tell);
  return { server, image: await ensureImage(referenceRecipe(name), tell) };
}

function find(name: string): ReferenceServer {
  const server = referenceServers.find((candidate) => candidate.name === name);
  if (!server) throw new HarnessError('ENOIMAGE', `no reference server is called ${name}`);
  return server;
}
