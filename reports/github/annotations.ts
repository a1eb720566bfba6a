import type { ResultFile, TargetSummary } from '../../helpers/model/result';
import type { Matrix } from '../matrix/matrix';
import { reasonLine } from '../result/cause-of';
import { unexplained } from '../result/unexplained';
import { counted } from '../text/counted';
import { visibleLine } from '../text/visible';

/** GitHub shows ten errors of a step, and passes over the rest. */
const most = 10;

/** Workflow commands that make GitHub Actions show errors: one for each cause, then what no cause explains. */
export function annotations(result: ResultFile): readonly string[] {
  const causes = result.failureModes.map(({ id, title, repair, explains }) =>
    error(result.target, id, `${title} (${counted(explains.length, 'failed check')}). ${repair.words}`),
  );
  const others = unexplained(result).map((check) =>
    error(result.target, check.id, `${check.title}: ${reasonLine(check)}`),
  );
  return [...causes, ...others].slice(0, most);
}

/** The same for several servers: the first of each before the second of any. */
export function matrixAnnotations({ servers }: Matrix): readonly string[] {
  const ofEach = servers.map((server) => {
    if (server.kind === 'asked') return annotations(server.result);
    const said = server.kind === 'absent' ? [] : ['has no result'];
    return said.map((title) => error({ name: server.name }, title, server.reason));
  });
  return Array.from({ length: most }, (_, place) => ofEach.flatMap((lines) => lines[place] ?? []))
    .flat()
    .slice(0, most);
}

function error(target: Pick<TargetSummary, 'name' | 'definedIn'>, title: string, message: string): string {
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
