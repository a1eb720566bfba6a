import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { targetsIn } from '../../../../helpers/cli/verify/targets';

describe('a file of servers', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'targets-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function read(text: string) {
    const file = join(folder, 'servers.txt');
    writeFileSync(file, text);
    return targetsIn(['howto', 'debian12'])(file);
  }

  test('has an image or a profile a line, and comments', () => {
    mkdirSync(join(folder, 'profiles'));
    writeFileSync(join(folder, 'profiles/mail.yaml'), '');

    expect(read('# ours\n\ndebian12\r\n  registry.example.test/mail:7  # the new one\nprofiles/mail.yaml\n')).toEqual([
      { name: 'debian12', image: 'debian12' },
      { name: 'registry.example.test/mail:7', image: 'registry.example.test/mail:7' },
      { name: 'profiles/mail.yaml', image: 'howto', profile: join(folder, 'profiles/mail.yaml') },
    ]);
  });

  test('has a profile from anywhere, by its whole path', () => {
    const file = join(folder, 'mail.yaml');
    writeFileSync(file, '');

    expect(read(file)).toEqual([{ name: file, image: 'howto', profile: file }]);
  });

  test.each([
    ['debian12\ndebain12\n', ':2: unknown image "debain12"; did you mean debian12?'],
    ['\nMy Mail\n', ':2: "My Mail" is no image'],
    ['mail.yaml', ':1: there is no profile '],
    ['# none yet\n', ' names no server: give one a line'],
  ])('says on which line something is wrong: %j', (text, problem) => {
    expect(() => read(text)).toThrow(`${join(folder, 'servers.txt')}${problem}`);
  });
});
