import { stripVTControlCharacters } from 'node:util';

/**
 * What Jest says about a failure, as a person wants to read it: no colours; no stack where the harness itself
 * explains what to do (`HarnessError`); elsewhere only the frames of this project, which lead to the fault.
 */
export function failureMessage(text: string): string {
  const plain = stripVTControlCharacters(text).trim();
  const explained = plain.startsWith(explainedPrefix);
  const lines = plain.split('\n').filter((line) => !isFrame(line) || (!explained && isOwnFrame(line)));
  return lines.join('\n').slice(explained ? explainedPrefix.length : 0);
}

const explainedPrefix = 'HarnessError: ';

function isFrame(line: string): boolean {
  return /^\s+at .*(:\d+:\d+\)?|\(<anonymous>\)|\(index \d+\)|\(native\))$/u.test(line);
}

function isOwnFrame(line: string): boolean {
  return /:\d+:\d+\)?$/u.test(line) && !/node_modules|node:/u.test(line);
}
