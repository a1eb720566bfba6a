import { parseArguments } from '../../../../helpers/cli/verify/arguments';
import { defaultOptions } from '../../../../helpers/settings/settings';
import { catalogue } from './sample-catalogue';

function parse(...argv: string[]) {
  return parseArguments(argv, catalogue);
}

describe('the command line', () => {
  test('runs everything against the server of the how-to if it says nothing', () => {
    expect(parse()).toEqual({ kind: 'run', options: defaultOptions, out: undefined, verbose: false });
  });

  test('says what to ask, of what, and where the reports go', () => {
    const command = parse(
      ...['--image', 'debian12', '--port', '25,587', '--port=465', '--suite', 'no-mechanisms'],
      ...['--check', 'open-relay/inside', '--set', 'a=1', '--set', 'b=x=y', '--before', 'rm -f /x'],
      ...['--out', 'elsewhere', '--show-secrets', '--verbose'],
    );

    expect(command).toEqual({
      kind: 'run',
      options: {
        image: 'debian12',
        ports: [25, 587, 465],
        only: ['no-mechanisms', 'open-relay/inside'],
        set: [
          { name: 'a', value: '1' },
          { name: 'b', value: 'x=y' },
        ],
        before: 'rm -f /x',
        showSecrets: true,
        runFolder: undefined,
      },
      out: 'elsewhere',
      verbose: true,
    });
  });

  test('asks for help, the version or a list instead of a run', () => {
    expect(parse('--image', 'debian12', '--help')).toEqual({ kind: 'help' });
    expect(parse('-h')).toEqual({ kind: 'help' });
    expect(parse('--version')).toEqual({ kind: 'version' });
    expect(parse('--list', '--suite', 'open-relay')).toEqual({ kind: 'list', only: ['open-relay'] });
  });

  test('asks every reference server, with the same options', () => {
    expect(parse('--matrix', '--set', 'a=1', '--out', 'elsewhere')).toEqual({
      kind: 'matrix',
      options: { ...defaultOptions, set: [{ name: 'a', value: '1' }] },
      out: 'elsewhere',
      verbose: false,
    });
  });

  test('takes any Docker image for a server', () => {
    const command = parse('--image', 'registry.example.test/mail:7');

    expect(command).toMatchObject({ kind: 'run', options: { image: 'registry.example.test/mail:7' } });
  });

  test('takes any check of a suite that does not list its checks', () => {
    expect(parse('--check', 'no-mechanisms/anything')).toMatchObject({ kind: 'run' });
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
    [
      '"mail.example.test:smtp" is no server: give host or host:port, such as mail.example.test:587',
      ['--host', 'mail.example.test:smtp'],
    ],
    ['one image at a time: "centos7" is one too many', ['debian12', 'centos7']],
    ['one image at a time: "debian12" is one too many', ['debian12', '--image', 'centos7']],
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
    ['unknown image "debain12"; did you mean debian12? (a Docker image of that name: debain12:latest)', ['debain12']],
    ['unexpected argument "open-relay"; did you mean --suite open-relay?', ['open-relay']],
    ['"My Mail" is no image: give howto, centos7, debian12, or a Docker image such as mymail:7', ['My Mail']],
  ])('is told: %s', (problem, argv) => {
    expect(parse(...argv)).toEqual({ kind: 'wrong', problem });
  });
});
