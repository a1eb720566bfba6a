import type { ResultFile } from '../../helpers/model/result';
import { sumText } from '../result/asked';
import { verdictSentence } from '../result/verdict-sentence';
import { visible } from '../text/visible';
import { painter, verdictSign } from './paint';

/** All that there is to say of a run that found no server: why, once. */
export function renderWithoutServer(
  result: ResultFile,
  { colour, reportPaths }: { readonly colour: boolean; readonly reportPaths: readonly string[] },
): string {
  const paint = painter(colour);
  const reasons = result.checks.flatMap(({ suite, verdict, reason = '' }) =>
    suite === 'harness' ? [`${verdictSign(verdict, paint)} ${visible(reason)}`] : [],
  );
  const sum = paint('doubtful', `${verdictSentence(result)} ${sumText(result).replace(/^asked/, 'Asked')}`);
  return `${[...reasons, '', sum, ...reportPaths.slice(0, 1)].join('\n')}\n`;
}
