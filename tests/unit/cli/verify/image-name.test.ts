import { imageProblem } from '../../../../helpers/cli/verify/image-name';

const ours = ['howto', 'centos7', 'debian12', 'sid'];
const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

test.each([
  'howto',
  'mymail',
  'mymail:7',
  'my__mail-7.x/a_b',
  'registry.example.test/mail',
  'Registry.example.test:5000/team/mail:v1.2-rc',
  `mail@${digest}`,
  digest,
  'debain12:latest',
  'library/sids',
])('%s can be had, as far as its name tells', (name) => {
  expect(imageProblem(name, ours)).toBeUndefined();
});

test.each([
  ['debain12', 'debian12'],
  ['debian', 'debian12'],
  ['Howto', undefined],
  ['sids', 'sid'],
])('%s is taken for a slip of the pen', (name, meant) => {
  expect(imageProblem(name, ours)).toBe(
    meant
      ? `unknown image "${name}"; did you mean ${meant}? (a Docker image of that name: ${name}:latest)`
      : `"${name}" is no image: give howto, centos7, debian12, sid, or a Docker image such as mymail:7`,
  );
});

test.each(['', 'my mail', 'MyMail', 'mail:', ':7', 'mail:a:b', '-mail', 'mail/', 'mail@sha256:12', 'a b/c', 'x;rm'])(
  '"%s" names no image',
  (name) => {
    expect(imageProblem(name, ours)).toContain(`"${name}" is no image`);
  },
);
