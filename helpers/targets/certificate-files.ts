import type { Profile, ProfileFile } from '../model/profile';
import type { CertificateAuthority } from '../world/certificate-authority';

/** The files that a server gets from the authority of its lab, where its profile says where they belong. */
export function certificateFiles(
  { tls, hostname }: Pick<Profile, 'tls' | 'hostname'>,
  authority: CertificateAuthority,
): readonly ProfileFile[] {
  if (!tls) return [];
  const { cert, key } = authority.forServer(hostname);
  const { keyMode, authority: path } = tls;
  const own: readonly ProfileFile[] =
    tls.certificate === tls.key
      ? [{ path: tls.key, content: `${key}${cert}`, mode: keyMode }]
      : [
          { path: tls.certificate, content: cert, mode: 0o644 },
          { path: tls.key, content: key, mode: keyMode },
        ];
  return [...own, ...(path === undefined ? [] : [{ path, content: authority.authorities, mode: 0o644 }])];
}
