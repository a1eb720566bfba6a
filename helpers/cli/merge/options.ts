import { Command } from '@commander-js/extra-typings';
import { repeatable } from '../shared/parse';
import type { Declaration } from '../shared/subcommand';
import { format } from '../verify/options';

/** What `merge` takes. */
export function declareMerge() {
  const command = new Command('merge')
    .description(
      'Joins results of verify into one report: shards and machines that asked the same image become the result of one run, ' +
        'several images stand side by side. A shard that is missing could not tell.',
    )
    .argument('[result...]', 'the result.json of each run')
    .option('--out <dir>', 'where the reports go (default: reports/out)')
    .option('--format <id>', 'a report, besides result.json, as with verify; repeatable', repeatable(format))
    .option('--json', 'the result on standard output, and nothing else there');
  return {
    command,
    usage: [['[options] RESULT...', 'join them']],
    exitStatus: [
      [0, 'all that applies held'],
      [1, 'something failed'],
      [2, 'could not tell, a shard is missing, or wrong usage'],
      [3, 'nothing failed but warnings, in parts that were run with --strict'],
    ],
    examples: [
      'npm run merge -- shard-1/result.json shard-2/result.json',
      'npm run merge -- results/*/result.json --out reports/all',
    ],
  } as const satisfies Declaration<unknown>;
}
