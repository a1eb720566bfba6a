import { readFileSync } from 'node:fs';
import { expand } from '../../../helpers/diagnosis/configuration/expand';
import { readMasterCf } from '../../../helpers/diagnosis/configuration/master-cf';
import { type ConfigDocument, readConfiguration } from '../../../helpers/diagnosis/configuration/read-configuration';
import { readSmtpdConf } from '../../../helpers/diagnosis/configuration/smtpd-conf';
import { didYouMean } from '../../../helpers/did-you-mean';
import { inRange } from '../../../helpers/postfix/version';
import { fixturePath } from './fixture-path';

function fixture(name: string): string {
  return readFileSync(fixturePath(name), 'utf8');
}

function read(kind: ConfigDocument['kind'], text: string) {
  return readConfiguration([{ kind, file: kind, text }], didYouMean);
}

describe('main.cf', () => {
  const { facts, notices } = read('main.cf', fixture('main.cf'));

  test('is read with continuations around comments, unexpanded, and the last setting counts', () => {
    expect(facts.mainCf?.get('mydestination')).toEqual({ value: '$myhostname, localhost', file: 'main.cf', line: 3 });
    expect(facts.mainCf?.get('smtpd_sasl_type')).toEqual({ value: 'dovecot', file: 'main.cf', line: 8 });
    expect(facts.hostname).toBe('mail.example.test');
  });

  test('shows its mistakes, each with its line', () => {
    expect(notices.map(({ severity, kind, place }) => `${place.line} ${severity} ${kind}`).sort()).toEqual([
      '10 mistake unknown',
      '11 mistake syntax',
      '12 mistake syntax',
      '6 mistake unknown',
      '7 remark duplicate',
      '9 mistake syntax',
      '9 remark obsolete',
    ]);
  });

  test('is told what was meant', () => {
    const advice = notices.filter(({ kind }) => kind === 'unknown').map(({ advice }) => advice);

    expect(advice).toEqual(['did you mean smtpd_sasl_auth_enable?', 'did you mean permit_sasl_authenticated?']);
  });

  test('names that came later are ignored by an older Postfix', () => {
    const text = 'mail_name = x\nsmtpd_relay_restrictions = reject';
    const version = { kind: 'facts', file: 'facts', text: '##== mail_version\n2.9.6\n' } as const;

    const { notices } = readConfiguration([{ kind: 'main.cf', file: 'main.cf', text }, version], didYouMean);

    expect(notices).toMatchObject([{ kind: 'too-new', place: { line: 2 } }]);
  });
});

test('master.cf is read with its overrides and the words that a space has left', () => {
  const { services, notices } = readMasterCf(fixture('master.cf'), 'master.cf');

  expect(services.map(({ name, chroot, strays }) => [name, chroot, strays])).toEqual([
    ['smtp', 'y', []],
    ['submission', 'n', ['reject']],
    ['smtps', '-', ['smtpd_tls_wrappermode', '=', 'yes']],
    ['slow', 'n', []],
  ]);
  expect(Object.fromEntries(services[1]?.options ?? [])).toEqual({
    smtpd_tls_security_level: 'encrypt',
    smtpd_banner: 'no banner',
    smtpd_client_restrictions: 'permit_sasl_authenticated,',
  });
  expect(notices.map(({ place }) => place.line)).toEqual([3, 8, 12]);
});

test('an equals sign inside a list of restrictions is a mistake, and so is what it makes of a block list', () => {
  const text = 'smtpd_recipient_restrictions = permit_mynetworks, reject_rbl_client = zen.spamhaus.org, permit\n';
  const { notices } = read('main.cf', text);

  expect(notices.map(({ words }) => words)).toContain(
    'smtpd_recipient_restrictions has a = behind reject_rbl_client, which Postfix takes for a word of the list',
  );
});

test.each([
  ['all', 'write networks, such as 127.0.0.0/8 192.0.2.0/24'],
  ['127.0.0.0/8, subnet', 'it is a value of mynetworks_style, which counts where mynetworks is not set'],
  ['127.0.0.0/8 [::1]/128 localhost $relay_nets', undefined],
])('words in mynetworks that are no networks: %s', (value, advice) => {
  const { notices } = read('main.cf', `mynetworks = ${value}\nrelay_nets =\n`);

  expect(notices.find(({ words }) => words.startsWith('mynetworks has '))?.advice).toBe(advice);
});

test('an option of smtpd.conf with the prefix that it has in imapd.conf has no effect', () => {
  const { notices } = readSmtpdConf(
    'sasl_pwcheck_method: auxprop\nmech_list: plain\nsql_engine: pgsql\n',
    'smtpd.conf',
  );

  expect(notices.map(({ words, severity }) => [words, severity])).toEqual([
    ['sasl_pwcheck_method is no option of SASL: it has no effect', 'remark'],
  ]);
});

const known = [
  ...[
    'log_level',
    'sql_engine',
    'auto_transition',
    'sasldb_path',
    'authdaemond_path',
    'plugin_list',
    'canon_user_plugin',
  ],
  ...['ldapdb_mech', 'keytab', 'saslauthd_version', 'srp_mda'],
];

test.each([
  ['check_method: saslauthd', 'check_method is no option of SASL: it has no effect', 'here it is pwcheck_method'],
  [
    'auxprop_plugin: mysql',
    'auxprop_plugin: SASL has no plug-in mysql, and no password is found',
    'write auxprop_plugin: sql, with the database in sql_engine; the plug-in is in a package of its own',
  ],
  [
    'auxprop_plugin: ldap',
    'auxprop_plugin: SASL has no plug-in ldap, and no password is found',
    'it is ldapdb; or ask LDAP through saslauthd -a ldap, with pwcheck_method: saslauthd',
  ],
])('what SASL knows nothing of in smtpd.conf: %s', (line, words, advice) => {
  const { notices } = readSmtpdConf(`${line}\n${known.map((name) => `${name}: x\n`).join('')}`, 'smtpd.conf');

  expect(notices.map((notice) => [notice.words, notice.advice])).toEqual([[words, advice]]);
});

test('a full-width space at the start of a line of smtpd.conf makes SASL refuse the file', () => {
  const { settings, notices } = readSmtpdConf('\u3000mech_list: plain login\n', 'smtpd.conf');

  expect(settings.size).toBe(0);
  expect(notices).toHaveLength(1);
});

test('smtpd.conf is read as SASL reads it, without its passwords', () => {
  const { settings, notices } = readSmtpdConf(fixture('smtpd.conf'), 'smtpd.conf');

  expect([...settings].map(([name, { value }]) => `${name}: ${value}`)).toEqual([
    'pwcheck_method: saslauthd',
    'mech_list: plain login',
    'sql_passwd: <secret>',
  ]);
  expect(notices.map(({ place }) => place.line)).toEqual([5, 6]);
});

test('the output of the script tells version, files, users and processes', () => {
  const { facts } = read('facts', fixture('facts-debian13.txt'));

  expect(facts.postfixVersion).toBe('3.10.13');
  expect(facts.smtpdConf).toBeDefined();
  expect(facts.files.get('/run/saslauthd/mux')).toEqual({ kind: 'absent' });
  expect(facts.files.get('/etc/shadow')).toMatchObject({ kind: 'file', mode: '640', owner: 'root', group: 'shadow' });
  expect(facts.sasldbUsers).toContain('alice@example.test');
  expect(facts.processes).toContain('sleep');
  expect(facts.masterCf?.some(({ command }) => command === 'smtpd')).toBe(true);
});

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: that is how Postfix writes them.
test.each([
  ['$a', 'A'],
  ['${a}/$(a)', 'A/A'],
  ['${a?yes}${empty?no}', 'yes'],
  ['${empty:none}${a:none}', 'none'],
  ['${a?{yes}:{no}} ${unset?{yes}:{no}}', 'yes no'],
  ['$nested', 'A'],
  ['$$5', '$5'],
  ['$default', 'D'],
  ['$', '$'],
  ['$a ${a', 'A ${a'],
])('%s becomes %s', (text, expanded) => {
  const setting = (value: string) => ({ value, file: '', line: 1 });
  const settings = new Map([
    ['a', setting('A')],
    ['empty', setting('')],
    ['nested', setting('${a}')],
    ['loop', setting('$loop')],
  ]);

  expect(expand(text, settings, new Map([['default', 'D']]))).toBe(expanded);
  expect(expand('$loop', settings)).toContain('loop');
});

test('parameters that multiply each other, each twice the next, are left unexpanded before they fill the memory', () => {
  const names = Array.from({ length: 18 }, (_, index) => `p${index}`);
  const settings = new Map(
    names.map((name, index) => [name, { value: `$p${index + 1}$p${index + 1}`, file: '', line: 1 }]),
  );

  expect(expand('$p0$p0$p0$p0', settings).length).toBeLessThan(1_000_000);
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: see above.

test.each([
  ['3.10.1', { from: '3.6' }, true],
  ['3.5.25', { from: '3.6' }, false],
  ['3.12-20260821', { before: '3.12' }, false],
  ['2.10.1', { from: '2.10', before: '3' }, true],
])('%s in %j: %s', (version, range, expected) => {
  expect(inRange(version, range)).toBe(expected);
});
