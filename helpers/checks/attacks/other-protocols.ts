import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { serviceRoute } from '../../sessions/route';
import { hasCode, inWords, isOfClass } from '../../smtp/answers';
import type { Check } from '../check';
import { control, expectReply, expectThat } from '../shared/findings';
import { needsMailPort } from '../shared/obstacles';

/** What a browser can be made to send to a mail server: commands in the body of a request. */
export const checks: readonly Check[] = [
  {
    id: 'attacks/http-is-no-mail',
    title: 'obeys no command that comes in the body of an HTTP request',
    level: 'may',
    reference: 'Postfix smtpd_forbidden_commands; CVE-2021-3618',
    notApplicable: needsMailPort,
    ask: postCommands,
  },
];

async function postCommands(probe: Probe): Promise<readonly Finding[]> {
  const { facts } = probe;
  const route = serviceRoute(facts);
  const usual = await probe.open(route);
  const session = await probe.tryToOpen(route, { ehlo: false });
  const body = [`EHLO ${probe.token}.${facts.senderDomain}`, `MAIL FROM:<${probe.sender}>`, 'RSET', 'QUIT', ''].join(
    '\r\n',
  );
  const head = [
    'POST / HTTP/1.1',
    `Host: ${facts.hostname}:25`,
    'Content-Type: text/plain',
    `Content-Length: ${body.length}`,
  ];
  session.send([...head, '', body].join('\r\n'));
  const obeyed: string[] = [];
  const answers = head.length + 6;
  for (let number = 1; number <= answers; number++) {
    const answer = await session.readAnswer();
    if (answer.kind !== 'reply') break;
    if (isOfClass(answer, 2) && !hasCode(answer, 221)) obeyed.push(inWords(answer));
    if (hasCode(answer, 221) || hasCode(answer, 421)) break;
  }
  return [
    control(expectReply('NOOP of a mail client', await usual.command('NOOP'), { class: 2 })),
    control(expectReply('EHLO of a mail client', usual.opened, { code: 250, enhanced: 'any' })),
    expectThat(obeyed.length === 0, 'no command obeyed', obeyed.join('; ')),
  ];
}
