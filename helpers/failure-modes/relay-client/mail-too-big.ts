import type { FailureMode } from '../../model/failure-mode';
import { delivery, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/mail-too-big',
  kind: 'client',
  title: 'the next server takes no mails as large as this one',
  cause:
    'The next server says in its answer to EHLO how large a mail may be, and this one is larger; or it says so when the mail has come. base64 makes a mail a third larger than its files.',
  symptoms: {
    log: [
      smtp(
        /status=bounced \(message size \d+ exceeds size limit \d+ of server |(?: said: )(?:552|554|452|523)[ -](?!.*[Hh]eader)(?:[45]\.(?:3\.4|2\.3) |(?!.*(?:[Mm]ailbox|[Qq]uota))).*(?:[Mm]essage (?:size |is too |too )?(?:exceeds|large|big)|[Ss]ize limit|[Mm]aximum message size|too large)/,
        delivery(
          'dsn=5.3.4, status=bounced (message size 41943040 exceeds size limit 36700160 of server smarthost.example.test[192.0.2.30])',
        ),
        'names',
      ),
    ],
    facts: [],
    client: 'A bounce: 5.3.4 message size … exceeds size limit …',
  },
  repair: {
    words:
      'Send less, or a link; set message_size_limit to what the next server takes, so that the sender hears of it at once.',
    commands: ["postconf -e 'message_size_limit = 26214400'", 'systemctl reload postfix'],
  },
  unreproduced: 'It is the limit of another’s server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 1870', 'https://www.postfix.org/postconf.5.html#message_size_limit'],
};
