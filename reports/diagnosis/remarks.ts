import type { ConfigNotice, Harmless, Similar, Unexplained } from '../../helpers/model/diagnosis';
import { counted } from '../text/counted';
import { wrap } from '../text/text-layout';
import { visibleLine } from '../text/visible';
import { type Layout, placed } from './layout';
import { similarText, unexplainedText } from './words';

/** What is wrong with the configuration in itself; mistakes first. */
export function renderNotices(notices: readonly ConfigNotice[], layout: Layout): string {
  if (notices.length === 0) return '';
  const ordered = [...notices].sort((a, b) => rank(a) - rank(b));
  const entries = ordered.map((notice) => {
    const sign = notice.severity === 'mistake' ? layout.paint('bad', '✗') : layout.paint('doubtful', '!');
    const text = wrap(`${visibleLine(notice.words)}; ${visibleLine(notice.advice)}`, layout.width, '   ').trimStart();
    return ` ${sign} ${text}\n${placed(notice.place, layout, '     ')}`;
  });
  return [layout.paint('strong', 'The configuration'), ...entries].join('\n');
}

/** Complaints in the log that nothing known explains. */
export function renderUnexplained({ lines, shapes }: Unexplained, layout: Layout): string {
  if (lines === 0) return '';
  const entries = shapes.map(({ count, first }) => ` ${String(count).padStart(5)} × ${placed(first, layout, '')}`);
  return [layout.paint('strong', wrap(unexplainedText(lines, shapes.length), layout.width)), ...entries].join('\n');
}

/** What lines may come from that nothing known explains. */
export function renderSimilar(similar: readonly Similar[], layout: Layout): string {
  if (similar.length === 0) return '';
  const entries = similar.map(({ line, modes }) => {
    const named = modes.map(({ title, id }) => `${wrap(`? ${title}`, layout.width, ' ')} ${layout.paint('faint', id)}`);
    return [placed(line, layout, '   '), ...named].join('\n');
  });
  return [layout.paint('strong', wrap(similarText, layout.width)), ...entries].join('\n');
}

/** Lines that need not worry anybody. */
export function renderHarmless(harmless: readonly Harmless[], full: boolean, layout: Layout): string {
  if (harmless.length === 0) return '';
  const lines = harmless.reduce((sum, entry) => sum + entry.lines, 0);
  if (!full)
    return layout.paint(
      'faint',
      wrap(`${counted(lines, 'line')} known to be harmless (--all shows more)`, layout.width),
    );
  const entries = harmless.flatMap(({ mode, evidence, ...entry }) => [
    wrap(`– ${mode.title} (${counted(entry.lines, 'line')}, ${mode.id})`, layout.width, ' '),
    wrap(mode.cause, layout.width, '   '),
    ...evidence.slice(0, 1).map((line) => placed(line, layout, '     ')),
  ]);
  return [layout.paint('strong', 'Known to be harmless'), ...entries].join('\n');
}

function rank({ severity }: ConfigNotice): number {
  return severity === 'mistake' ? 0 : 1;
}
