import type { Suite } from '../checks/check';
import { didYouMean } from '../did-you-mean';
import { HarnessError } from '../errors';
import type { Profile } from '../model/profile';
import { loadProfile } from '../profiles/load-profile';

/** Reads the profile of a run, and sees that the checks are there whose failure it accepts. Throws EPROFILE. */
export function profileOf(file: string, suites: readonly Suite[]): Profile {
  const profile = loadProfile(file);
  const ids = suites.flatMap(({ checks }) => checks.map(({ id }) => id));
  const unknown = profile.accept.map(({ check }) => check).filter((id) => !ids.includes(id));
  if (unknown.length === 0) return profile;
  const problems = unknown.map((id) => {
    const meant = didYouMean(id, ids);
    return `${file}: accept: there is no check "${id}"; ${meant ? `did you mean ${meant}?` : '--list shows all'}`;
  });
  throw new HarnessError('EPROFILE', problems.join('\n'));
}
