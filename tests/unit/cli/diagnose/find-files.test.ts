import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { findFiles } from '../../../../helpers/cli/diagnose/find-files';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'find-files-test-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function found(...paths: readonly string[]) {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '');
  }
  const { paths: all, lacksSmtpdConf } = findFiles(folder);
  return { paths: all.map((path) => relative(folder, path)), lacksSmtpdConf };
}

test('the root of an image has its configuration and its log', () => {
  const paths = ['etc/postfix/main.cf', 'etc/postfix/master.cf', 'usr/lib64/sasl2/smtpd.conf', 'var/log/maillog'];

  expect(found(...paths, 'etc/passwd')).toEqual({ paths, lacksSmtpdConf: false });
});

test('of two smtpd.conf the one is read that SASL reads', () => {
  const { paths } = found('postfix/main.cf', 'postfix/sasl/smtpd.conf', 'sasl2/smtpd.conf');

  expect(paths).toEqual(['postfix/main.cf', 'postfix/sasl/smtpd.conf']);
});

test('an /etc without smtpd.conf is known to have none', () => {
  expect(found('postfix/main.cf').lacksSmtpdConf).toBe(true);
  expect(found('sasl2/smtpd.conf').lacksSmtpdConf).toBe(false);
});

test('syslog is read where there is no mail log', () => {
  expect(found('log/syslog').paths).toEqual(['log/syslog']);
  expect(found('log/mail.log').paths).toEqual(['log/mail.log']);
});

test('a folder of collected files is read whatever their names', () => {
  expect(found('a.txt', 'b.out').paths).toEqual(['a.txt', 'b.out']);
});
