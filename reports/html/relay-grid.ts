import type { CheckResult, RelayCell } from '../../helpers/model/result';
import { anchor } from './check-link';
import { type Html, html } from './template';
import { verdictMark } from './verdict-mark';

/** Who may send through the server to whom, at a glance: a row for who asks, a column for the destination and port. */
export function relayGrid(checks: readonly CheckResult[]): Html | undefined {
  const placed = checks.flatMap((check) => (check.cell ? [{ check, cell: check.cell }] : []));
  if (placed.length === 0) return undefined;
  const columns = destinations.flatMap((destination) =>
    portsOf(placed.filter(({ cell }) => cell.destination === destination)).map((port) => ({ destination, port })),
  );
  const vantages = [...new Set(placed.map(({ cell }) => cell.vantage))];
  const at = (vantage: string, state: string, { destination, port }: Column) =>
    placed.filter(
      ({ cell }) =>
        cell.vantage === vantage &&
        cell.state === state &&
        cell.destination === destination &&
        (cell.port === port || cell.port === undefined),
    );
  const rows = vantages.flatMap((vantage) => {
    const states = stateOrder.filter((state) =>
      placed.some(({ cell }) => cell.vantage === vantage && cell.state === state),
    );
    return states.map(
      (state, index) => html`<tr${index === 0 && html` class="first"`}>
${index === 0 && html`<th scope="rowgroup" rowspan="${states.length}">${vantage}<small>${vantageWords[vantage] ?? ''}</small></th>`}
<th scope="row">${stateWords[state]}</th>
${columns.map((column) => gridCell(at(vantage, state, column).map(({ check }) => check)))}
</tr>\n`,
    );
  });
  return html`<section id="relay" aria-labelledby="relay-heading">
<h2 id="relay-heading">Who may relay</h2>
<div class="wide" tabindex="0" role="region" aria-labelledby="relay-heading">
<table class="grid">
<thead>
<tr><th scope="col" rowspan="2">Client</th><th scope="col" rowspan="2">State</th>
${destinations.map((destination) => {
  const span = columns.filter((column) => column.destination === destination).length;
  return span > 0 && html`<th scope="colgroup" colspan="${span}">to ${destinationWords[destination]}</th>`;
})}</tr>
<tr>${columns.map(({ port }) => html`<th scope="col">${port === undefined ? 'any port' : `port ${port}`}</th>`)}</tr>
</thead>
<tbody>
${rows}</tbody>
</table>
</div>
</section>`;
}

interface Column {
  readonly destination: RelayCell['destination'];
  readonly port: number | undefined;
}

/** A check that was not put to the target has no port: it stands in every column, or in one of its own where there is no other. */
function portsOf(placed: readonly { readonly cell: RelayCell }[]): readonly (number | undefined)[] {
  const ports = [...new Set(placed.flatMap(({ cell: { port } }) => port ?? []))].sort((a, b) => a - b);
  return ports.length === 0 && placed.length > 0 ? [undefined] : ports;
}

function gridCell(checks: readonly CheckResult[]): Html {
  const [check] = checks;
  if (!check?.cell) return html`<td class="empty"></td>`;
  return html`<td class="${check.verdict}"><a href="#${anchor(check.id)}" title="${check.title}">${verdictMark(check.verdict)} ${outcome(check, check.cell)}</a></td>`;
}

function outcome({ verdict }: CheckResult, { expected }: RelayCell): string {
  switch (verdict) {
    case 'held':
      return expected;
    case 'failed':
    case 'accepted':
      return `should be ${expected}`;
    case 'could-not-tell':
      return 'not known';
    case 'not-applicable':
      return 'not asked';
  }
}

const destinations = ['local', 'foreign'] as const;
const destinationWords = { local: "the server's own domain", foreign: 'a foreign domain' } as const;
const stateOrder = ['anonymous', 'failed-login', 'logged-in'] as const;
const stateWords = { anonymous: 'not logged in', 'failed-login': 'login failed', 'logged-in': 'logged in' } as const;

const vantageWords: Readonly<Record<string, string>> = {
  inside: 'in $mynetworks',
  outside: 'anywhere else',
  listed: 'on a DNS block list',
  nameless: 'without a PTR record',
};
