import { resultPage } from '../html/result-page';
import type { ReportFormat } from '../written/report-format';

/** For people: one page that needs nothing else. */
export const format: ReportFormat = {
  id: 'html',
  file: 'index.html',
  words: 'one page for people, with all dialogues, that needs nothing else',
  byDefault: true,
  render: resultPage,
};
