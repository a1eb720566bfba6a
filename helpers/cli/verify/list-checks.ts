import { referenceText } from '../../../reports/text/reference-text';
import { selects } from '../../running/selects';
import type { CheckListing, SuiteListing } from './catalogue';

/** What `--list` says: each suite with its checks, and what each refers to. */
export function listChecks(suites: readonly SuiteListing[], only: readonly string[]): string {
  return selected(suites, only).map(suiteText).join('\n\n').concat('\n');
}

/** The same for programs. */
export function listChecksJson(suites: readonly SuiteListing[], only: readonly string[]): string {
  const listed = selected(suites, only).map(({ id, title, checks }) => ({
    id,
    title,
    checks: checks.map(({ id, title, level, reference, rows = [], provenBy }) => ({
      id,
      title,
      level,
      reference,
      rows,
      ...(provenBy !== undefined && { provenBy }),
    })),
  }));
  return `${JSON.stringify({ suites: listed }, undefined, 2)}\n`;
}

function selected(suites: readonly SuiteListing[], only: readonly string[]): readonly SuiteListing[] {
  return suites
    .map((suite) => ({
      ...suite,
      checks: suite.checks.filter((check) => selects(only, { id: check.id, suite: suite.id })),
    }))
    .filter((suite) => suite.checks.length > 0 || selects(only, { id: suite.id, suite: suite.id }));
}

function suiteText(suite: SuiteListing): string {
  const width = Math.max(0, ...suite.checks.map((check) => check.id.length));
  return [
    `${suite.id}: ${suite.title}`,
    ...suite.checks.map((check) => `  ${check.id.padEnd(width)}  ${check.title} (${authority(check)})`),
  ].join('\n');
}

function authority({ level, rows = [], reference, provenBy }: CheckListing): string {
  const said = [level, referenceText(rows, reference)].filter(Boolean).join(', ');
  return provenBy === undefined ? said : `${said}; fails on: ${provenBy}`;
}
