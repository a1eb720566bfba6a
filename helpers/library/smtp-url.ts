import type { ServicePort } from '../model/vantage';
import type { ClientVantage } from './client-options';
import type { MailUser } from './server-setup';

/** Which way an application is to take to the server, and as whom. */
export interface SmtpUrlOptions {
  /** As for every client: by default `outside`. */
  readonly vantage?: ClientVantage | undefined;
  /** The port as the server has it, by default 587. */
  readonly port?: number | undefined;
  /** Whose credentials stand in the URL; without it there are none. */
  readonly user?: MailUser | undefined;
}

/** `smtps` where TLS comes first (RFC 8314), else `smtp`; credentials percent-encoded (RFC 3986 section 3.2.1). */
export function smtpUrl(
  { host, port }: { readonly host: string; readonly port: number },
  role: ServicePort['role'],
  user?: MailUser,
): string {
  const scheme = role === 'submissions' ? 'smtps' : 'smtp';
  const credentials = user ? `${encode(user.name)}:${encode(user.password)}@` : '';
  return `${scheme}://${credentials}${host.includes(':') ? `[${host}]` : host}:${port}`;
}

// encodeURIComponent leaves !'()* as they are, of which a shell or a configuration file may make something.
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}
