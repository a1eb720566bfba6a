import {
  defaultOptions,
  type RunOptions,
  runOptions,
  setting,
  toEnvironment,
} from '../../../helpers/settings/settings';
import { parsePorts, parseSetting } from '../../../helpers/settings/values';

const everything: RunOptions = {
  profile: 'mail.yaml',
  running: undefined,
  image: 'debian12',
  ports: [25, 587],
  only: ['open-relay', 'anonymous-denial/plain'],
  set: [
    { name: 'mynetworks', value: '127.0.0.0/8, 192.0.2.0/24' },
    { name: 'submission/inet/smtpd_sasl_auth_enable', value: '' },
  ],
  before: 'rm /etc/sasl2/smtpd.conf && echo "a=b"',
  engine: 'tcp://build.example.test:2376',
  shard: '2/5',
  maxFailures: 3,
  readyTimeoutMs: 90_000,
  showSecrets: true,
  strict: true,
  thorough: true,
  runFolder: '/tmp/run',
};

describe('the options of a run', () => {
  test('reach the workers through the environment, all of them', () => {
    expect(runOptions(toEnvironment(everything))).toEqual(everything);
  });

  test('are named in the environment as users may set them', () => {
    expect(toEnvironment(everything)).toEqual({
      HARNESS_IMAGE: 'debian12',
      HARNESS_ENGINE: 'tcp://build.example.test:2376',
      HARNESS_SHARD: '2/5',
      HARNESS_PROFILE: 'mail.yaml',
      HARNESS_PORTS: '25,587',
      HARNESS_ONLY: 'open-relay,anonymous-denial/plain',
      HARNESS_SET: '["mynetworks=127.0.0.0/8, 192.0.2.0/24","submission/inet/smtpd_sasl_auth_enable="]',
      HARNESS_BEFORE: 'rm /etc/sasl2/smtpd.conf && echo "a=b"',
      HARNESS_MAX_FAILURES: '3',
      HARNESS_READY_MS: '90000',
      HARNESS_SHOW_SECRETS: '1',
      HARNESS_STRICT: '1',
      HARNESS_THOROUGH: '1',
      HARNESS_RUN_FOLDER: '/tmp/run',
    });
  });

  test('have their defaults where nothing is set', () => {
    expect(runOptions({})).toEqual(defaultOptions);
    expect(runOptions(toEnvironment(defaultOptions))).toEqual(defaultOptions);
  });

  test.each([
    ['HARNESS_PORTS', '25,smtp'],
    ['HARNESS_MAX_FAILURES', '0'],
    ['HARNESS_RUNNING', 'mail.example.test'],
    ['HARNESS_SET', 'mynetworks=0.0.0.0/0'],
    ['HARNESS_SET', '["no setting"]'],
    ['HARNESS_SET', '{}'],
  ])('that can not be understood are refused, with the name of the variable: %s=%s', (variable, value) => {
    const refusal = expect.objectContaining({ code: 'EUSAGE', message: expect.stringContaining(variable) });

    expect(() => runOptions({ [variable]: value })).toThrow(refusal);
  });
});

describe('a list of ports', () => {
  test('has each port once', () => {
    expect(parsePorts('25, 587,25')).toEqual([25, 587]);
    expect(parsePorts('')).toEqual([]);
  });

  test.each(['0', '65536', '-25', '2.5', '25;587', '0x19', 'smtp'])('has no port "%s"', (text) => {
    expect(parsePorts(text)).toBeUndefined();
  });
});

describe('a setting of main.cf', () => {
  test.each([
    ['mynetworks=192.0.2.0/24', 'mynetworks', '192.0.2.0/24'],
    ['mynetworks = 192.0.2.0/24', 'mynetworks', '192.0.2.0/24'],
    ['smtpd_sasl_auth_enable=', 'smtpd_sasl_auth_enable', ''],
    [
      'smtpd_relay_restrictions=check_client_access inline:{a=OK}',
      'smtpd_relay_restrictions',
      'check_client_access inline:{a=OK}',
    ],
  ])('is understood: %s', (text, name, value) => {
    expect(parseSetting(text)).toEqual({ name, value });
  });

  test.each(['mynetworks', '=x', 'my networks=x', ''])('is not "%s"', (text) => {
    expect(parseSetting(text)).toBeUndefined();
  });
});

test('every variable is read back as it was written', () => {
  const written = toEnvironment({ outFolder: '/out', suiteOrder: ['a', 'b'], quiet: true, verbose: false });

  expect(written).toEqual({ HARNESS_OUT: '/out', HARNESS_SUITES: 'a,b', HARNESS_QUIET: '1' });
  expect(setting('suiteOrder', written)).toEqual(['a', 'b']);
  expect([setting('quiet', written), setting('verbose', written)]).toEqual([true, false]);
});
