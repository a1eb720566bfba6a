import type { Zone } from '../../../helpers/model/zone';
import { lookUp } from '../../../helpers/world/zone-lookup';

const zones: readonly Zone[] = [
  {
    suffix: 'example.test',
    kind: 'records',
    records: [
      { name: 'example.test', type: 'MX', data: '10 mail.example.test' },
      { name: 'example.test', type: 'MX', data: '20 elsewhere.test' },
      { name: 'mail.example.test', type: 'A', data: '192.0.2.25' },
      { name: 'mail.example.test', type: 'AAAA', data: '2001:db8::25' },
      { name: 'a.b.example.test', type: 'TXT', data: 'deep' },
    ],
  },
  { suffix: 'gone.example.test', kind: 'nxdomain' },
  { suffix: 'under.void.test', kind: 'nxdomain' },
  { suffix: 'broken.test', kind: 'servfail' },
  { suffix: 'closed.test', kind: 'refused' },
  { suffix: 'mute.test', kind: 'silence' },
  { suffix: 'parked.test', kind: 'everything', address: '203.0.113.1' },
  { suffix: 'dnsbl.test', kind: 'everything', address: '127.0.0.2', text: 'listed' },
  { suffix: 'clean.dnsbl.test', kind: 'records', records: [] },
  {
    suffix: '100.51.198.in-addr.arpa',
    kind: 'records',
    records: [{ name: '7.100.51.198.in-addr.arpa', type: 'PTR', data: 'client.example.test' }],
  },
];

test.each`
  fact                                             | name                           | type     | answer
  ${'a record of the name and type'}               | ${'mail.example.test'}         | ${'A'}   | ${'A 192.0.2.25'}
  ${'every record of the name and type'}           | ${'example.test'}              | ${'MX'}  | ${'MX 10 mail.example.test, MX 20 elsewhere.test'}
  ${'every record of the name for ANY'}            | ${'mail.example.test'}         | ${'ANY'} | ${'A 192.0.2.25, AAAA 2001:db8::25'}
  ${'a PTR record as any other'}                   | ${'7.100.51.198.in-addr.arpa'} | ${'PTR'} | ${'PTR client.example.test'}
  ${'a name whatever its case'}                    | ${'MAIL.Example.TEST'}         | ${'A'}   | ${'A 192.0.2.25'}
  ${'a name with its final dot'}                   | ${'mail.example.test.'}        | ${'A'}   | ${'A 192.0.2.25'}
  ${'a name that has other types'}                 | ${'mail.example.test'}         | ${'MX'}  | ${'nodata'}
  ${'a type that no zone can hold'}                | ${'mail.example.test'}         | ${'SRV'} | ${'nodata'}
  ${'a name that only has names below it'}         | ${'b.example.test'}            | ${'A'}   | ${'nodata'}
  ${'a name that only has zones below it'}         | ${'51.198.in-addr.arpa'}       | ${'PTR'} | ${'nodata'}
  ${'the root'}                                    | ${'.'}                         | ${'A'}   | ${'nodata'}
  ${'an unknown name of a zone'}                   | ${'who.example.test'}          | ${'A'}   | ${'nxdomain'}
  ${'an unknown name that ends as a known one'}    | ${'webmail.example.test'}      | ${'A'}   | ${'nxdomain'}
  ${'a name of no zone'}                           | ${'example.org'}               | ${'A'}   | ${'nxdomain'}
  ${'a name that ends as a suffix within a label'} | ${'notparked.test'}            | ${'A'}   | ${'nxdomain'}
  ${'a denied name'}                               | ${'gone.example.test'}         | ${'A'}   | ${'nxdomain'}
  ${'a name below a denied one'}                   | ${'x.gone.example.test'}       | ${'A'}   | ${'nxdomain'}
  ${'a name that only has a denied one below it'}  | ${'void.test'}                 | ${'A'}   | ${'nxdomain'}
  ${'a zone that fails'}                           | ${'x.broken.test'}             | ${'A'}   | ${'servfail'}
  ${'a zone that refuses'}                         | ${'closed.test'}               | ${'MX'}  | ${'refused'}
  ${'a zone that is silent'}                       | ${'mute.test'}                 | ${'A'}   | ${'silence'}
  ${'every name of a parked domain'}               | ${'any.thing.parked.test'}     | ${'A'}   | ${'A 203.0.113.1'}
  ${'the parked domain itself'}                    | ${'parked.test'}               | ${'A'}   | ${'A 203.0.113.1'}
  ${'another type of a parked domain'}             | ${'parked.test'}               | ${'MX'}  | ${'nodata'}
  ${'the text of a parked domain without one'}     | ${'parked.test'}               | ${'TXT'} | ${'nodata'}
  ${'the text of a list that lists all'}           | ${'9.2.0.192.dnsbl.test'}      | ${'TXT'} | ${'TXT listed'}
  ${'a longer suffix before a shorter one'}        | ${'9.clean.dnsbl.test'}        | ${'A'}   | ${'nxdomain'}
`('$type $name gives $answer: $fact', ({ name, type, answer }) => {
  const found = lookUp(zones, { name, type });

  const inWords =
    found.kind === 'records' ? found.records.map((record) => `${record.type} ${record.data}`).join(', ') : found.kind;
  expect(inWords).toBe(answer);
});

test('the root zone answers for every name that no other zone holds', () => {
  const withRoot: readonly Zone[] = [...zones, { suffix: '', kind: 'servfail' }];

  expect(lookUp(withRoot, { name: 'example.org', type: 'A' })).toEqual({ kind: 'servfail' });
  expect(lookUp(withRoot, { name: 'mail.example.test', type: 'A' })).toMatchObject({ kind: 'records' });
});

test('suffixes and names of zones are written in any case and with or without the final dot', () => {
  const spelt: readonly Zone[] = [
    {
      suffix: 'Example.TEST.',
      kind: 'records',
      records: [{ name: 'Mail.Example.TEST.', type: 'A', data: '192.0.2.1' }],
    },
  ];

  expect(lookUp(spelt, { name: 'mail.example.test', type: 'A' })).toMatchObject({ kind: 'records' });
});

test('an MX answer brings the addresses of the mail exchangers that the zones know', () => {
  expect(lookUp(zones, { name: 'example.test', type: 'MX' })).toMatchObject({
    additionals: [{ name: 'mail.example.test', type: 'A', data: '192.0.2.25' }],
  });
});
