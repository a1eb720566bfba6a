import { noFacts, readConfiguration } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { logOfLines } from '../../../helpers/diagnosis/log/log-source';
import type { FailureMode, ServerFacts } from '../../../helpers/model/failure-mode';
import { mode, setTo, sign } from './sample-modes';

const socketLine = "postfix/smtpd[279]: warning: SASL: Connect to 'private/auth' failed: No such file or directory";
const socket = sign('suggests', /SASL: Connect to '\S+' failed: No such file/);

function facts(mainCf: string, version?: string): ServerFacts {
  const { facts: read } = readConfiguration([{ kind: 'main.cf', file: 'main.cf', text: mainCf }], () => undefined);
  return { ...read, postfixVersion: version };
}

async function found(modes: readonly FailureMode[], lines: readonly string[], given = noFacts) {
  const { findings } = await diagnose(modes, { logs: [logOfLines('maillog', lines)], facts: given });
  return findings.map(({ mode: { id }, confidence }) => `${id} ${confidence}`);
}

test('a line that only one mode writes names it', async () => {
  expect(await found([mode('a', { log: [sign('names', /failed: No such file/)] })], [socketLine])).toEqual([
    'a certain',
  ]);
});

test('a line that two modes name makes neither certain', async () => {
  const modes = ['a', 'b'].map((id) => mode(id, { log: [sign('names', /failed: No such file/)] }));

  expect(await found(modes, [socketLine])).toEqual(['a possible', 'b possible']);
});

test('a line that suggests one mode only makes it likely', async () => {
  expect(await found([mode('a', { log: [socket] })], [socketLine])).toEqual(['a likely']);
});

test('a line that suggests two makes both possible, and asks for the facts that decide', async () => {
  const modes = [
    mode('a', { log: [socket], facts: [setTo('smtpd_sasl_path', 'private/auth')] }),
    mode('b', { log: [socket], facts: [setTo('smtpd_sasl_path', 'smtpd')] }),
  ];

  const { findings } = await diagnose(modes, { logs: [logOfLines('maillog', [socketLine])], facts: noFacts });

  expect(findings).toMatchObject([
    {
      confidence: 'possible',
      rivals: ['b'],
      undecided: [{ words: 'smtpd_sasl_path is private/auth', look: 'postconf -h smtpd_sasl_path' }],
    },
    { confidence: 'possible', rivals: ['a'] },
  ]);
});

test('a true fact makes certain what a line suggests, and a false one excludes', async () => {
  const modes = [
    mode('a', { log: [socket], facts: [setTo('smtpd_sasl_path', 'private/auth')] }),
    mode('b', { log: [socket], facts: [setTo('smtpd_sasl_path', 'smtpd')] }),
  ];

  expect(await found(modes, [socketLine], facts('smtpd_sasl_path = smtpd'))).toEqual(['b certain']);
});

test('a fact names the settings that it goes by', async () => {
  const modes = [mode('a', { facts: [setTo('smtpd_sasl_type', 'dovecot', true)] })];

  const { findings } = await diagnose(modes, { logs: [], facts: facts('x = y\nsmtpd_sasl_type = dovecot') });

  expect(findings[0]?.facts).toEqual([
    {
      words: 'smtpd_sasl_type is dovecot',
      places: [{ file: 'main.cf', line: 2, text: 'smtpd_sasl_type = dovecot' }],
    },
  ]);
});

test('facts without a log line show only a mode of which one fact is enough', async () => {
  const modes = [
    mode('quiet', { facts: [setTo('mynetworks', '0.0.0.0/0')] }),
    mode('open', { kind: 'exposure', facts: [setTo('mynetworks', '0.0.0.0/0', true)] }),
  ];

  expect(await found(modes, [], facts('mynetworks = 0.0.0.0/0'))).toEqual(['open certain']);
});

test('what a certain mode explains is not held against others that nothing speaks for', async () => {
  const modes = [
    mode('a', { log: [socket], facts: [setTo('smtpd_sasl_path', 'smtpd')] }),
    mode('b', { log: [socket] }),
    mode('c', { log: [socket], facts: [{ words: 'c', look: 'c', holds: () => undefined }] }),
  ];

  expect(await found(modes, [socketLine], facts('smtpd_sasl_path = smtpd'))).toEqual(['a certain', 'c possible']);
});

test('a line that one mode names suggests no other', async () => {
  const modes = [mode('a', { log: [sign('names', /No such file/)] }), mode('b', { log: [socket] })];

  expect(await found(modes, [socketLine])).toEqual(['a certain']);
});

test('what lacks one of its lines gives way to what has all of them', async () => {
  const modes = [
    mode('whole', { log: [socket, sign('suggests', /bbb/)] }),
    mode('half', { log: [socket, sign('suggests', /ccc/)] }),
    mode('other half', { log: [sign('suggests', /bbb/), sign('suggests', /ddd/)] }),
  ];

  expect(await found(modes, [socketLine])).toEqual(['whole possible', 'half possible']);
  expect(await found(modes, [socketLine, 'bbb'])).toEqual(['whole likely']);
});

test('what lacks one of its lines is left out where a certain mode explains the others', async () => {
  const unknown = { words: 'w', look: 'l', holds: () => undefined };
  const modes = [
    mode('a', { log: [socket, sign('names', /bbb/)] }),
    mode('b', { log: [socket, sign('suggests', /ccc/)], facts: [unknown] }),
  ];

  expect(await found(modes, [socketLine, 'bbb'])).toEqual(['a certain']);
});

describe('lines that only accompany', () => {
  const died = { ...sign('accompanies', /^fatal: no mechanisms$/), specimen: 'postfix/smtpd[3]: fatal: no mechanisms' };
  const line = 'postfix/smtpd[279]: fatal: no mechanisms';

  test('name nothing', async () => {
    expect(await found([mode('a', { log: [sign('accompanies', /No such file/)] })], [socketLine])).toEqual([]);
  });

  test('make possible what they accompany, where they complain', async () => {
    const modes = [mode('a', { log: [died] }), mode('b', { log: [died] }), mode('c', { log: [socket] })];

    expect(await found(modes, [line])).toEqual(['a possible', 'b possible']);
    expect(await found(modes, [line, socketLine])).toEqual(['c likely', 'a possible', 'b possible']);
  });

  test('beside a fault, only as the end of a daemon of which the fault says nothing', async () => {
    const complaint = { ...sign('accompanies', /^warning: no user$/), specimen: 'postfix/smtpd[3]: warning: no user' };
    const modes = [mode('a', { log: [complaint] }), mode('c', { log: [socket] })];

    expect(await found(modes, ['postfix/smtpd[279]: warning: no user', socketLine])).toEqual(['c likely']);
    expect(await found([mode('d', { log: [died] }), mode('c', { log: [socket, died] })], [line, socketLine])).toEqual([
      'c likely',
    ]);
  });
});

describe('a line that every server on the internet sees', () => {
  const leaves = { ...sign('accompanies', /^lost connection after EHLO from /), alone: true as const };
  const modes = [mode('a', { kind: 'client', log: [leaves] }), mode('b', { log: [socket] })];
  const line = 'postfix/smtpd[279]: lost connection after EHLO from client.outside.example[198.51.100.7]';

  test('is what is asked about in a few lines that tell nothing else', async () => {
    expect(await found(modes, [line])).toEqual(['a possible']);
  });

  test('tells nothing beside what does, nor in a whole log', async () => {
    expect(await found(modes, [line, socketLine])).toEqual(['b likely']);
    expect(
      await found(
        modes,
        Array.from({ length: 61 }, () => line),
      ),
    ).toEqual([]);
  });
});

test('noise is never a finding, and takes its lines away from what they would suggest', async () => {
  const modes = [mode('n', { kind: 'noise', log: [sign('names', /No such file/)] }), mode('b', { log: [socket] })];

  const { findings, harmless } = await diagnose(modes, { logs: [logOfLines('l', [socketLine])], facts: noFacts });

  expect(findings).toEqual([]);
  expect(harmless).toMatchObject([{ mode: { id: 'n' }, lines: 1 }]);
});

test('the most certain come first, and mistakes of clients behind faults', async () => {
  const modes = [
    mode('client', { kind: 'client', log: [sign('names', /aaa/)] }),
    mode('likely', { log: [sign('suggests', /bbb/)] }),
    mode('fault', { log: [sign('names', /ccc/)] }),
  ];

  expect(await found(modes, ['aaa', 'aaa', 'bbb', 'ccc'])).toEqual([
    'fault certain',
    'client certain',
    'likely likely',
  ]);
});

test.each([
  ['3.5.9', []],
  ['3.6.0', ['a certain']],
  ['3.9', []],
  [undefined, ['a certain']],
])('Postfix %s decides whether a mode of 3.6 to 3.8 is looked for', async (version, expected) => {
  const modes = [mode('a', { versions: { from: '3.6', before: '3.9' }, log: [sign('names', /No such file/)] })];

  expect(await found(modes, [socketLine], facts('', version))).toEqual(expected);
});

test('the program is asked for where it is known', async () => {
  const modes = [mode('a', { log: [sign('names', /No such file/, /dovecot/)] })];

  expect(await found(modes, [socketLine])).toEqual([]);
  expect(await found(modes, ['No such file'])).toEqual(['a certain']);
});

test('a fact that throws tells nothing', async () => {
  const throwing = () => {
    throw new Error('strange');
  };
  const modes = [mode('a', { log: [socket], facts: [{ words: 'w', look: 'l', holds: throwing }] })];

  expect(await found(modes, [socketLine])).toEqual(['a likely']);
});

test('complaints that nothing explains are counted by their shape', async () => {
  const lines = [1, 2, 3].map((n) => `postfix/smtpd[${n}]: warning: hash table size ${n}`);
  const more = ['postfix/qmgr[9]: fatal: disk is full', 'postfix/qmgr[9]: nothing to see'];

  const { unexplained, read } = await diagnose([], { logs: [logOfLines('l', [...lines, ...more])], facts: noFacts });

  expect(unexplained).toMatchObject({
    lines: 4,
    shapes: [
      { shape: 'warning: hash table size …', count: 3, first: { line: 1 } },
      { shape: 'fatal: disk is full', count: 1, first: { line: 4 } },
    ],
  });
  expect(read.lines).toBe(5);
});

test('a flood of lines leaves three as evidence, with count, begin and end', async () => {
  const lines = Array.from({ length: 5000 }, (_, n) => `Nov 24 10:00:0${n % 10} mail ${socketLine}`);

  const { findings } = await diagnose([mode('a', { log: [socket] })], {
    logs: [logOfLines('l', lines)],
    facts: noFacts,
  });

  expect(findings).toMatchObject([{ lines: 5000, first: { line: 1 }, last: { line: 5000, time: 'Nov 24 10:00:09' } }]);
  expect(findings[0]?.evidence).toHaveLength(3);
});

test('a line counts once for a mode, whatever it shares with another and however many of its signs match', async () => {
  const modes = [mode('a', { log: [socket, sign('suggests', /private.auth/)] }), mode('b', { log: [socket] })];

  const { findings } = await diagnose(modes, { logs: [logOfLines('l', [socketLine])], facts: noFacts });

  expect(findings.map(({ lines }) => lines)).toEqual([1, 1]);
});

test('what follows from a line that names a mode suggests nothing else, once', async () => {
  const failed = 'postfix/smtpd[7]: warning: c[192.0.2.1]: SASL PLAIN authentication failed: authentication failure';
  const naming =
    'postfix/smtpd[7]: warning: SASL authentication failure: Requested identity not authenticated identity';
  const modes = [
    mode('as-another', {
      log: [sign('names', /Requested identity/), sign('accompanies', /SASL PLAIN authentication/)],
    }),
    mode('wrong-password', { log: [sign('suggests', /SASL PLAIN authentication failed/)] }),
  ];

  expect(await found(modes, [naming, failed])).toEqual(['as-another certain']);
  expect(await found(modes, [naming, failed, failed])).toEqual(['as-another certain', 'wrong-password likely']);
  expect(await found(modes, [naming.replace('[7]', '[8]'), failed])).toEqual([
    'as-another certain',
    'wrong-password likely',
  ]);
});

test('a mode whose naming line did not come is no rival on lines that it shares', async () => {
  const line = 'postfix/smtpd[7]: warning: c[192.0.2.1]: SASL LOGIN authentication failed: bad protocol / cancel';
  const shared = sign('suggests', /bad protocol \/ cancel/);
  const modes = [
    mode('base64-illegal', { log: [shared] }),
    mode('field-too-long', { log: [sign('names', /clientinlen is > 1024/), shared] }),
  ];

  expect((await found(modes, [line]))[0]).toBe('base64-illegal likely');
});

const dropped = 'postfix/smtpd[279]: warning: Wrapper-mode request dropped';
const ofDropped = sign('names', /Wrapper-mode request dropped/);

test('what follows from a fault is only possible beside one that is certain', async () => {
  const modes = [
    mode('effect', { log: [ofDropped], follows: true }),
    mode('cause', { log: [sign('names', /failed: No such file/)] }),
  ];

  expect(await found(modes, [dropped])).toEqual(['effect certain']);
  expect(await found(modes, [dropped, socketLine])).toEqual(['cause certain', 'effect possible']);
});

test('a line that counts only where a fact holds says nothing elsewhere', async () => {
  const onlyIf = setTo('smtpd_sasl_path', 'private/auth');
  const modes = [mode('a', { log: [{ ...socket, onlyIf }] })];

  expect(await found(modes, [socketLine])).toEqual([]);
  expect(await found(modes, [socketLine], facts('smtpd_sasl_path = smtpd'))).toEqual([]);
  expect(await found(modes, [socketLine], facts('smtpd_sasl_path = private/auth'))).toEqual(['a likely']);
});

test('a complaint of several modes is not hidden by a client’s mistake in another line', async () => {
  const complaint = { ...sign('accompanies', /auth failure/), specimen: 'auth failure: [reason=PAM auth error]' };
  const modes = [
    mode('client', { kind: 'client', log: [ofDropped] }),
    mode('a', { log: [socket, complaint] }),
    mode('b', { log: [socket, complaint] }),
  ];
  const lines = [dropped, 'saslauthd[9]: auth failure: [reason=PAM auth error]'];

  expect(await found(modes, lines)).toEqual(['client certain', 'a possible', 'b possible']);
});

test('what a daemon’s unexplained last words may have brought about is no more than likely', async () => {
  const modes = [
    mode('a', { log: [sign('names', /pipe closed/)] }),
    mode('b', { log: [sign('names', /fatal: queue/)] }),
  ];
  const consequence = 'smtpd[53]: warn: queue -> scheduler: pipe closed';

  expect(await found(modes, [consequence])).toEqual(['a certain']);
  expect(await found(modes, ['smtpd[53]: fatal: nobody knows this', consequence])).toEqual(['a likely']);
  expect(await found(modes, ['smtpd[53]: fatal: queue broken', consequence])).toEqual(['a certain', 'b certain']);
});
