import Sequencer from '@jest/test-sequencer';

type Tests = Parameters<Sequencer['sort']>[0];

/** Projects whose files take longest, and wait for servers most of the time, come first: what computes fills the gaps. */
const longest = ['servers', 'mutants', 'package', 'browser', 'failure-modes', 'lab'];

/** Jest's own order (what failed, then what took longest, then what is largest) knows nothing of a first run on a new machine. */
export default class LongestFirst extends Sequencer {
  override async sort(tests: Tests): Promise<Tests> {
    const rank = ({ context }: Tests[number]): number => {
      const place = longest.indexOf(context.config.displayName?.name ?? '');
      return place < 0 ? longest.length : place;
    };
    return [...(await super.sort(tests))].sort((a, b) => rank(a) - rank(b));
  }
}
