import { renderJunit } from '../../../../reports/formats/junit';
import { check, everybody, fullEvidence, resultOf } from '../samples';
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

  test('names a case as Jest names its test, and gives its time in seconds', () => {
    const [testcase] = named(render([check('held')]), 'testcase');

    expect(testcase).toEqual({
      name: 'testcase',
      attributes: { classname: 'open-relay', name: 'open-relay/held A check that is held', time: '0.250' },
      children: [],
      text: '',
    });
  });

  test('shows a failed check as a failure with reason, reference, dialogue and log', () => {
    const [failure] = named(render([check('failed', { evidence: fullEvidence })]), 'failure');

    expect(failure?.attributes).toEqual({ message: 'why it is failed', type: 'must' });
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

  test('begins the text of a failure with its cause and what mends it', () => {
    const failureModes = [{ ...everybody, explains: ['open-relay/failed'] }];
    const checks = [check('failed'), check('failed', { id: 'open-relay/other' })];

    const [explained, other] = named(render(checks, { failureModes }), 'failure');

    expect(explained?.text).toMatch(/^mynetworks holds the whole Internet\. Name the machines .*\n {2}postconf -e /);
    expect(other?.text).toMatch(/^why it is failed/);
  });

  test('shows a failure that the profile accepts as skipped, with why and what failed', () => {
    const [skipped] = named(render([check('accepted', { evidence: fullEvidence })]), 'skipped');

    expect(skipped?.attributes).toEqual({ message: 'accepted: it is meant so' });
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

  test('says in properties of a case which rows of the how-to it is about', () => {
    const rows = [
      { number: 3, title: 'smtpd_sasl_auth_enable = yes' },
      { number: 10, title: 'smtpd_recipient_restrictions' },
    ];
    const [testcase] = named(render([check('failed', { rows })]), 'testcase');

    expect(testcase?.children.map(({ name }) => name)).toEqual(['properties', 'failure']);
    expect(testcase?.children[0]?.children.map(({ attributes }) => attributes)).toEqual([
      { name: 'howto.row', value: '3 smtpd_sasl_auth_enable = yes' },
      { name: 'howto.row', value: '10 smtpd_recipient_restrictions' },
    ]);
    expect(testcase?.children[1]?.text).toContain('how-to rows 3, 10; RFC 5321 section 3.6.2');
  });

  test('leaves out what is not known', () => {
    const { target } = resultOf([]);
    const root = render([check('failed', { reason: undefined } as object)], {
      target: { ...target, image: '', notice: undefined },
    });

    expect(named(root, 'property').map(({ attributes }) => attributes.name)).not.toContain('target.image');
    expect(named(root, 'property').map(({ attributes }) => attributes.name)).not.toContain('target.notice');
    expect(named(root, 'failure')[0]?.attributes).toEqual({ type: 'must' });
  });

  test('survives whatever a server says', () => {
    const hostile = 'a <b> & "c" \'d\' ]]> <![CDATA[ \u0000\u0007\u001b[31m \ud800 \uffff \u{1f4ec}\r\n\tend';
    const [failure] = named(render([check('failed', { reason: hostile, title: hostile })]), 'failure');

    const shown = 'a <b> & "c" \'d\' ]]> <![CDATA[ \\u0000\\u0007\\u001b[31m \\ud800 \\uffff \u{1f4ec}\r\n\tend';
    expect(failure?.attributes.message).toBe(shown);
    expect(failure?.text).toContain(shown);
  });

  test('is a document even if nothing ran', () => {
    expect(render([])).toMatchObject({ name: 'testsuites', attributes: { tests: '0' }, children: [] });
  });
});
