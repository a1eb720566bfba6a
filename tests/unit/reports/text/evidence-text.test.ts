import { evidenceText } from '../../../../reports/text/evidence-text';
import { fullEvidence, noEvidence, transcript } from '../samples';

describe('evidence as text', () => {
  test('has the dialogue, the log, what was relayed, what the DNS was asked, and notes', () => {
    const sections = evidenceText(fullEvidence).split('\n\n');

    expect(sections.map((section) => section.split('\n')[0])).toEqual([
      transcript.title,
      'Log of the target',
      'Relayed by the target',
      'Asked of the DNS',
      'Notes',
    ]);
    expect(sections.slice(1).map((section) => section.split('\n')[1]?.trim())).toEqual([
      'Aug 21 10:00:00 mail postfix/smtpd[71]: connect from nameless[198.51.100.7]',
      '2026-08-21T10:00:13.000Z to port 25: <probe@example.test> → <victim@foreign.example>, Subject: probe 1',
      '2026-08-21T10:00:12.000Z MX foreign.example → NXDOMAIN',
      'smtpd_relay_restrictions = permit',
    ]);
  });

  test('is empty if nothing was seen', () => {
    expect(evidenceText(noEvidence)).toBe('');
  });

  test('keeps a note of several lines together', () => {
    const notes = ['postconf says\nmynetworks = 0.0.0.0/0'];

    expect(evidenceText({ ...noEvidence, notes })).toBe('Notes\n    postconf says\n    mynetworks = 0.0.0.0/0');
  });
});
