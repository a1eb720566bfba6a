import { unwrapObject } from './unwrap-json';

/**
 * The lines in the answer of a log store, which comes as one JSON document: Loki's query API, Elasticsearch's search,
 * `aws logs`, Grafana's frames, a list of objects. Each as a JSON object on a line of its own, as log shippers write it;
 * undefined where the text is no such document.
 */
export function answerLines(text: string): readonly string[] | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    // It may be JSON a line, or cut: it is read as lines then.
    return undefined;
  }
  const lines = [...recordsIn(document, {}, 0)].map((record) => JSON.stringify(record));
  return lines.length > 0 ? lines : undefined;
}

/** Whether a text begins as such an answer does. */
export function looksLikeAnswer(beginning: string): boolean {
  return /^\s*(?:\[\s*[{[]|\{\s*"(?:status|hits|took|timed_out|_shards|events|searchedLogStreams|nextForwardToken|results?|frames|streams|entries|logs)"\s*:|\{\s*"data"\s*:\s*(?:\[|\{\s*"(?:result|values|frames|logs|hits|events|data|lines)))/.test(
    beginning,
  );
}

type Fields = Readonly<Record<string, unknown>>;

function* recordsIn(value: unknown, labels: Fields, depth: number): Generator<Fields> {
  if (typeof value !== 'object' || value === null || depth > deepest) return;
  if (Array.isArray(value)) {
    const row = rowOf(value);
    if (row) yield { ...row, labels };
    else for (const one of value) yield* recordsIn(one, labels, depth + 1);
    return;
  }
  const fields = value as Fields;
  const frame = frameOf(fields);
  if (frame) {
    for (const record of frame) yield* recordsIn(record, labels, depth + 1);
    return;
  }
  // Loki: {"stream":{"job":"mail"},"values":[["1764028177123456000","Nov 24 …"],…]}
  const inner = isFields(fields.stream) ? fields.stream : isFields(fields.labels) ? fields.labels : labels;
  const hasList = Object.values(fields).some(
    (one) => Array.isArray(one) && one.some((item) => typeof item === 'object'),
  );
  if (!hasList && unwrapObject(fields)) yield { labels, ...fields };
  else for (const one of Object.values(fields)) yield* recordsIn(one, inner, depth + 1);
}

const deepest = 12;

/** A list that is one line: Loki's time and line, or the fields of a row of CloudWatch Logs Insights. */
function rowOf(list: readonly unknown[]): Fields | undefined {
  const [time, line] = list;
  if (typeof time === 'string' && /^\d{10,19}$/.test(time) && typeof line === 'string') return { line };
  if (list.length === 0 || !list.every((cell) => isFields(cell) && typeof cell.field === 'string' && 'value' in cell)) {
    return undefined;
  }
  return Object.fromEntries((list as readonly Fields[]).map(({ field, value }) => [field, value]));
}

/** Grafana's data frame, whose columns stand beside each other. */
function frameOf({ schema, data }: Fields): readonly Fields[] | undefined {
  const fields = isFields(schema) && Array.isArray(schema.fields) ? schema.fields : undefined;
  const columns = isFields(data) && Array.isArray(data.values) ? data.values : undefined;
  if (!fields || !columns?.every(Array.isArray)) return undefined;
  const names = fields.map((field) => (isFields(field) ? String(field.name) : ''));
  const [first = []] = columns as readonly (readonly unknown[])[];
  return first.map((_cell, row) => Object.fromEntries(names.map((name, column) => [name, columns[column]?.[row]])));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
