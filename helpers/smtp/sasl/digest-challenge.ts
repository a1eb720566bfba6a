import { UnanswerableChallenge } from './mechanism';

/** The first challenge of DIGEST-MD5, RFC 2831 section 2.1.1, as far as `qop=auth` needs it. */
export interface DigestChallenge {
  readonly nonce: string;
  readonly realms: readonly string[];
  readonly utf8: boolean;
}

/** Reads the first challenge; throws where it offers nothing that this client can do. */
export function parseDigestChallenge(text: string): DigestChallenge {
  const directives = parseDirectives(text);
  const valuesOf = (name: string) =>
    directives.filter((directive) => directive.name === name).map(({ value }) => value);
  const [nonce, ...others] = valuesOf('nonce');
  if (nonce === undefined || others.length > 0) throw new UnanswerableChallenge('not exactly one nonce');
  const qop = valuesOf('qop');
  // Without the directive the server offers `auth`.
  if (
    qop.length > 0 &&
    !qop
      .join(',')
      .split(/[\s,]+/)
      .includes('auth')
  ) {
    throw new UnanswerableChallenge(`no qop auth in ${qop.join(',')}`);
  }
  return { nonce, realms: valuesOf('realm'), utf8: valuesOf('charset').includes('utf-8') };
}

/** Reads `name=value, name="quoted value"`. */
export function parseDirectives(text: string): readonly { readonly name: string; readonly value: string }[] {
  const directives: { name: string; value: string }[] = [];
  const directive = /[\s,]*([\w-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s",]*))[\s,]*/gsy;
  while (directive.lastIndex < text.length) {
    const start = directive.lastIndex;
    const [, name = '', quoted, token = ''] = directive.exec(text) ?? [];
    if (name === '') throw new UnanswerableChallenge(`no directive at character ${start}`);
    directives.push({ name: name.toLowerCase(), value: quoted?.replace(/\\(.)/gs, '$1') ?? token });
  }
  return directives;
}
