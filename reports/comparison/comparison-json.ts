import { jsonText } from '../text/json-text';
import type { Comparison } from './compare';

/** A comparison for programs; its shape is versioned by `schema`. */
export function renderComparisonJson(comparison: Comparison): string {
  return jsonText({ schema: 'smtp-auth-harness/comparison/1', ...comparison });
}
