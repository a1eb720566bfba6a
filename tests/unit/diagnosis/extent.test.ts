import { noFacts } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { logOfLines } from '../../../helpers/diagnosis/log/log-source';
import { catalogue } from '../../../helpers/failure-modes/catalogue';

// Two lines of one mode, which bear different signs of it.
const lines = [
  'postfix/smtpd[9]: warning: not enough free space in mail queue: 12288000 bytes < 1.5*message size limit',
  'postfix/smtpd[9]: NOQUEUE: reject: MAIL from unknown[198.51.100.7]: 452 4.3.1 Insufficient system storage; proto=ESMTP helo=<client>',
] as const;

test.each([[lines], [lines.toReversed()]])(
  'the first line is that of the first log, the last one that of the last',
  async (said) => {
    const logs = said.map((line, index) => logOfLines(`${index}.log`, [line]));

    const { findings } = await diagnose(catalogue, { logs, facts: noFacts });

    expect(findings).toMatchObject([
      { mode: { id: 'limits/queue-disk-full' }, first: { file: '0.log' }, last: { file: '1.log' } },
    ]);
  },
);
