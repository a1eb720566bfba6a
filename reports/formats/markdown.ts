import { renderMarkdown } from '../markdown/render-markdown';
import type { ReportFormat } from '../written/report-format';

/** For job summaries and comments. */
export const format: ReportFormat = {
  id: 'markdown',
  file: 'summary.md',
  words: 'Markdown, for job summaries and comments',
  byDefault: false,
  render: (result) => renderMarkdown(result),
};
