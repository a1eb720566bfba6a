import type { CheckResult } from '../model/result';
import type { Verdict } from '../model/verdict';
import { Probe } from '../sessions/probe';
import { senseOf } from '../sessions/tells-apart';
import type { Target } from '../targets/target';
import type { Check } from './check';
import { rowsOf } from './howto-rows';
import { NotApplicable } from './not-applicable';
import { judge } from './shared/findings';
import { byLevel } from './verdict-by-level';

/** Puts one check to a target. Never throws: what kept it from an answer is the reason of `could-not-tell`. */
export async function runCheck(
  check: Check,
  target: Target,
  options: { readonly showSecrets?: boolean; readonly thorough?: boolean } = {},
): Promise<CheckResult> {
  const startedAt = new Date();
  const startedMs = performance.now();
  await using probe = new Probe(target, options);
  const verdict = await unlessInTrouble(await ask(check, probe), probe);
  return {
    id: check.id,
    suite: check.id.split('/')[0] ?? check.id,
    title: check.title,
    ...(check.why !== undefined && { why: check.why }),
    level: check.level,
    reference: check.reference,
    rows: rowsOf(check.rows ?? []),
    verdict: verdict.kind,
    ...('reason' in verdict ? { reason: verdict.reason } : {}),
    startedAt: startedAt.toISOString(),
    ...('warning' in verdict ? { warning: verdict.warning } : {}),
    durationMs: Math.round(performance.now() - startedMs),
    ...(check.cell && { cell: check.cell(target.facts) }),
    evidence: probe.evidence(),
  };
}

/** Of a server that was taken away nothing can be told, whatever was seen: neither that it held nor that it failed. */
async function unlessInTrouble(verdict: Verdict, probe: Probe): Promise<Verdict> {
  if (verdict.kind === 'not-applicable' || (verdict.kind === 'held' && !probe.logEnded)) return verdict;
  const trouble = await probe.trouble();
  if (trouble === undefined) return verdict;
  return { kind: 'could-not-tell', reason: [trouble, verdict.reason].filter(Boolean).join('\n') };
}

/** Where a server answers nobody, or the same to everything, nothing holds; that it answers wrongly may be told all the same. */
async function unlessSenseless(held: Verdict & { readonly kind: 'held' }, target: Target): Promise<Verdict> {
  const { dead, same } = await senseOf(target);
  // A server whose TLS is too old for us has shown what its TLS is.
  const told = held.reason !== undefined && (dead === undefined || dead.startsWith('TLS failure'));
  const saw = told ? undefined : (dead ?? same);
  if (saw === undefined) return held;
  const expected = dead === undefined ? 'the server to tell one command from another' : 'the server to serve anybody';
  return { kind: 'could-not-tell', reason: `control failed: expected ${expected}; saw ${saw}` };
}

async function ask(check: Check, probe: Probe): Promise<Verdict> {
  const obstacle = check.notApplicable?.(probe.facts);
  if (obstacle !== undefined) return { kind: 'not-applicable', reason: obstacle };
  try {
    const findings = await check.ask(probe);
    const verdict = await byLevel(judge(findings), findings, { check, probe });
    return verdict.kind === 'held' ? await unlessSenseless(verdict, probe.target) : verdict;
  } catch (error) {
    if (error instanceof NotApplicable) return { kind: 'not-applicable', reason: error.message };
    return { kind: 'could-not-tell', reason: error instanceof Error ? error.message : String(error) };
  }
}
