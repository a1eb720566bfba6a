import { execFileSync } from 'node:child_process';
import { renderJunit } from '../../../../reports/formats/junit';
import { causeOf, check, fullEvidence, fullResult, resultOf } from '../samples';
import { type ReadElement, readXml } from './read-xml';

function render(...[checks, changes]: Parameters<typeof resultOf>) {
  return readXml(renderJunit(resultOf(checks, changes)));
}

function named(element: ReadElement, name: string): readonly ReadElement[] {
  return element.children.flatMap((child) => (child.name === name ? [child] : named(child, name)));
}

describe('JUnit', () => {
  test('has a suite for each suite, with its counts, and their sum at the top', () => {
    const denial = { suite: 'anonymous-denial', id: 'anonymous-denial/plain' };
    const root = render([check('held'), check('failed'), check('not-applicable'), check('could-not-tell', denial)]);

    const counts = [root, ...root.children].map(({ attributes: { name, tests, failures, errors, skipped } }) =>
      [name, tests, failures, errors, skipped].join(' '),
    );

    expect(counts).toEqual(['smtp-auth-harness 4 1 1 1', 'open-relay 3 1 0 1', 'anonymous-denial 1 0 1 0']);
  });

  test('names a case by its target with the suite and by the check, and gives its time in seconds', () => {
    const [testcase] = named(render([check('held')]), 'testcase');

    expect(testcase).toEqual({
      name: 'testcase',
      attributes: { classname: 'howto.open-relay', name: 'held: A check that is held', time: '0.250' },
      children: [],
      text: '',
    });
  });

  test('names the file of the profile, where there is one', () => {
    const { target } = resultOf([]);
    const [testcase] = named(render([check('held')], { target: { ...target, definedIn: 'mail.yaml' } }), 'testcase');

    expect(testcase?.attributes.file).toBe('mail.yaml');
  });

  test('begins the text of a failure with its cause and what mends it', () => {
    const [failure] = named(render([check('failed')], { failureModes: [causeOf(['open-relay/failed'])] }), 'failure');

    expect(failure?.attributes.message).toBe('mynetworks contains every address');
    expect(failure?.text).toMatch(
      /^Cause: mynetworks contains every address \(open-relay\/mynetworks-everybody\)\nRepair: Name the networks that you trust\.\n/,
    );
  });

  test('shows a failed check as a failure with reason, reference, dialogue and log', () => {
    const [failure] = named(render([check('failed', { evidence: fullEvidence })]), 'failure');

    expect(failure?.attributes).toEqual({ message: 'why it is failed', type: 'failed' });
    expect(failure?.text).toContain('RFC 5321 section 3.6.2');
    expect(failure?.text).toContain('    140 ms  tls  C: RCPT TO:<victim@foreign.example>');
    expect(failure?.text).toContain('postfix/smtpd[71]: connect from nameless[198.51.100.7]');
  });

  test('shows a check that could not tell as an error, and one that does not apply as skipped', () => {
    const root = render([check('could-not-tell'), check('not-applicable')]);

    expect(named(root, 'error')[0]?.attributes).toEqual({
      message: 'why it is could-not-tell',
      type: 'could-not-tell',
    });
    expect(named(root, 'skipped')[0]?.attributes).toEqual({ message: 'why it is not-applicable' });
  });

  test('shows a failure that the profile accepts as skipped, with why and what failed', () => {
    const [skipped] = named(render([check('accepted', { evidence: fullEvidence })]), 'skipped');

    expect(skipped?.attributes).toEqual({ message: 'accepted: it is meant so; why it is accepted' });
    expect(skipped?.text).toMatch(/^why it is accepted\n/);
  });

  test('says in properties what was tested', () => {
    const properties = named(render([check('held')]), 'property').map(({ attributes }) => attributes);

    expect(Object.fromEntries(properties.map(({ name, value }) => [name, value]))).toEqual({
      'target.name': 'howto',
      'target.image': 'harness/howto:1',
      'target.mta': 'Postfix',
      'target.hostname': 'mail.example.test',
      'target.notice': 'Debian 12 stands in for CentOS 7',
      'target.version.postfix': '3.7.11',
      'target.version.cyrus-sasl': '2.1.28',
    });
  });

  test('says in the text of a failure which rows of the how-to it is about', () => {
    const rows = [
      { number: 3, title: 'smtpd_sasl_auth_enable = yes' },
      { number: 10, title: 'smtpd_recipient_restrictions' },
    ];
    const [testcase] = named(render([check('failed', { rows })]), 'testcase');

    expect(testcase?.children.map(({ name }) => name)).toEqual(['failure']);
    expect(testcase?.children[0]?.text).toContain('how-to rows 3, 10; RFC 5321 section 3.6.2');
  });

  test('leaves out what is not known', () => {
    const { target } = resultOf([]);
    const root = render([check('failed', { reason: undefined } as object)], {
      target: { ...target, image: '', notice: undefined },
    });

    expect(named(root, 'property').map(({ attributes }) => attributes.name)).not.toContain('target.image');
    expect(named(root, 'property').map(({ attributes }) => attributes.name)).not.toContain('target.notice');
    expect(named(root, 'failure')[0]?.attributes).toEqual({ message: '', type: 'failed' });
  });

  test('survives whatever a server says', () => {
    const hostile = 'a <b> & "c" \'d\' ]]> <![CDATA[ \u0000\u0007\u001b[31m \ud800 \uffff \u{1f4ec}\r\n\tend';
    const [failure] = named(render([check('failed', { reason: hostile, title: hostile })]), 'failure');

    const shown = 'a <b> & "c" \'d\' ]]> <![CDATA[ \\u0000\\u0007\\u001b[31m \\ud800 \\uffff \u{1f4ec}\r\n\tend';
    expect(failure?.attributes.message).toBe(shown.split('\r\n')[0]);
    expect(failure?.text).toContain(shown);
  });

  test('is a document even if nothing ran', () => {
    expect(render([])).toMatchObject({ name: 'testsuites', attributes: { tests: '0' }, children: [] });
  });

  test('is read by a parser that others wrote', () => {
    // It is an ES module, which Jest can't load.
    const script =
      "import { parse } from 'junit2json'; import { readFileSync } from 'node:fs';" +
      "console.log(JSON.stringify(await parse(readFileSync(0, 'utf8'))));";
    const args = ['--input-type=module', '--eval', script];
    const read = JSON.parse(execFileSync(process.execPath, args, { input: renderJunit(fullResult), encoding: 'utf8' }));

    expect(read).toMatchObject({ tests: 6, failures: 2, errors: 1 });
    expect(read.testsuite[0].testcase[1].failure[0].message).toBe('mynetworks contains every address');
  });
});
