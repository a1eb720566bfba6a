import { runCheck } from '../../../helpers/checks/run-check';
import { suites } from '../../../helpers/checks/suites';
import type { Target } from '../../../helpers/targets/target';
import { onOnePort } from '../../mutants/contrary/contrary-mutant';
import { contraryServers } from '../../mutants/contrary-servers';
import { checksOf, objection } from '../../mutants/notices';
import { handOnTo } from '../../mutants/passing-on';
import { startFakeTarget } from '../targets/fake-target';

const checks = suites.flatMap((suite) => suite.checks);

test.each(contraryServers)(
  'is noticed for the reason that it gives: $name',
  async ({ start, facts, authority, noticedBy, thorough = false }) => {
    let sinkPort = 0;
    await using server = await start?.((mail) => void handOnTo(sinkPort, mail));
    await using target = await startFakeTarget({
      ...(server && { server }),
      ...(authority && { authority }),
      facts: { ...onOnePort, ...facts },
    });
    sinkPort = target.sink.portFor(25);
    const summary = { name: 'x', image: 'x', mta: 'a mail server', versions: {}, hostname: 'x', notice: undefined };
    const asked: Target = { ...target, summary: async () => summary };

    const objections = await Promise.all(
      noticedBy.flatMap((notice) =>
        checksOf(notice, checks).map(async (check) => objection(notice, await runCheck(check, asked, { thorough }))),
      ),
    );

    expect(objections.filter((one) => one !== undefined)).toEqual([]);
    expect(objections.length).toBeGreaterThan(0);
  },
  30_000,
);
