import { renderTable } from '../terminal/table';
import type { ReportFormat } from '../written/report-format';

/** What the terminal shows, kept. */
export const format: ReportFormat = {
  id: 'text',
  file: 'report.txt',
  words: 'what the terminal shows, without colours',
  byDefault: false,
  render: (result) => renderTable(result, { colour: false, width: undefined, verbose: false, reportPaths: [] }),
};
