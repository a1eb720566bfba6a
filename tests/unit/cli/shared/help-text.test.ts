import { helpText, mainHelpText } from '../../../../helpers/cli/shared/help-text';
import { subcommands } from '../../../../helpers/cli/shared/subcommands';

const all = subcommands();

test('the commands are the folders that declare one, in the order of their use', () => {
  expect(all.map(({ name }) => name)).toEqual(['verify', 'diagnose', 'reproduce', 'compare', 'merge']);
  expect(mainHelpText(all)).toMatch(
    /^Usage: npx smtp-auth-harness COMMAND .*\n {2}verify .*\n {2}diagnose .*\n {2}reproduce /s,
  );
});

describe.each(all)('the help of $name', ({ name, declare }) => {
  test('says how to call it, every option, how it ends, and an example', () => {
    const text = helpText(name, declare());

    expect(text).toMatch(new RegExp(`^Usage: npm run ${name} -- `));
    for (const { long } of declare().command.options) expect(text).toContain(`  ${long} `);
    expect(text).toMatch(/\nHelp:\n {2}--version .*\n {2}-h, --help .*\n\nExit status:\n {2}0 {4}.*\nExamples:\n {2}/s);
  });

  test.each([60, 80])('fits a terminal of %i columns, but for what can not be broken', (columns) => {
    const lines = helpText(name, declare(), columns).split('\n');
    const breakable = lines.filter((line) => !/^(Usage:|\s+npm run|\s.*npm run)/.test(line) && / \S+ \S+$/.test(line));

    expect(breakable.filter((line) => line.length > columns)).toEqual([]);
  });
});
