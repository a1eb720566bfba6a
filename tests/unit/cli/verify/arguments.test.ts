import { parseArguments, type RunCommand } from '../../../../helpers/cli/verify/arguments';
import { defaultOptions } from '../../../../helpers/settings/settings';
import { catalogue } from './sample-catalogue';

function parse(...argv: string[]) {
  return parseArguments(argv, catalogue);
}

const plain = {
  kind: 'run',
  targets: [],
  engines: [],
  options: defaultOptions,
  host: undefined,
  lastFailed: false,
  out: undefined,
  formats: [],
  json: false,
  show: 'the usual',
  open: false,
  keep: false,
} as const;

describe('the command line', () => {
  test('runs everything against the server of the how-to if it says nothing', () => {
    expect(parse()).toEqual(plain);
  });

  test('says what to ask, of what, and where the reports go', () => {
    const command = parse(
      ...['--image', 'debian12', '--port', '25,587', '--port=465', '--suite', 'no-mechanisms'],
      ...['--check', 'open-relay/inside', '--set', 'a=1', '--set', 'b=x=y', '--before', 'rm -f /x'],
      ...['--out', 'elsewhere', '--show-secrets', '--verbose', '--max-failures', '3', '--json', '--open', '--keep'],
      ...['--format', 'tap', '--format', 'html', '--strict'],
    );

    expect(command).toEqual({
      ...plain,
      targets: [{ name: 'debian12', image: 'debian12' }],
      options: {
        ...defaultOptions,
        image: 'debian12',
        ports: [25, 587, 465],
        only: ['no-mechanisms', 'open-relay/inside'],
        set: [
          { name: 'a', value: '1' },
          { name: 'b', value: 'x=y' },
        ],
        before: 'rm -f /x',
        maxFailures: 3,
        showSecrets: true,
        strict: true,
      },
      out: 'elsewhere',
      formats: ['tap', 'html'],
      json: true,
      show: 'everything',
      open: true,
      keep: true,
    });
  });

  test('asks for help, the version or a list instead of a run', () => {
    expect(parse('--image', 'debian12', '--help')).toEqual({ kind: 'help' });
    expect(parse('-h')).toEqual({ kind: 'help' });
    expect(parse('--version')).toEqual({ kind: 'version' });
    expect(parse('--list', '--suite', 'open-relay')).toEqual({ kind: 'list', only: ['open-relay'], json: false });
    expect(parse('--list', '--json')).toEqual({ kind: 'list', only: [], json: true });
    expect(parse('--clean')).toEqual({ kind: 'clean', engines: [] });
  });

  test('asks every reference server, with the same options', () => {
    expect(parse('--matrix', '--set', 'a=1', '--out', 'elsewhere')).toEqual({
      ...plain,
      kind: 'matrix',
      options: { ...defaultOptions, set: [{ name: 'a', value: '1' }] },
      out: 'elsewhere',
    });
  });

  test('asks several servers, named in whichever way, each once', () => {
    const command = parse('debian12', 'mymail:7', '--image', 'centos7', '--image', 'debian12') as RunCommand;

    expect(command.kind).toBe('several');
    expect(command.targets.map(({ image }) => image)).toEqual(['centos7', 'debian12', 'mymail:7']);
  });

  test('takes any Docker image for a server', () => {
    const command = parse('--image', 'registry.example.test/mail:7');

    expect(command).toMatchObject({ kind: 'run', options: { image: 'registry.example.test/mail:7' } });
  });

  test('names suites and checks by patterns too', () => {
    const { options } = parse('--suite', '*relay', '--check', 'open-relay/in?ide') as RunCommand;

    expect(options.only).toEqual(['open-relay', 'open-relay/inside']);
  });

  test('asks again what did not hold', () => {
    expect(parse('--last-failed')).toEqual({ ...plain, lastFailed: true });
  });

  test('names engines, each once, the first for one server', () => {
    const named = parse('--engine', 'tcp://a:2375', '--engine', 'ssh://b', '--engine', 'tcp://A:2375/');

    expect(named).toMatchObject({ engines: ['tcp://a:2375', 'ssh://b'], options: { engine: 'tcp://a:2375' } });
  });

  test('names a server that runs already', () => {
    expect(
      parse(
        '--host',
        'mail.example.test:25,587',
        '--user',
        'alice',
        '--to-domain',
        'example.net',
        '--ready-timeout',
        '5',
      ),
    ).toMatchObject({
      kind: 'run',
      host: {
        host: 'mail.example.test',
        ports: [25, 587],
        readyTimeoutMs: 5000,
        user: 'alice',
        toDomain: 'example.net',
        send: false,
        agreed: false,
      },
    });
  });
});

describe('a wrong command line', () => {
  test.each<[string, readonly string[]]>([
    ['unknown option --imge; did you mean --image?', ['--imge', 'howto']],
    ['unknown option --frobnicate', ['--frobnicate']],
    ['unknown option -x', ['-x']],
    [
      'unknown image "debain12"; did you mean debian12? (a Docker image of that name: debain12:latest)',
      ['--image', 'debain12'],
    ],
    [
      '"My Mail" is no image: give howto, centos7, debian12, or a Docker image such as mymail:7',
      ['--image', 'My Mail'],
    ],
    [
      '--matrix asks all reference servers: it goes without an image, a profile and a host',
      ['--image', 'debian12', '--matrix'],
    ],
    ['--matrix asks all reference servers: it goes without an image, a profile and a host', ['debian12', '--matrix']],
    [
      '--host asks a server that runs, as it is: it goes without an image, and without --set, --before and --port',
      ['--host', 'mail.example.test', '--set', 'a=b'],
    ],
    ['--user goes with --host', ['--user', 'alice']],
    ['"soon" is no time: give seconds, 1 or more', ['--ready-timeout', 'soon']],
    [
      '--ready-timeout is for an image of yours or a --host: a reference server says itself when it is ready',
      ['--matrix', '--ready-timeout', '5'],
    ],
    [
      '"mail.example.test:smtp" is no server: give host or host:ports, such as mail.example.test:587',
      ['--host', 'mail.example.test:smtp'],
    ],
    [
      '--profile is about one image: name a profile of each as you would name an image',
      ['debian12', 'centos7', '--profile', 'a.yaml'],
    ],
    ['--baseline and --write-baseline are about one server, and not 2 servers', ['debian12', 'a:1', '--baseline', 'b']],
    ['--baseline and --write-baseline are about one server, and not --matrix', ['--matrix', '--write-baseline', 'b']],
    ['--keep leaves one server running, and not 2 servers', ['debian12', 'a:1', '--keep']],
    ['--engine is where images run: a --host runs already', ['--engine', 'ssh://a', '--host', 'b']],
    ['--last-failed asks one server again, and not 2 servers', ['debian12', 'a:1', '--last-failed']],
    ['there is no profile nowhere.yaml', ['nowhere.yaml']],
    ['there is no file nowhere.txt', ['--targets', 'nowhere.txt']],
    ['--matrix takes no value', ['--matrix=yes']],
    ['unknown suite "openrelay"; did you mean open-relay?', ['--suite', 'openrelay']],
    ['unknown check "open-relay/insde"; did you mean open-relay/inside?', ['--check', 'open-relay/insde']],
    ['unknown check "x"; --list shows all', ['--check', 'x']],
    ['"smtp" is no port: give numbers such as 25 or 25,587,465', ['--port', 'smtp']],
    ['"," is no port: give numbers such as 25 or 25,587,465', ['--port', ',']],
    ['"mynetworks" is no setting: give name=value, as in main.cf', ['--set', 'mynetworks']],
    ['--image needs a value', ['--image']],
    ['--image needs a value', ['--image', '']],
    ['--suite needs a value', ['--suite=']],
    ['--verbose takes no value', ['--verbose=yes']],
    ['no check matches "open-relay/x*"; --list shows all', ['--check', 'open-relay/x*']],
    ['no suite matches "x*"; there is open-relay, no-mechanisms', ['--suite', 'x*']],
    ['"0" is no number of failures: give 1 or more', ['--max-failures', '0']],
    ['--from-domain goes with --host', ['--from-domain', 'example.net']],
    [
      '--keep leaves one server running: it goes without --host and --matrix',
      ['--keep', '--host', 'mail.example.test'],
    ],
    [
      '--last-failed says itself what to ask: it goes without --matrix, --suite, --check and --shard',
      ['--last-failed', '--suite', 'open-relay'],
    ],
    ['give --quiet or --verbose, not both', ['--quiet', '--verbose']],
    ['unknown image "debain12"; did you mean debian12? (a Docker image of that name: debain12:latest)', ['debain12']],
    ['unexpected argument "open-relay"; did you mean --suite open-relay?', ['open-relay']],
    ['"My Mail" is no image: give howto, centos7, debian12, or a Docker image such as mymail:7', ['My Mail']],
  ])('is told: %s', (problem, argv) => {
    expect(parse(...argv)).toEqual({ kind: 'wrong', problem });
  });
});
