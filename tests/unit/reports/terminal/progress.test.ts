import { Progress } from '../../../../reports/terminal/progress';
import { check, fullEvidence } from '../samples';

function startProgress(liveWidth: number | undefined, verbose = false) {
  let written = '';
  let nowMs = 0;
  const write = (text: string) => {
    written += text;
  };
  const progress = new Progress({ write, liveWidth, colour: false, now: () => nowMs }, { verbose });
  const passSeconds = (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      nowMs += 1000;
      progress.tick();
    }
  };
  return { progress, passSeconds, lines: () => written.split('\n'), screen: () => screenOf(written) };
}

/** What a terminal shows: after CR and "erase line", only what came last. */
function screenOf(written: string) {
  return written.split('\n').map((line) => line.split('\r\u001b[2K').at(-1));
}

describe('progress in a log', () => {
  test('says what is wrong at once, and each suite when it is finished', () => {
    const { progress, lines } = startProgress(undefined);
    const checks = [check('held'), check('failed'), check('not-applicable')];

    for (const each of checks) progress.checkFinished(each);
    progress.suiteFinished('open-relay', checks);

    expect(lines()).toEqual([
      '✗ open-relay/failed: why it is failed',
      'open-relay: 1 held, 1 failed, 1 not applicable',
      '',
    ]);
  });

  test('shows the dialogue of each check as soon as it has its verdict, where that is wanted', () => {
    const { progress, lines } = startProgress(undefined, true);

    progress.checkFinished(check('held', { evidence: fullEvidence }));
    const shown = lines();
    progress.checkFinished(check('not-applicable'));

    expect(shown[0]).toMatch(/^✓ open-relay\/held A check that is held/);
    expect(shown.join('\n')).toContain('C: RCPT TO:<victim@foreign.example>');
    expect(lines()).toEqual(shown);
  });

  test('shows life every 10 s, with what is running', () => {
    const { progress, passSeconds, lines } = startProgress(undefined);
    progress.checkFinished(check('held'));
    progress.checkStarted('open-relay/slow');

    passSeconds(29);

    expect(lines()).toEqual(['… 10 s: 1 held, now open-relay/slow', '… 20 s: 1 held, now open-relay/slow', '']);
  });

  test('is silent while there is other output', () => {
    const { progress, passSeconds, lines } = startProgress(undefined);

    passSeconds(9);
    progress.suiteFinished('open-relay', [check('held')]);
    passSeconds(9);

    expect(lines()).toEqual(['open-relay: 1 held', '']);
  });

  test('gives the first line of a reason, and one reason why it could not tell only once', () => {
    const { progress, lines } = startProgress(undefined);
    const reason = 'the server did not start: exit 1\n  → read its log';

    for (const name of ['a', 'b'])
      progress.checkFinished(check('could-not-tell', { id: `open-relay/${name}`, reason }));

    expect(lines()).toEqual(['? open-relay/a: the server did not start: exit 1', '']);
  });
});

describe('progress on a terminal', () => {
  test('is one line that is rewritten, below what is wrong', () => {
    const { progress, passSeconds, screen } = startProgress(80);

    progress.checkStarted('open-relay/a');
    progress.checkFinished(check('failed', { id: 'open-relay/a' }));
    progress.checkStarted('open-relay/b');
    passSeconds(12);

    expect(screen()).toEqual(['✗ open-relay/a: why it is failed', '… 12 s: 1 failed, now open-relay/b']);
  });

  test('names one of the checks that run, and counts the others', () => {
    const { progress, screen } = startProgress(80);

    for (const name of ['a', 'b', 'c']) progress.checkStarted(`open-relay/${name}`);

    expect(screen()).toEqual(['… 0 s: starting, now open-relay/a and 2 more']);
  });

  test('never wraps', () => {
    const { progress, screen } = startProgress(40);

    progress.checkStarted('open-relay/with-a-name-that-is-long');

    expect(screen().at(-1)).toBe('… 0 s: starting, now open-relay/with-a…');
  });

  test('leaves nothing behind at the end', () => {
    const { progress, screen } = startProgress(80);
    progress.checkStarted('open-relay/a');

    progress.end();

    expect(screen()).toEqual(['']);
  });
});
