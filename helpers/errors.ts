import { documentPath } from './document-path';

/**
 * Every way in which the harness itself can't work: code → what it means → what to do about it.
 * A server that refuses, hangs or lies is never here: that is a result.
 */
const errorTable = {
  ENODOCKER: ['no Docker engine answers', 'run containers/setup.sh, or start your Docker engine and try again'],
  ENOIMAGE: ['the image is neither here nor can it be had', 'check its name, or build it first'],
  EBUILD: ['an image could not be built', 'read the build output above; the base image may lack a package mirror'],
  ESTART: ['the server did not start', 'read its log below; `docker run` the image by hand to see more'],
  EUNSERVED: [
    'no mail server answers there',
    'see that host and port are those of a mail server, and that it serves clients at your address',
  ],
  ELOGIN: ['the login given does not work', 'see that --user and SMTP_AUTH_PASSWORD are those of this server'],
  ELAB: ['the lab did not start', 'see that containers may have NET_ADMIN and that iptables works on this kernel'],
  ETIMEOUT: ['something did not happen in time', 'see what came last; raise the limit if the machine is slow'],
  EUSAGE: ['the command line is wrong', 'see --help'],
  EPROFILE: ['the profile is wrong', `${documentPath('profiles.md')} has every key with an example`],
  EVERSION: ['this server can not be broken so', 'leave out --image, or choose another one'],
  ENOPACKAGE: ['a package that this needs is not installed', 'run the command above, and try again'],
  EEXEC: ['a command in the container failed', 'run it by hand with docker exec to see more'],
} as const;

/** A code of the table above. */
export type ErrorCode = keyof typeof errorTable;

/** That the harness could not work, with the advice for whoever reads it. */
export class HarnessError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, detail: string, options?: ErrorOptions) {
    const [meaning, advice] = errorTable[code];
    super(`${meaning}: ${detail}\n  → ${advice}`, options);
    this.name = 'HarnessError';
    this.code = code;
  }

  /** One that another process has met, with all that it said. */
  static told(code: ErrorCode, message: string): HarnessError {
    return Object.assign(new HarnessError(code, ''), { message });
  }
}
