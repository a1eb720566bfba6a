import { HarnessError } from '../../../helpers/errors';
import { type MatrixRun, runMatrix } from '../../../helpers/running/run-matrix';
import type { VerifyEnd } from '../../../helpers/running/run-verify-project';
import { check, resultOf } from '../reports/samples';

const held = resultOf([check('held')]);
const ended = (status: number, changes: Partial<VerifyEnd> = {}): VerifyEnd => ({
  jest: { kind: 'exited', status },
  result: held,
  output: '',
  ...changes,
});

function matrix(changes: Partial<MatrixRun> = {}) {
  const events: string[] = [];
  const run: MatrixRun = {
    servers: ['centos7', 'debian12', 'sid'],
    named: false,
    atOnce: 1,
    prepare: async (name) => events.push(`prepare ${name}`),
    ask: async (name) => {
      events.push(`ask ${name}`);
      return ended(0);
    },
    progress: { stands: () => {}, ended: ({ name, kind }) => events.push(`${name} is ${kind}`) },
    ...changes,
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
    const { end, events } = matrix({ prepare: refuse(new HarnessError(code, 'centos:7')) });

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
      const { end, events } = matrix({ named: true, prepare: refuse(new HarnessError(code, 'centos7.yaml')) });

      expect((await end).servers.map(({ kind }) => kind)).toEqual(['broken', 'asked', 'asked']);
      expect(events).toEqual(['centos7 is broken', 'ask debian12', 'debian12 is asked', 'ask sid', 'sid is asked']);
    },
  );

  test.each([new HarnessError('ENODOCKER', 'connect ENOENT'), new Error('a fault')])(
    'does not take anything else for an absent server: %s',
    async (error) => {
      await expect(matrix({ prepare: refuse(error) }).end).rejects.toBe(error);
    },
  );

  test('shows what a run printed that broke off', async () => {
    const { end } = matrix({ ask: async () => ended(1, { result: undefined, output: '\u001b[31mno lab\u001b[0m\n' }) });

    expect((await end).servers[1]).toEqual({
      kind: 'broken',
      name: 'debian12',
      reason: 'no lab\nno check was asked: Jest ended with status 1; see above for the reason',
    });
  });

  test('remarks that Jest was not content although all held, and shows the end of what it printed', async () => {
    const output = Array.from({ length: 30 }, (_, index) => `line ${index}`).join('\n');
    const { end } = matrix({ ask: async () => ended(1, { output }) });

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

    expect((await matrix({ ask }).end).interrupted).toBe(130);
    expect(asked).toEqual(['centos7', 'debian12']);
  });
});
