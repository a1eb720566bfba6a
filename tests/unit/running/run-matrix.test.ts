import { HarnessError } from '../../../helpers/errors';
import { type MatrixEngine, type MatrixRun, runMatrix } from '../../../helpers/running/run-matrix';
import type { VerifyEnd } from '../../../helpers/running/run-verify-project';
import { check, resultOf } from '../reports/samples';

const held = resultOf([check('held')]);
const ended = (status: number, changes: Partial<VerifyEnd> = {}): VerifyEnd => ({
  jest: { kind: 'exited', status },
  result: held,
  output: '',
  ...changes,
});

/** On one engine, or as many as are given. */
function matrix(engines: readonly Partial<MatrixEngine>[] = [{}], named = false) {
  const events: string[] = [];
  const run: MatrixRun = {
    servers: ['centos7', 'debian12', 'sid'],
    named,
    engines: engines.map((changes) => ({
      name: 'the engine',
      atOnce: 1,
      prepare: async (name) => events.push(`prepare ${name}`),
      ask: async (name) => {
        events.push(`ask ${name}`);
        return ended(0);
      },
      answers: async () => true,
      ...changes,
    })),
    progress: {
      stands: () => {},
      say: (line) => events.push(line),
      ended: ({ name, kind }) => events.push(`${name} is ${kind}`),
    },
  };
  return { events, end: runMatrix(run) };
}

function refuse(error: Error) {
  return async (name: string) => {
    if (name === 'centos7') throw error;
  };
}

describe('the matrix', () => {
  test('sees to all images before it asks the first server', async () => {
    const { end, events } = matrix();

    expect((await end).servers).toEqual(
      ['centos7', 'debian12', 'sid'].map((name) => ({ kind: 'asked', name, result: held, remark: undefined })),
    );
    expect(events).toEqual([
      ...['prepare centos7', 'prepare debian12', 'prepare sid'],
      ...['ask centos7', 'centos7 is asked', 'ask debian12', 'debian12 is asked', 'ask sid', 'sid is asked'],
    ]);
  });

  test.each(['ENOIMAGE', 'EBUILD'] as const)('goes on without a server that can not be had (%s)', async (code) => {
    const { end, events } = matrix([{ prepare: refuse(new HarnessError(code, 'centos:7')) }]);

    expect((await end).servers[0]).toEqual({
      kind: 'absent',
      name: 'centos7',
      reason: expect.stringMatching(/: centos:7\n/),
    });
    expect(events).toEqual(['centos7 is absent', 'ask debian12', 'debian12 is asked', 'ask sid', 'sid is asked']);
  });

  test.each(['ENOIMAGE', 'EBUILD', 'EPROFILE', 'EUSAGE'] as const)(
    'misses a server that somebody named, and goes on (%s)',
    async (code) => {
      const { end, events } = matrix([{ prepare: refuse(new HarnessError(code, 'centos7.yaml')) }], true);

      expect((await end).servers.map(({ kind }) => kind)).toEqual(['broken', 'asked', 'asked']);
      expect(events).toEqual(['centos7 is broken', 'ask debian12', 'debian12 is asked', 'ask sid', 'sid is asked']);
    },
  );

  test.each([new HarnessError('ENODOCKER', 'connect ENOENT'), new Error('a fault')])(
    'does not take anything else for an absent server: %s',
    async (error) => {
      await expect(matrix([{ prepare: refuse(error) }]).end).rejects.toBe(error);
    },
  );

  test('shows what a run printed that broke off', async () => {
    const { end } = matrix([
      { ask: async () => ended(1, { result: undefined, output: '\u001b[31mno lab\u001b[0m\n' }) },
    ]);

    expect((await end).servers[1]).toEqual({
      kind: 'broken',
      name: 'debian12',
      reason: 'no lab\nno check was asked: Jest ended with status 1; see above for the reason',
    });
  });

  test('remarks that Jest was not content although all held, and shows the end of what it printed', async () => {
    const output = Array.from({ length: 30 }, (_, index) => `line ${index}`).join('\n');
    const { end } = matrix([{ ask: async () => ended(1, { output }) }]);

    const [server] = (await end).servers;

    expect(server).toMatchObject({
      kind: 'asked',
      remark: expect.stringMatching(/^line 10\n(line \d+\n)+all checks held, but/),
    });
  });

  test('asks no more servers once it is interrupted', async () => {
    const jest = { kind: 'interrupted', status: 130 } as const;
    const asked: string[] = [];
    const ask = async (name: string) => {
      asked.push(name);
      return name === 'debian12' ? ended(0, { jest, result: undefined }) : ended(0);
    };

    expect((await matrix([{ ask }]).end).interrupted).toBe(130);
    expect(asked).toEqual(['centos7', 'debian12']);
  });
});

describe('on several engines', () => {
  const died = { jest: { kind: 'exited', status: 1 }, result: undefined, output: 'socket hang up' } as const;

  test('each server waits for the first engine that is free', async () => {
    const asked: string[] = [];
    let endFirst = () => {};
    const slow = async (name: string) => {
      asked.push(`slow: ${name}`);
      await new Promise<void>((resolve) => (endFirst = resolve));
      return ended(0);
    };
    const quick = async (name: string) => {
      asked.push(`quick: ${name}`);
      if (name === 'sid') endFirst();
      return ended(0);
    };

    const { servers } = await matrix([{ ask: slow }, { ask: quick }]).end;

    expect(asked).toEqual(['slow: centos7', 'quick: debian12', 'quick: sid']);
    expect(servers.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'centos7 asked',
      'debian12 asked',
      'sid asked',
    ]);
  });

  test('a server is asked only where it can be had, and why not elsewhere is said', async () => {
    const prepare = refuse(new HarnessError('ENOIMAGE', 'centos:7'));

    const { events, end } = matrix([{ name: 'tcp://a', prepare }, { name: 'tcp://b' }]);

    expect((await end).servers.map(({ kind }) => kind)).toEqual(['asked', 'asked', 'asked']);
    expect(events).toContainEqual(expect.stringMatching(/^centos7 is not asked on tcp:\/\/a: .*centos:7/));
  });

  test('one that answers no more has no result for what it was asked, and the others ask the rest', async () => {
    const { events, end } = matrix([
      { name: 'tcp://a', ask: async () => died, answers: async () => false },
      { name: 'tcp://b' },
    ]);

    expect((await end).servers.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      ...['centos7 broken', 'debian12 asked', 'sid asked'],
    ]);
    expect(events).toContain('tcp://a does not answer any more');
  });

  test('when none answers any more, the rest is not asked', async () => {
    const { servers } = await matrix([{ name: 'tcp://a', ask: async () => died, answers: async () => false }]).end;

    expect(servers.map(({ kind }) => kind)).toEqual(['broken', 'broken', 'broken']);
    expect(servers[2]).toMatchObject({ reason: expect.stringContaining('tcp://a did not answer any more') });
  });

  test('one run that goes wrong is not taken for the end of the engine', async () => {
    const ask = async (name: string) => (name === 'centos7' ? died : ended(0));

    expect((await matrix([{ ask }]).end).servers.map(({ kind }) => kind)).toEqual(['broken', 'asked', 'asked']);
  });
});
