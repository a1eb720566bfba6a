import { X509Certificate } from 'node:crypto';
import type { CertificateFiles } from '../../../helpers/model/profile';
import { certificateFiles } from '../../../helpers/targets/certificate-files';
import { CertificateAuthority } from '../../../helpers/world/certificate-authority';

const authority = new CertificateAuthority();
const files = (tls: CertificateFiles | undefined) =>
  certificateFiles({ tls, hostname: 'mail.example.test' }, authority);

test('a profile that says where gets certificate, key and authorities there', () => {
  const [certificate, key, authorities] = files({ certificate: '/c', key: '/k', keyMode: 0o640, authority: '/a' });

  expect([certificate, key, authorities].map((file) => `${file?.path} ${file?.mode.toString(8)}`)).toEqual([
    '/c 644',
    '/k 640',
    '/a 644',
  ]);
  expect(new X509Certificate(certificate?.content ?? '').checkHost('mail.example.test')).toBeDefined();
  expect(key?.content).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  expect(authorities?.content).toBe(authority.authorities);
});

test('one file has both where it is said to be the same', () => {
  const [both, ...others] = files({ certificate: '/c', key: '/c', keyMode: 0o600 });

  expect(both?.content).toMatch(/^-----BEGIN PRIVATE KEY-----.*-----BEGIN CERTIFICATE-----/s);
  expect(both?.mode).toBe(0o600);
  expect(others).toEqual([]);
});

test('one that says nothing gets nothing', () => {
  expect(files(undefined)).toEqual([]);
});
