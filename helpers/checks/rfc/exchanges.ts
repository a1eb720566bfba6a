import { hasCode, inWords, isOfClass } from '../../smtp/answers';
import { NotApplicable } from '../not-applicable';
import { control, expectThat } from '../shared/findings';
import { needsMechanism } from '../shared/obstacles';
import { expect5yz, expectCode } from './expect-code';
import type { Point } from './point';
import type { Talk } from './talk';

const needsPlain = needsMechanism('PLAIN');

/** What is said within an exchange of AUTH: challenges, responses, and how it is cancelled. RFC 4954 section 4. */
export const exchanges: readonly Point[] = [
  {
    name: 'plain-empty-challenge',
    title: 'asks with an empty challenge for the response of PLAIN',
    level: 'must',
    reference: 'RFC 4954 section 4',
    notApplicable: needsPlain,
    ask: async (talk) => {
      const answer = await talk.say('AUTH PLAIN');
      await talk.cancel();
      const text = answer.kind === 'reply' ? answer.lines.join('/') : '';
      return [expectCode('AUTH PLAIN', answer, 334), expectThat(text === '', '334 and nothing else', text)];
    },
  },
  {
    name: 'equals-sign-is-empty-response',
    title: 'reads = for an initial response of nothing, which PLAIN can not be, and asks for no other',
    // RFC 4954 says must of the client, who has no other way to say it.
    level: 'may',
    reference: 'RFC 4954 section 4',
    notApplicable: needsPlain,
    ask: async (talk) => {
      const answer = await talk.say('AUTH PLAIN =');
      if (hasCode(answer, 334)) await talk.cancel();
      return [expect5yz('AUTH PLAIN =', answer)];
    },
  },
  {
    name: 'cancelled-501',
    title: 'answers 501 where the client cancels an exchange with *, and goes on',
    level: 'must',
    reference: 'RFC 4954 section 4',
    notApplicable: needsPlain,
    ask: async (talk) => [
      control(expectCode('AUTH PLAIN', await talk.say('AUTH PLAIN'), 334)),
      expectCode('*', await talk.cancel(), 501),
      expectCode('NOOP after it', await talk.say('NOOP'), 250),
    ],
  },
  ...[
    { name: 'not-base64', words: 'what is no base64', response: '!!!!' },
    { name: 'padding-first', words: 'padding in front', response: '=AAA' },
    { name: 'padding-inside', words: 'padding inside', response: 'AGE=AGI=' },
  ].map(
    ({ name, words, response }): Point => ({
      name: `${name}-501`,
      title: `answers 501 to a response with ${words}`,
      level: 'must',
      reference: 'RFC 4954 section 4',
      notApplicable: needsPlain,
      ask: async (talk) => {
        const challenge = await talk.say('AUTH PLAIN');
        const answer = await talk.say(response);
        // What another reply leaves behind is not for others to see.
        if (!hasCode(answer, 501)) talk.spend();
        return [control(expectCode('AUTH PLAIN', challenge, 334)), expectCode(response, answer, 501)];
      },
    }),
  ),
  {
    name: 'long-exchange-line',
    title: 'reads a line of 12,288 octets within an exchange as one line: tokens are that long',
    level: 'should',
    reference: 'RFC 4954 section 4 (500 5.5.6)',
    notApplicable: needsPlain,
    ask: async (talk) => {
      const challenge = await talk.say('AUTH PLAIN');
      // Base64 has four octets for three; two more end the line.
      const response = Buffer.from(`\0nobody\0${'x'.repeat(9213 - '\0nobody\0'.length)}`).toString('base64');
      const answer = await talk.say(response);
      const noop = await talk.say('NOOP');
      talk.spend();
      const refused = isOfClass(answer, 4) || isOfClass(answer, 5);
      const isEnd = answer.kind === 'closed';
      return [
        control(expectCode('AUTH PLAIN', challenge, 334)),
        expectThat(refused, 'the response: a refusal', isEnd ? `no reply: ${inWords(answer)}` : inWords(answer)),
        // Who ends the session after a refusal has read no part of the line as a command.
        expectThat(
          hasCode(noop, 250) || noop.kind === 'closed',
          'NOOP after it: 250, or the end of the session',
          inWords(noop),
        ),
      ];
    },
  },
  {
    name: 'challenges-are-base64',
    title: 'sends challenges in base64 and nothing else',
    level: 'must',
    reference: 'RFC 4954 section 4',
    ask: async (talk) => {
      const mechanism = serverFirst(talk);
      const answer = await talk.say(`AUTH ${mechanism}`);
      await talk.cancel();
      const text = answer.kind === 'reply' ? (answer.lines[0] ?? '') : '';
      return [
        control(expectCode(`AUTH ${mechanism}`, answer, 334)),
        expectThat(/^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text), 'base64', text),
      ];
    },
  },
  {
    name: 'initial-response-refused',
    title: 'refuses an initial response where the server begins',
    level: 'must',
    reference: 'RFC 4954 section 4',
    ask: async (talk) => {
      const mechanism = challengeFirst(talk);
      const answer = await talk.say(`AUTH ${mechanism} YWxpY2U=`);
      if (hasCode(answer, 334)) await talk.cancel();
      return [expect5yz(`AUTH ${mechanism} with a response`, answer)];
    },
  },
  {
    name: 'initial-response-501',
    title: 'refuses an initial response where the server begins with 501',
    level: 'should',
    reference: 'RFC 4954 section 4',
    ask: async (talk) => {
      const mechanism = challengeFirst(talk);
      const answer = await talk.say(`AUTH ${mechanism} YWxpY2U=`);
      if (hasCode(answer, 334)) await talk.cancel();
      return [expectCode(`AUTH ${mechanism} with a response`, answer, 501)];
    },
  },
  {
    name: 'cram-challenge-is-new',
    title: 'gives no challenge of CRAM-MD5 twice',
    level: 'must',
    reference: 'RFC 2195 section 2',
    notApplicable: needsMechanism('CRAM-MD5'),
    ask: async (talk) => {
      if (!(talk.session.extensions?.authMechanisms ?? []).includes('CRAM-MD5'))
        throw new NotApplicable('it does not offer CRAM-MD5 here');
      const answers = [];
      for (let count = 0; count < 3; count++) {
        answers.push(await talk.say('AUTH CRAM-MD5'));
        await talk.cancel();
      }
      const repeated = new Set(answers.map(inWords)).size < answers.length;
      return [
        ...answers.map((answer) => control(expectCode('AUTH CRAM-MD5', answer, 334))),
        expectThat(!repeated, 'three challenges that differ', 'the same again'),
      ];
    },
  },
];

/** A mechanism in which something is asked at once. */
function serverFirst(talk: Talk): string {
  const offered = talk.session.extensions?.authMechanisms ?? [];
  const found = ['CRAM-MD5', 'DIGEST-MD5', 'LOGIN'].find((name) => offered.includes(name));
  if (found === undefined) throw new NotApplicable('it offers no mechanism that begins with a challenge');
  return found;
}

/** One to which the client has nothing to say first; of LOGIN many servers take the name so. */
function challengeFirst(talk: Talk): string {
  const found = serverFirst(talk);
  if (found === 'LOGIN') throw new NotApplicable('it offers no mechanism that begins with a challenge');
  return found;
}
