import type { Transcript } from '../../../helpers/model/transcript';

/** The texts of a transcript, without direction and time. */
export function textsOf({ transcript }: { readonly transcript: Transcript }): string[] {
  return transcript.entries.map(({ text }) => text);
}
