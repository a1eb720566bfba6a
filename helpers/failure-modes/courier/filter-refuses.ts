import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/filter-refuses',
  kind: 'client',
  title: 'Courier or one of its filters refuses a mail, or a filter does not work',
  cause:
    'courierfilter asks programs such as pythonfilter, perlfilter or clamcour for each mail; they refuse, or do not answer: then Courier says that its mail filters are not available. 571 comes of the recipient’s own filter, “Spam refused” of a recipient that is a spamtrap in bofh, and a message of too many parts Courier refuses itself.',
  symptoms: {
    log: [
      {
        pattern:
          /571 Delivery not authorized, message refused|432 (?:Mail filters temporarily unavailable|Out of memory when processing mail filters)|550 (?:Spam refused|Message MIME complexity exceeds)|perlfilter: (?:ERR|eval error)|courierfilter: .*(?:terminated|not found|Unable)|500 Duplicate message rejected|411 Unable to contact filter/,
        specimen:
          'courieresmtpd: error,relay=::ffff:198.51.100.7,from=<x@outside.example>,to=<alice@example.test>: 571 Delivery not authorized, message refused.',
        strength: 'names',
        // courieresmtp is the client: there the next server says it.
        program: /^courier(?!esmtp$)/,
      },
    ],
    facts: [],
    client: '571 Delivery not authorized, message refused.',
  },
  repair: {
    words: 'See what the filter has logged; start it anew.',
    commands: ['courierfilter restart', 'ls -l /etc/courier/filters/active'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/courierfilter.html'],
};
