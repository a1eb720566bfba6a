import type { CheckResult, FoundCause, ResultFile } from '../../helpers/model/result';

/** What explains that a check failed; undefined where nothing does. */
export function causeOf({ id }: CheckResult, { failureModes }: ResultFile): FoundCause | undefined {
  return failureModes.find(({ explains }) => explains.includes(id));
}

/** A cause with its repair, as text of a few lines. */
export function causeText({ id, title, repair }: FoundCause): string {
  return [
    `Cause: ${title} (${id})`,
    `Repair: ${repair.words}`,
    ...repair.commands.map((command) => `  ${command}`),
  ].join('\n');
}

/** The first line of why a check did not hold, with why that is accepted where it is. */
export function reasonLine({ verdict, reason = '', acceptedBecause }: CheckResult): string {
  const [first = ''] = reason.split(/\r?\n/, 1);
  return verdict === 'accepted' ? `accepted: ${acceptedBecause}; ${first}` : first;
}
