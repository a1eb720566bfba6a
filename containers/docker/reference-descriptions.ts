import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `reference/NAME/server.env` says of a reference server; setup.sh reads the same lines. */
export interface ReferenceDescription {
  readonly name: string;
  /** The word that `setup.sh base` knows, or the reference server on whose image it is built. */
  readonly base: { readonly kind: 'suite' | 'server'; readonly name: string };
  /** The folder below `containers/` that has its Dockerfile: its own, or one that several share. */
  readonly dockerfileFolder: string;
  /** What the reader must know before trusting a result. */
  readonly notice: string | undefined;
  /** The password map of the smarthost by which its mail leaves; its line is `[host]:port user:password`. */
  readonly smarthostLogin: string | undefined;
  /** Who checks its logins: smtpd_sasl_type. */
  readonly saslType: SaslType;
  /** Whether it is the how-to's server on one more system, which `--matrix` asks. */
  readonly isVersion: boolean;
}

/** What smtpd_sasl_type may be. */
export type SaslType = (typeof saslTypes)[number];

const saslTypes = ['cyrus', 'dovecot'] as const;

/** All reference servers that a folder `containers/` has: the versions first, then by name. */
export function readReferenceDescriptions(containers: string): readonly ReferenceDescription[] {
  const folder = join(containers, 'reference');
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'server.env')))
    .map((name) => describe(name, readFileSync(join(folder, name, 'server.env'), 'utf8'), join(folder, name)))
    .sort((a, b) => Number(b.isVersion) - Number(a.isVersion) || a.name.localeCompare(b.name, 'en', { numeric: true }));
}

// BASE_IMAGE, BASE_DIGEST and MADE_OF are for setup.sh alone.
const known = [
  ...['BASE', 'BASE_SERVER', 'BASE_IMAGE', 'BASE_DIGEST', 'MADE_OF'],
  ...['DOCKERFILE', 'VERSION', 'SMARTHOST', 'SASL_TYPE', 'NOTICE'],
];

/** What the project's own folder `containers/` has. */
export const referenceDescriptions = readReferenceDescriptions(join(__dirname, '..'));

function describe(name: string, text: string, folder: string): ReferenceDescription {
  const fields = new Map([...text.matchAll(/^(\w+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value]));
  const unknown = [...fields.keys()].find((key) => !known.includes(key));
  if (unknown) throw new TypeError(`${folder}/server.env: ${unknown} is none of ${known.join(', ')}`);
  const [suite, server] = [fields.get('BASE'), fields.get('BASE_SERVER')];
  const base = suite ?? server;
  if (!base) throw new TypeError(`${folder}/server.env: it needs BASE or BASE_SERVER`);
  const saslType = saslTypes.find((type) => type === (fields.get('SASL_TYPE') ?? 'cyrus'));
  if (!saslType) throw new TypeError(`${folder}/server.env: SASL_TYPE is none of ${saslTypes.join(', ')}`);
  const smarthost = fields.get('SMARTHOST');
  return {
    name,
    base: { kind: suite ? 'suite' : 'server', name: base },
    dockerfileFolder: fields.get('DOCKERFILE') ?? `reference/${name}`,
    notice: fields.get('NOTICE'),
    smarthostLogin: smarthost && join(folder, smarthost),
    saslType,
    isVersion: fields.get('VERSION') === 'yes',
  };
}
