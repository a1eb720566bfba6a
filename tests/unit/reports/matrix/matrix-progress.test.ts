import { MatrixProgress } from '../../../../reports/matrix/matrix-progress';
import { check } from '../samples';
import { absent, asked } from './matrix-samples';

function startProgress(liveWidth: number | undefined) {
  let written = '';
  let nowMs = 0;
  const write = (text: string) => {
    written += text;
  };
  const output = { write, liveWidth, colour: false, now: () => nowMs };
  const progress = new MatrixProgress(output, ['centos7', 'debian12', 'sid'], 113);
  const passSeconds = (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      nowMs += 1000;
      progress.tick();
    }
  };
  const lines = () => written.split('\n').map((line) => line.split('\r\u001b[2K').at(-1));
  return { progress, passSeconds, lines };
}

describe('the progress of a matrix', () => {
  test('says on a terminal how far each server is that has not ended', () => {
    const { progress, passSeconds, lines } = startProgress(80);

    progress.ended(absent);
    progress.answered('debian12', 57);
    passSeconds(12);

    expect(lines()).toEqual(['centos7 is not here', '… 12 s: debian12 57/113, sid waiting']);
  });

  test('says in a log how each server ended, and how far the others are every 10 s', () => {
    const { progress, passSeconds, lines } = startProgress(undefined);

    progress.stands('centos7', 'being made ready');
    progress.answered('sid', 0);
    passSeconds(11);
    progress.ended(asked('debian12', [check('held')]));

    expect(lines()).toEqual([
      '… 10 s: centos7 being made ready, debian12 waiting, sid starting',
      'debian12 (Postfix 3.7.11): 1 held (12.3 s)',
      '',
    ]);
  });
});
