import { type Bridge, findBridge } from '../../containers/engine';
import { ensureImage, recipes } from '../../containers/images';
import { HarnessError } from '../errors';
import { prepareForeign } from './foreign-image';
import { type ReferenceServer, referenceServers } from './reference-servers';

/** All that a worker needs in order to start a target at once. Plain data: it travels through the environment. */
export interface PreparedTarget {
  readonly server: ReferenceServer;
  readonly serverImage: string;
  readonly labImage: string;
  readonly bridge: Bridge;
}

/**
 * Finds or builds the images of a target: `howto`, or the name of a reference server. `howto` is CentOS 7 where its
 * image can be had, else the same configuration on Debian 12 with a notice that says so.
 */
export async function prepareTarget(name: string, tell: (line: string) => void): Promise<PreparedTarget> {
  const labImage = await ensureImage(recipes.lab, tell);
  const bridge = await findBridge();
  const { server, image } = name === 'howto' ? await prepareHowto(tell) : await prepareServer(name, tell);
  return { server, serverImage: image, labImage, bridge };
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
    return { server: { ...find('debian12'), name: 'howto', notice }, image: await ensureImage(recipes.debian12, tell) };
  }
}

async function prepareServer(name: string, tell: (line: string) => void) {
  const server = referenceServers.find((candidate) => candidate.name === name);
  if (!server?.recipe) return prepareForeign(name, tell);
  return { server, image: await ensureImage(recipes[server.recipe], tell) };
}

function find(name: string): ReferenceServer {
  const server = referenceServers.find((candidate) => candidate.name === name);
  if (!server) throw new HarnessError('ENOIMAGE', `no reference server is called ${name}`);
  return server;
}
