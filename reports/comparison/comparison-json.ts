import type { Comparison } from './compare';

/** A comparison for programs; its shape is versioned by `schema`. */
export function renderComparisonJson(comparison: Comparison): string {
  return `${JSON.stringify({ schema: 'smtp-auth-harness/comparison/1', ...comparison }, undefined, 2)}\n`;
}
