import type { Profile, ProfileFile } from '../model/profile';
import type { CertificateAuthority } from '../world/certificate-authority';

const name = 'smtp-auth-harness';

/** The lab's authority where Debian, Alpine and Enterprise Linux look for those that an administrator adds. */
export function trustedAuthorityFiles(
  { offers }: Pick<Profile, 'offers'>,
  { root }: Pick<CertificateAuthority, 'root'>,
): readonly ProfileFile[] {
  if (!offers.smarthost?.trusted) return [];
  const paths = [`/usr/local/share/ca-certificates/${name}.crt`, `/etc/pki/ca-trust/source/anchors/${name}.pem`];
  return paths.map((path) => ({ path, content: root, mode: 0o644 }));
}

/** Has the distribution put it among those that programs trust; what the image did, for a reader. */
export async function trustAuthority(
  { offers }: Pick<Profile, 'offers'>,
  run: (script: string) => Promise<string>,
): Promise<string | undefined> {
  if (!offers.smarthost?.trusted) return undefined;
  const programs = ['update-ca-certificates', 'update-ca-trust'];
  const script = programs.map((one) => `if command -v ${one} >/dev/null; then ${one} >&2 && echo ${one}; exit; fi`);
  const printed = await run(`${script.join('\n')}\nexit 1`).catch(() => '');
  const program = programs.find((one) => printed.trim().endsWith(one));
  return program === undefined
    ? `The image has neither ${programs.join(' nor ')}, or it failed: it can not verify its smarthost.`
    : `The lab's authority is among those that the image trusts, by ${program}.`;
}
