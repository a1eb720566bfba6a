import type { Answer } from '../model/answer';
import { logIn } from '../sessions/log-in';
import { mechanismFor } from '../smtp/sasl/mechanism-for';
import type { ClientCertificate } from '../smtp/session-options';
import type { WireSession } from '../smtp/wire-session';
import type { MailUser } from './server-setup';

/** Somebody who logs in with an OAuth 2.0 access token. */
export interface TokenUser {
  readonly name: string;
  readonly accessToken: string;
}

/** Who logs in, and how. */
export interface LoginOptions {
  /** Logs in before the mail is sent; without it, and without a mechanism, nobody does. */
  readonly user?: MailUser | TokenUser | undefined;
  /**
   * By default PLAIN with a password, XOAUTH2 with a token. Also LOGIN, CRAM-MD5, DIGEST-MD5, OAUTHBEARER; and ANONYMOUS and
   * EXTERNAL, which need no user. EXTERNAL needs a client certificate (`tls`).
   */
  readonly mechanism?: string | undefined;
}

/** Logs in to a session; the final answer. */
export type Login = (session: WireSession, host: string) => Promise<Answer>;

/** How to log in so; undefined where nobody does. Throws a TypeError for what can't be, before anything is sent. */
export function loginWith({
  user,
  mechanism: asked,
  tls,
}: LoginOptions & { readonly tls?: ClientCertificate | undefined }): Login | undefined {
  if (!user && asked === undefined) return undefined;
  const accessToken = user && 'accessToken' in user ? user.accessToken : undefined;
  const mechanism = (asked ?? (accessToken === undefined ? 'PLAIN' : 'XOAUTH2')).toUpperCase();
  const credentials = {
    user: user?.name ?? '',
    password: user && 'password' in user ? user.password : '',
    accessToken,
  };
  if (takesToken.has(mechanism) !== (accessToken !== undefined)) {
    throw new TypeError(
      accessToken === undefined
        ? `${mechanism} needs an access token: user: { name, accessToken }`
        : `${mechanism} takes no access token; XOAUTH2 and OAUTHBEARER do`,
    );
  }
  if (!mechanismFor(mechanism, { ...credentials, host: '' })) {
    throw new TypeError(`this client knows no mechanism ${mechanism}`);
  }
  if (mechanism === 'EXTERNAL' && !tls) {
    throw new TypeError('EXTERNAL logs in by a client certificate: give tls: { cert, key }');
  }
  if (!user && !needsNobody.has(mechanism)) throw new TypeError(`${mechanism} needs a user: { name, password }`);
  return (session, host) => logIn(session, mechanism, { ...credentials, host });
}

const takesToken = new Set(['XOAUTH2', 'OAUTHBEARER']);
const needsNobody = new Set(['EXTERNAL', 'ANONYMOUS']);
