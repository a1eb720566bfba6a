import type { Finding } from '../model/diagnosis';
import type { CheckResult, FoundCause } from '../model/result';
import { isWrong } from '../model/verdict';
import { consequencesOf } from './consequences';
import { effectOf } from './effects';

/** What there is to explain failures by. */
export interface Clues {
  /** What the diagnosis found on the server, by its whole log and its facts. */
  readonly findings: readonly Finding[];
  /** Check id → what the log lines of that check alone show; a changed server of its own has no other log. */
  readonly ofCheck: ReadonlyMap<string, readonly Finding[]>;
}

/**
 * Which of the findings are causes of failed checks, and of which. A finding explains a check when it does to a server what went
 * wrong there, and besides is certain of this server, has left its signs among the log lines of the check itself, or is possible and
 * the check is one that only it brings about. What
 * neither holds for is left unexplained: a wrong explanation costs more than none.
 */
export function causesOf(checks: readonly CheckResult[], clues: Clues): readonly FoundCause[] {
  const wrong = checks.filter(isWrong);
  const causes = candidates(wrong, clues)
    .map((finding) =>
      asCause(
        finding,
        wrong.filter((check) => explains(finding, check, clues)).map(({ id }) => id),
      ),
    )
    .filter(({ explains }) => explains.length > 0)
    .sort((a, b) => order(a) - order(b) || b.explains.length - a.explains.length);
  return causes.filter((cause, index) => cause.confidence === 'certain' || addsTo(causes.slice(0, index), cause));
}

/** All findings that may be blamed, each once: those of the server first, since they rest on more. */
function candidates(wrong: readonly CheckResult[], { findings, ofCheck }: Clues): readonly Finding[] {
  const own = wrong.flatMap(({ id }) => (ofCheck.get(id) ?? []).filter(({ confidence }) => confidence === 'certain'));
  const all = [...findings, ...own].filter(maybeBlamed);
  return all.filter(({ mode }, index) => all.findIndex((other) => other.mode.id === mode.id) === index);
}

/** Checks make all the mistakes that clients can make: only a setting that makes a client wrong can be a cause. */
function maybeBlamed({ mode }: Finding): boolean {
  if (mode.kind === 'noise') return false;
  return mode.kind !== 'client' || mode.id.startsWith('auth-not-offered/');
}

function explains(finding: Finding, check: CheckResult, clues: Clues): boolean {
  const effect = effectOf(finding.mode.id);
  if (!effect || effect.concerns?.(check) === false) return false;
  const consequences = consequencesOf(check);
  if (!effect.consequences.some((consequence) => consequences.has(consequence))) return false;
  const ofServer =
    !effect.bySignAlone &&
    clues.findings.some(({ mode, confidence }) => mode === finding.mode && confidence === 'certain');
  const isShown = effect.shownByChecks === true && finding.mode.noticedBy.includes(check.id);
  return ofServer || isShown || (clues.ofCheck.get(check.id) ?? []).some(({ mode }) => mode.id === finding.mode.id);
}

/** Whether it explains a check that those before it do not. */
function addsTo(before: readonly FoundCause[], { explains }: FoundCause): boolean {
  const surer = new Set(before.filter(({ confidence }) => confidence !== 'possible').flatMap((one) => one.explains));
  return explains.some((id) => !surer.has(id));
}

function order({ confidence }: FoundCause): number {
  return ['certain', 'likely', 'possible'].indexOf(confidence);
}

function asCause({ mode, confidence, evidence, facts, undecided }: Finding, explains: readonly string[]): FoundCause {
  const { id, kind, title, cause, repair, references, noticedBy } = mode;
  // Those first that show it best.
  const ordered = [...new Set([...noticedBy.filter((one) => explains.includes(one)), ...explains])];
  return { id, kind, title, cause, confidence, explains: ordered, evidence, facts, undecided, repair, references };
}
