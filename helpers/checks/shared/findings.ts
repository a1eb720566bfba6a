import type { Answer } from '../../model/answer';
import type { Finding, Verdict } from '../../model/verdict';
import { hasCode, inWords, isOfClass } from '../../smtp/answers';
import type { ExpectedReply } from '../../targets/target';

/** Something that must be so. */
export function expectThat(ok: boolean, expected: string, saw: string): Finding {
  return { ok, expected, saw, control: false };
}

/** A reply with one of these codes is due; `what` says to which command. */
export function expectReply(what: string, answer: Answer, ...expected: readonly ExpectedReply[]): Finding {
  const ok = expected.some((one) => isReply(answer, one));
  return expectThat(ok, `${what}: ${expected.map(wanted).join(' or ')}`, inWords(answer));
}

/** A refusal is due, 4yz or 5yz: silence and a closed connection are none. */
export function expectRefusal(what: string, answer: Answer): Finding {
  return expectThat(answer.kind === 'reply' && answer.code >= 400, `${what}: a refusal, 4yz or 5yz`, inWords(answer));
}

/** Turns a finding into a control: it shows that the check can tell, and without it there is no answer. */
export function control(finding: Finding): Finding {
  return { ...finding, control: true };
}

/** Turns a finding into one of what could not be seen: it leaves no answer either, unless what was seen elsewhere is wrong. */
export function unseen(finding: Finding): Finding {
  return { ...finding, unseen: true };
}

/** A finding about these lines of a log: where it has none at all, it is the log that is missing, and nothing was seen. */
export function fromLog(lines: readonly string[], finding: Finding): Finding {
  return lines.length > 0 ? finding : unseen({ ...finding, saw: `${finding.saw}; nothing at all was logged` });
}

/** Turns a finding into one that is told, and fails nothing by itself: nobody has said that it is wrong. */
export function warning(finding: Finding, words: string): Finding {
  return { ...finding, warning: words };
}

/** Whether the answer is such a reply. */
export function isReply(answer: Answer, expected: ExpectedReply): boolean {
  if (expected.class !== undefined) return isOfClass(answer, expected.class);
  const { code, enhanced } = expected;
  return hasCode(answer, code) && (enhanced === 'any' || answer.enhanced === enhanced);
}

function wanted(expected: ExpectedReply): string {
  if (expected.class !== undefined) return `${expected.class}yz`;
  const { code, enhanced } = expected;
  return enhanced === undefined || enhanced === 'any' ? String(code) : `${code} ${enhanced}`;
}

/** Findings to verdict: a control that failed leaves no answer; a check that found nothing has asked nothing. */
export function judge(findings: readonly Finding[]): Verdict {
  const wrong = findings.filter(({ ok }) => !ok);
  const lostControls = wrong.filter((finding) => finding.control);
  if (lostControls.length > 0) return { kind: 'could-not-tell', reason: inLines('control failed: ', lostControls) };
  const wrongForSure = wrong.filter((finding) => finding.warning === undefined && !finding.unseen);
  if (wrongForSure.length > 0) return { kind: 'failed', reason: inLines('', wrong) };
  const notSeen = wrong.filter((finding) => finding.unseen);
  if (notSeen.length > 0) return { kind: 'could-not-tell', reason: inLines('', notSeen) };
  if (wrong.length > 0) {
    const words = new Set(wrong.map((finding) => finding.warning));
    return { kind: 'held', warning: [...words].join('; '), reason: inLines('', wrong) };
  }
  if (!findings.some((finding) => !finding.control)) return { kind: 'could-not-tell', reason: 'nothing was asked' };
  return { kind: 'held' };
}

function inLines(prefix: string, findings: readonly Finding[]): string {
  return findings.map(({ expected, saw }) => `${prefix}expected ${expected}; saw ${saw}`).join('\n');
}

/** The findings that a reason tells of, as `judge` writes them; of other reasons none. */
export function findingsOfReason(reason: string): readonly Pick<Finding, 'expected' | 'saw'>[] {
  return reason.split(/\n(?=(?:control failed: )?expected )/).flatMap((finding) => {
    const [, expected, saw] = /^(?:control failed: )?expected (.*?); saw (.*)$/s.exec(finding) ?? [];
    return expected === undefined || saw === undefined ? [] : [{ expected, saw }];
  });
}
