/** What a verdict can be. `accepted`: it failed as the profile of the image says that it may. */
export type VerdictKind = 'held' | 'failed' | 'accepted' | 'not-applicable' | 'could-not-tell';

/** Whether somebody has to do something about it. */
export function isWrong({ verdict }: { readonly verdict: VerdictKind }): boolean {
  return verdict === 'failed' || verdict === 'could-not-tell';
}

/** The answer to a check, before anybody has said what is accepted. Only `held` and `failed` are answers about the server. */
export type Verdict =
  /** With a warning, and what was seen, where the server does what nobody has said to be right or wrong. */
  | { readonly kind: 'held'; readonly warning?: string; readonly reason?: string }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'not-applicable'; readonly reason: string }
  | { readonly kind: 'could-not-tell'; readonly reason: string };

/** One thing expected and what was seen instead, if it was not so. */
export interface Finding {
  readonly expected: string;
  readonly saw: string;
  readonly ok: boolean;
  /** A control shows that the check can tell: when it is not ok, the check has no answer. */
  readonly control: boolean;
  /** That it could not be seen whether it is so: when it is not ok, there is no answer, unless what was seen is wrong. */
  readonly unseen?: boolean;
  /** What to tell where it is not ok and whether that is wrong only the owner knows. */
  readonly warning?: string;
}
