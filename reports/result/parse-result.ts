import type { ResultFile } from '../../helpers/model/result';

/** The form of result that this version writes and reads. */
export const resultSchema = 'smtp-auth-harness/result/2' satisfies ResultFile['schema'];

/** Reads the text of a result file, and says plainly where it is none, or one of another version. */
export function parseResult(text: string, name: string): ResultFile {
  const schema = schemaOf(text);
  if (schema === resultSchema) return JSON.parse(text) as ResultFile;
  const [, version] = /^smtp-auth-harness\/result\/(\d+)$/.exec(schema ?? '') ?? [];
  throw new Error(
    version === undefined
      ? `${name} is no result of smtp-auth-harness\n  → give the result.json that verify wrote`
      : `${name} was written by another version of smtp-auth-harness: it is ${schema}, and this version reads ` +
          `${resultSchema}\n  → run verify again, or use the version that wrote it`,
  );
}

function schemaOf(text: string): string | undefined {
  try {
    const { schema } = JSON.parse(text) ?? {};
    return typeof schema === 'string' ? schema : undefined;
  } catch {
    // What is not JSON is no result.
    return undefined;
  }
}
