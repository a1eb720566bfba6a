import type { ResultFile } from '../../helpers/model/result';
import { counted } from '../text/counted';
import { withoutServer } from './asked';
import { isSink } from './is-sink';
import { relayUnasked } from './relay-unasked';
import { exitStatus } from './summary';
import { unexplained } from './unexplained';
import { warnings } from './warnings';

/** The verdict in a sentence: what a reader takes along who reads nothing else. */
export function verdictSentence(result: ResultFile): string {
  const { held, failed, accepted, couldNotTell } = result.summary;
  const asked = held + failed + accepted + couldNotTell;
  const warnedOf = warnings(result).map(({ text }) => text);
  const warned = warnedOf.length === 0 ? '' : `, with a warning: ${warnedOf.join('; ')}`;
  switch (exitStatus(result)) {
    case 0:
      return accepted === 0
        ? `All ${counted(held, 'check')} held${warned}.`
        : `${held} of ${counted(asked, 'check')} held${warned}; ${accepted} failed as the profile accepts.`;
    case 1:
      return `${sink(result)}${failed} of ${counted(asked, 'check')} failed${causes(result)}.`;
    case 2:
      if (withoutServer(result.checks)) return 'There is no verdict: no server could be asked.';
      if (brokeOff(result)) return 'The run broke off: what it did not ask is not known.';
      if (couldNotTell === 0 && held > 0) {
        return `This is no pass: nobody could ask whether it is an open relay (${relayUnasked(result.checks)}).`;
      }
      return couldNotTell > 0
        ? `${sink(result)}Nothing is known to be broken, but ${counted(couldNotTell, 'check')} of ${asked} could not tell.`
        : 'Nothing was proved: no check held.';
  }
}

/** A verdict of its own: such a server is no mail server, and nothing of it says how one would behave. */
function sink({ checks }: ResultFile): string {
  return isSink(checks) ? 'It is a sink: it takes mail for anybody and passes on none. ' : '';
}

/** Whether something of the harness itself broke, so that nobody knows what else there is. */
export function brokeOff({ checks }: ResultFile): boolean {
  return checks.some(({ suite }) => suite === 'harness');
}

function causes(result: ResultFile): string {
  const [first, ...others] = result.failureModes;
  const left = unexplained(result).length;
  if (first === undefined) return '; no cause was found';
  const named = others.length === 0 ? first.title : `${first.title}; and ${counted(others.length, 'more cause')}`;
  return left === 0 ? `: ${named}` : `: ${named}; ${left} of them not explained`;
}
