import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/filter-refuses',
  kind: 'client',
  title: 'a filter of Courier refuses a mail, or does not work',
  cause:
    'courierfilter asks programs such as pythonfilter, perlfilter or clamcour for each mail; they refuse, or do not answer: then Courier says that the service is not available.',
  symptoms: {
    log: [
      {
        pattern:
          /571 Delivery not authorized, message refused|432 Service temporarily unavailable|550 (?:Spam refused|Message MIME complexity exceeds)|perlfilter: (?:ERR|eval error)|courierfilter: .*(?:terminated|not found|Unable)|500 Duplicate message rejected|411 Unable to contact filter/,
        specimen:
          'courieresmtpd: error,relay=::ffff:198.51.100.7,from=<x@outside.example>,to=<alice@example.test>: 571 Delivery not authorized, message refused.',
        strength: 'names',
        program: /^courier/,
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
