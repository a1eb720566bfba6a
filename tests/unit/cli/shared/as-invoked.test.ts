import { asInvoked } from '../../../../helpers/cli/shared/as-invoked';

const text =
  'npm run verify\nnpm run reproduce -- --clean\nnpm run --silent verify -- --json\nsh helpers/diagnosis/facts.sh';

test('in a clone, commands are npm scripts', () => {
  expect(asInvoked(text)).toBe(text);
});

test('in the package, they are its command, and its files are where they are', () => {
  expect(asInvoked(text, true)).toBe(
    'npx smtp-auth-harness verify\nnpx smtp-auth-harness reproduce --clean\nnpx smtp-auth-harness verify --json\nsh helpers/diagnosis/facts.sh',
  );
});
