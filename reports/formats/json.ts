import { jsonText } from '../text/json-text';
import type { ReportFormat } from '../written/report-format';

/** The result itself, from which every other format can be made again. */
export const format: ReportFormat = {
  id: 'json',
  file: 'result.json',
  words: 'the result itself, for programs; every other format is made from it',
  byDefault: true,
  render: (result) => jsonText(result),
};
