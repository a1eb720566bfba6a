import type { ResultFile } from '../../helpers/model/result';
import { reasonLine } from '../result/cause-of';
import { unexplained } from '../result/unexplained';
import { counted } from '../text/counted';
import { visibleLine } from '../text/visible';

/** GitHub shows ten errors of a step, and passes over the rest. */
const most = 10;

/** Workflow commands that make GitHub Actions show errors: one for each cause, then what no cause explains. */
export function annotations(result: ResultFile): readonly string[] {
  const causes = result.failureModes.map(({ id, title, repair, explains }) =>
    error(result, id, `${title} (${counted(explains.length, 'failed check')}). ${repair.words}`),
  );
  const others = unexplained(result).map((check) => error(result, check.id, `${check.title}: ${reasonLine(check)}`));
  return [...causes, ...others].slice(0, most);
}

function error({ target }: ResultFile, title: string, message: string): string {
  const file = target.definedIn === undefined ? '' : `file=${property(target.definedIn)},`;
  return `::error ${file}title=${property(`${target.name}: ${title}`)}::${data(visibleLine(message))}`;
}

/** As GitHub's toolkit escapes them: a value could else end the command or begin another. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(visibleLine(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
