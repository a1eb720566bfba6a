import type { ResultFile } from '../../helpers/model/result';

/**
 * One form in which a result can be had. Each is a file of `reports/formats/` named for its id, which exports it as
 * `format`; nothing else needs to know of it.
 */
export interface ReportFormat {
  /** As `--format` names it. */
  readonly id: string;
  /** The file that it makes, such as `junit.xml`. */
  readonly file: string;
  /** What it is for, in a few words, as the help has them. */
  readonly words: string;
  /** Whether it is written where no format was asked for. */
  readonly byDefault: boolean;
  /** Depends on nothing but the result. */
  readonly render: (result: ResultFile) => string | Buffer;
}
