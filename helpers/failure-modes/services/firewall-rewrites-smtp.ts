import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/firewall-rewrites-smtp',
  kind: 'fault',
  title: 'a firewall in between writes over the words of SMTP, and AUTH and STARTTLS do not get through',
  cause:
    'Some firewalls inspect SMTP (Cisco’s “fixup protocol smtp”, “inspect esmtp”): they put stars into the greeting, write X over keywords and commands ' +
    'that they don’t know, or answer EHLO themselves with 502. Who connects from inside sees the server as it is.',
  symptoms: {
    log: [
      {
        pattern: /\b220[ -][*20 ]*\*\*\*\*\*\*\*\*\*\*\*\*[*20 ]*$/,
        specimen: '220 ************************************',
        strength: 'suggests',
      },
      {
        // A proxy that answers EHLO itself, with the words of RFC 5321 for another reply.
        pattern: /\b250-Requested mail action okay, completed$/,
        specimen: '250-Requested mail action okay, completed',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: '220 of stars, and no AUTH or STARTTLS in the answer to EHLO',
  },
  repair: {
    words: 'Switch the inspection off for this server, or use 587 and 465, which it mostly leaves alone.',
    commands: ['nc mail.example.test 25   # from outside, and from the machine itself'],
  },
  unreproduced: 'It is a machine in between.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#smtp_pix_workarounds',
    'https://github.com/nodemailer/nodemailer/issues/1081',
  ],
};
