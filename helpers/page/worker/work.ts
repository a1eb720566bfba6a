import { diagnosisHtml } from '../../../reports/diagnosis/html';
import { renderDiagnosisJson } from '../../../reports/diagnosis/json';
import { renderDiagnosisText } from '../../../reports/diagnosis/text';
import { conclusion } from '../../../reports/diagnosis/words';
import { noFacts, readConfiguration } from '../../diagnosis/configuration/read-configuration';
import { diagnose } from '../../diagnosis/diagnose';
import { beginReading } from '../../diagnosis/inputs/begin-reading';
import { InputSorter, knownLogs } from '../../diagnosis/inputs/sort-inputs';
import { didYouMean } from '../../did-you-mean';
import type { DiagnosisReport } from '../../model/diagnosis';
import type { FailureMode } from '../../model/failure-mode';
import type { Answer, GivenInput, Order, Rendered } from '../messages';
import { readBlob } from './read-blob';

/** What a worker is to itself. */
interface WorkerScope {
  onmessage: (event: { readonly data: Order }) => void;
  postMessage: (answer: Answer) => void;
}

/** What the page's worker does: it diagnoses what it is given, as the command does with files, and says how far it is. */
export function work(modes: readonly FailureMode[], tool: DiagnosisReport['tool'], scope: WorkerScope): void {
  let stopping = new AbortController();
  // The signs are put in order while the reader still looks for a log.
  void diagnose(modes, { logs: [], facts: noFacts });
  scope.onmessage = ({ data }) => {
    if (data.kind === 'stop') return stopping.abort();
    stopping = new AbortController();
    diagnoseGiven(data.inputs, stopping.signal).then(
      (rendered) => scope.postMessage({ kind: 'done', ...rendered }),
      (error) => scope.postMessage({ kind: 'failed', words: String(error) }),
    );
  };

  async function diagnoseGiven(inputs: readonly GivenInput[], stop: AbortSignal): Promise<Rendered> {
    const size = inputs.reduce((sum, { content }) => sum + content.size, 0);
    let read = 0;
    const sorter = new InputSorter();
    for (const { name, content } of inputs) {
      await sorter.take(
        await beginReading(
          name,
          readBlob(content, stop, (bytes) => {
            read += bytes;
          }),
        ),
      );
    }
    const { documents, logs, reports } = sorter.sorted(new Date());
    const { facts, notices } = readConfiguration(documents, didYouMean);
    const tell = atMostEvery(progressMs, (lines: number) => scope.postMessage({ kind: 'progress', read, size, lines }));
    const diagnosis = await diagnose(modes, { logs, facts, notices, onProgress: ({ lines }) => tell(lines) });
    return render({ tool, inputs: knownLogs(reports(), diagnosis.read), diagnosis });
  }
}

function render(report: DiagnosisReport): Rendered {
  return {
    words: conclusion(report.inputs, report.diagnosis).words,
    markup: diagnosisHtml(report).markup,
    text: renderDiagnosisText(report, { colour: false, width: undefined, all: true }),
    json: renderDiagnosisJson(report),
  };
}

const progressMs = 100;

function atMostEvery<T>(ms: number, act: (given: T) => void) {
  let last = Number.NEGATIVE_INFINITY;
  return (given: T) => {
    const now = performance.now();
    if (now - last < ms) return;
    last = now;
    act(given);
  };
}
