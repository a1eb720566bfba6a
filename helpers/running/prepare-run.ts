import { suites } from '../checks/suites';
import { HarnessError } from '../errors';
import { defaultOptions, type RunOptions } from '../settings/settings';
import { type PreparedTarget, prepareTarget } from '../targets/prepare-target';
import { profileOf } from './profile-of';

/** Makes ready the images of the server that the options name. */
export async function prepareRun(options: RunOptions, tell: (line: string) => void): Promise<PreparedTarget> {
  const prepared = await prepareTarget(imageOrProfile(options), tell);
  if (prepared.profile && (options.set.length > 0 || options.before !== undefined)) {
    const instead = 'the profile of an image says how it is started: environment, files, command';
    throw new HarnessError('EUSAGE', `--set and --before change a reference server; ${instead}`);
  }
  return withReadyTimeout(prepared, options);
}

/** What the command line says of the time goes before what the profile says. */
function withReadyTimeout(prepared: PreparedTarget, { readyTimeoutMs }: RunOptions): PreparedTarget {
  if (readyTimeoutMs === undefined) return prepared;
  const { profile } = prepared;
  if (profile) return { ...prepared, profile: { ...profile, readyTimeoutMs } };
  throw new HarnessError('EUSAGE', `--ready-timeout: ${prepared.server.name} says itself when it is ready`);
}

/** The profile of the image, where one was given; what is named beside it is the image that the profile is for. */
function imageOrProfile({ image, profile: file }: RunOptions) {
  if (file === undefined) return image;
  const profile = profileOf(file, suites);
  return image === defaultOptions.image ? profile : { ...profile, source: { kind: 'image' as const, image } };
}
