import type { ResultFile } from '../../helpers/model/result';
import { baselineOf } from '../../reports/comparison/baseline';
import { compare } from '../../reports/comparison/compare';
import { comparisonPage } from '../../reports/comparison/comparison-page';
import { matrixPage } from '../../reports/html/matrix-page';
import { resultPage } from '../../reports/html/result-page';
import { absent, asked, broken, matrixOf } from '../unit/reports/matrix/matrix-samples';
import { check, fullCheck, fullEvidence, fullResult, resultOf, transcript } from '../unit/reports/samples';

/** The same server, which has got worse, says other things, and was asked other checks. */
const otherResult: ResultFile = resultOf([
  check('failed', { id: 'open-relay/held' }),
  check('held', { id: 'dns/parked-list', suite: 'dns' }),
  check('held', { id: 'dns/new', suite: 'dns' }),
  {
    ...fullCheck,
    evidence: {
      ...fullEvidence,
      transcripts: [
        {
          ...transcript,
          entries: transcript.entries.map((entry) => ({
            ...entry,
            text: entry.text.replace('2.1.5 Ok', `x${'-y'.repeat(80)}`),
          })),
        },
      ],
    },
  },
]);

/** A page of each kind, by what it is of. */
export const pages = {
  'of a result': resultPage(fullResult),
  'of a matrix': matrixPage(
    matrixOf([asked('debian12', [check('held'), check('failed')]), absent, broken]),
    (name) => `${name}/index.html`,
  ),
  'of many images': matrixPage(
    matrixOf(
      ['7', '8', '9', '10'].map((tag) => asked(`registry.example.test/group/mail-server:${tag}`, fullResult.checks)),
    ),
    (name) => `${name}/index.html`,
  ),
  'of a comparison': comparisonPage(compare(baselineOf(fullResult), baselineOf(otherResult))),
};
