import { ensureImage, overlay, pathsIn, pulledId } from '../../containers/images';
import { HarnessError } from '../errors';
import type { ReferenceServer } from './reference-servers';

/**
 * Makes a target of anybody's image. One that was built from our own files is taken as it is; on one that has Postfix at
 * CentOS 7's paths the how-to's configuration is laid, so that what is tested is its Postfix and its Cyrus SASL.
 */
export async function prepareForeign(name: string, tell: (line: string) => void) {
  await pulledId(name, tell);
  const found = await pathsIn(name, [ours, master]);
  if (found.includes(ours)) return { server: server(name, undefined), image: name };
  if (!found.includes(master)) {
    throw new HarnessError('EPROFILE', `${name} has neither the files of a reference server nor Postfix at ${master}`);
  }
  const notice =
    `${name} is tested with the how-to's configuration laid over its own: main.cf, master.cf, smtpd.conf, users and ` +
    'certificate are those of the reference servers.';
  return { server: server(name, notice), image: await ensureImage(overlay(name), tell) };
}

const ours = '/usr/local/sbin/mailctl';
const master = '/usr/libexec/postfix/master';

function server(name: string, notice: string | undefined): ReferenceServer {
  return { name, recipe: undefined, notice, isVersion: false };
}
