import { hasCode, inWords, isOfClass } from '../../smtp/answers';
import { composeMessage } from '../../smtp/messages';
import { control, expectReply, expectThat } from '../shared/findings';
import { anyOf, mayBeSent, needsLocalRecipient, needsMailPort } from '../shared/obstacles';
import type { Point } from './point';
import type { Talk } from './talk';

/** What a server takes at least: RFC 5321 section 4.5.3.1. */
export const sizes: readonly Point[] = [
  {
    name: 'long-local-part',
    title: 'takes a sender whose local part has 64 octets',
    level: 'must',
    reference: 'RFC 5321 section 4.5.3.1.1',
    ask: async (talk) => {
      const answer = await talk.mail(`<${'x'.repeat(64)}@${talk.facts.senderDomain}>`);
      return [expectReply('MAIL', answer, { class: 2 })];
    },
  },
  {
    name: 'long-path',
    title: 'reads a sender of 256 octets, its domain longer than most, and does not take it for wrong syntax',
    level: 'must',
    reference: 'RFC 5321 sections 4.5.3.1.2 and 4.5.3.1.3',
    ask: async (talk) => {
      const path = `<x@${longDomain(talk.facts.senderDomain, 256 - '<x@>'.length)}>`;
      const answer = await talk.mail(path);
      // That there is no such domain may be said: the length is none of its faults.
      const isRead = answer.kind === 'reply' && ![500, 501, 552].includes(answer.code);
      return [expectThat(isRead, `MAIL of ${path.length} octets: neither 500 nor 501 nor 552`, inWords(answer))];
    },
  },
  {
    name: 'long-text-line',
    title: 'takes a message with a line of 1,000 octets',
    level: 'must',
    reference: 'RFC 5321 section 4.5.3.1.6',
    notApplicable: anyOf(needsMailPort, needsLocalRecipient, mayBeSent),
    ask: async (talk) => {
      const [from, to] = [talk.sender, talk.ownRecipient];
      const mail = await talk.mail();
      const rcpt = await talk.say(`RCPT TO:<${to}>`);
      const body = 'x'.repeat(1000 - '\r\n'.length);
      const taken = isOfClass(rcpt, 2)
        ? await talk.session.data(composeMessage({ from, to: [to], token: 'long-text-line', body }))
        : rcpt;
      if (!isOfClass(taken, 2)) talk.spend();
      return [
        control(expectReply('MAIL', mail, { class: 2 })),
        control(expectReply('RCPT of its own', rcpt, { class: 2 })),
        expectReply('the message', taken, { class: 2 }),
      ];
    },
  },
  {
    name: 'hundred-recipients',
    title: 'takes a hundred recipients, or says 452 to what is too many',
    level: 'must',
    reference: 'RFC 5321 sections 4.5.3.1.8 and 4.5.3.1.10',
    notApplicable: needsLocalRecipient,
    ask: hundredRecipients,
  },
];

/** A domain of so many octets below another one, of labels that are not too long. */
function longDomain(parent: string, length: number): string {
  const rest = length - parent.length - 1;
  const letters = Array.from({ length: rest }, (_, index) => (index % 50 === 49 && index < rest - 1 ? '.' : 'x'));
  return `${letters.join('')}.${parent}`;
}

async function hundredRecipients(talk: Talk) {
  const recipient = `RCPT TO:<${talk.ownRecipient}>\r\n`;
  await talk.mail();
  const { PIPELINING: pipelining } = talk.session.extensions?.keywords ?? {};
  if (pipelining) talk.session.send(recipient.repeat(100));
  const refused = [];
  for (let count = 1; count <= 100; count++) {
    if (!pipelining) talk.session.send(recipient);
    const answer = await talk.session.readAnswer();
    if (!isOfClass(answer, 2)) refused.push(answer);
    if (answer.kind !== 'reply') break;
  }
  // What comes of so many errors is not for others to see.
  if (refused.length > 0) talk.spend();
  const tooMany = refused.every((answer) => hasCode(answer, 452) && refused.length < 100);
  const [first] = refused;
  return [expectThat(tooMany, 'RCPT a hundred times: 250, or 452 in the end', first ? inWords(first) : 'none')];
}
