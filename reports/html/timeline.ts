import type { CheckResult, ResultFile } from '../../helpers/model/result';
import { bySuite } from '../result/by-suite';
import { durationText } from '../text/text-layout';
import { checkLink } from './check-link';
import { type Html, html } from './template';

/** When each check was asked and how long it took, a lane a suite; below it, what took longest. */
export function timeline(result: ResultFile): Html | undefined {
  const asked = result.checks.filter(({ startedAt }) => startedAt !== undefined);
  if (asked.length === 0) return undefined;
  const startMs = Date.parse(result.startedAt);
  const endMs = Math.max(startMs + result.durationMs, ...asked.map((check) => offset(check) + check.durationMs));
  const at = (ms: number) => (((ms - startMs) / Math.max(endMs - startMs, 1)) * width).toFixed(1);
  const lanes = [...bySuite(asked)];
  const height = lanes.length * laneHeight;
  const ticks = tickSeconds((endMs - startMs) / 1000);
  const slowest = [...asked].sort((a, b) => b.durationMs - a.durationMs).slice(0, 10);
  return html`<section id="timeline" aria-labelledby="timeline-heading">
<h2 id="timeline-heading">Timeline</h2>
<div class="wide" tabindex="0" role="region" aria-label="Timeline of the run">
<svg class="timeline" viewBox="-${labels} 0 ${labels + width + 20} ${height + 26}" role="img" aria-labelledby="timeline-heading">
${ticks.map((second) => html`<line class="tick" x1="${at(startMs + second * 1000)}" x2="${at(startMs + second * 1000)}" y1="0" y2="${height + 4}"/><text x="${at(startMs + second * 1000)}" y="${height + 20}" text-anchor="middle">${second} s</text>`)}
${lanes.map(
  ([suite, ofSuite], lane) => html`<text x="-10" y="${lane * laneHeight + 18}" text-anchor="end">${suite}</text>
${ofSuite.map((check) => bar(check, lane, at))}
`,
)}</svg>
</div>
<h3>What took longest</h3>
<ol class="slowest">${slowest.map((check) => html`<li>${checkLink(check)} ${durationText(check.durationMs)}</li>\n`)}</ol>
</section>`;
}

function bar(check: CheckResult, lane: number, at: (ms: number) => string): Html {
  const from = offset(check);
  const x = at(from);
  const long = Math.max(Number(at(from + check.durationMs)) - Number(x), 2).toFixed(1);
  return html`<rect class="${check.verdict}" x="${x}" y="${lane * laneHeight + 5}" width="${long}" height="${laneHeight - 8}"><title>${check.id}: ${durationText(check.durationMs)}</title></rect>`;
}

function offset({ startedAt = '' }: CheckResult): number {
  return Date.parse(startedAt);
}

/** Five to ten marks at round seconds. */
function tickSeconds(seconds: number): readonly number[] {
  const step = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600].find((one) => seconds / one <= 10) ?? 1800;
  return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, index) => index * step);
}

const width = 1000;
const labels = 170;
const laneHeight = 26;
