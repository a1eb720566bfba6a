import { Command } from '@commander-js/extra-typings';
import type { Declaration } from '../shared/subcommand';

/** What `compare` takes. */
export function declareCompare() {
  const command = new Command('compare')
    .description(
      'Shows two runs side by side: which checks came to another verdict, and what the server does otherwise (keywords of ' +
        'EHLO, mechanisms and their order, replies, TLS, questions to the DNS), each change once with the checks that saw it.',
    )
    .argument(
      '[a]',
      'a result.json, a baseline, a reference server, an image or a profile; the last three are verified first',
    )
    .argument('[b]', 'what it is compared with, the same')
    .option('--all', 'every check of every change, and not only the first')
    .option('--json', 'the comparison as JSON')
    .option('--html <file>', 'also as a page that needs nothing else')
    .option('--out <dir>', 'where the reports of servers go that are verified first (default: reports/out/compare)');
  return {
    command,
    usage: [['[options] A B', 'compare B with A']],
    exitStatus: [
      [0, 'nothing is worse in B'],
      [1, 'something is: it fails or could not be told, and did neither in A'],
      [2, 'wrong usage, or one of them could not be had'],
    ],
    examples: [
      'npm run compare -- debian11 debian13',
      'npm run compare -- smtp-auth-baseline.json reports/out/result.json',
      'npm run compare -- mymail:7 mymail:8 --html comparison.html',
      'npm run compare -- smtp-auth-baseline.json mail.yaml',
    ],
  } as const satisfies Declaration<unknown>;
}
