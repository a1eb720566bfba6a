import { addressIn, isAmong, lastHostIn } from '../../../helpers/model/networks';
import { addressClients } from '../../../helpers/targets/address-clients';
import { labZones } from '../../../helpers/targets/zones';
import { lookUp } from '../../../helpers/world/zone-lookup';

test.each([
  ['172.17.0.1', ['172.16.0.0/12'], true],
  ['172.32.0.1', ['172.16.0.0/12'], false],
  ['192.0.2.10', ['192.0.2.10'], true],
  ['192.0.2.11', ['192.0.2.10'], false],
  ['fd98::7', ['10.0.0.0/8', 'fc00::/7'], true],
  ['2001:db8::7', ['fc00::/7', '0.0.0.0/0'], false],
  ['10.1.2.3', [], false],
])('that %s is among %j is %s', (address, named, expected) => {
  expect(isAmong(address, named)).toBe(expected);
});

test.each(['192.0.2.10', '172.16.0.0/12', '192.0.2.8/30', '198.51.100.7/32', 'fd00:1::/64', '2001:db8::7'])(
  'the client that is played for %s is in it',
  (named) => {
    expect(isAmong(addressIn(named), [named])).toBe(true);
  },
);

test('the last host of a network is not its broadcast address', () => {
  expect(lastHostIn('172.17.0.0/16')).toBe('172.17.255.254');
  expect(lastHostIn('192.168.5.0/24')).toBe('192.168.5.254');
});

test.each(['172.17.0.0/16', '172.16.0.0/12', '10.0.0.0/8', '192.168.198.0/24', '172.30.0.0/16'])(
  'on a network %s each client has an address of its own',
  (subnet) => {
    const clients = addressClients({ subnet, gateway: lastHostIn(subnet).replace(/\d+$/, '1') });

    expect(new Set(clients.map(({ address }) => address)).size).toBe(10);
  },
);

test('the name of each client points back to its address, or a server would refuse it for its name', () => {
  const clients = addressClients({ subnet: '172.17.0.0/16', gateway: '172.17.0.1' });
  const zones = labZones('mail.example.test', ['example.test'], clients);

  for (const { hostname = '', address } of clients) {
    const type = address.includes(':') ? 'AAAA' : 'A';
    expect(lookUp(zones, { name: hostname, type })).toMatchObject({ kind: 'records', records: [{ data: address }] });
  }
});

test('each domain of a server has a mail exchanger, and its host an address, wherever its name is', () => {
  const zones = labZones('mx.hosting.example', ['example.test', 'example.net'], []);

  for (const name of ['example.test', 'example.net']) {
    expect(lookUp(zones, { name, type: 'MX' })).toMatchObject({ records: [{ data: '10 mx.hosting.example' }] });
  }
  expect(lookUp(zones, { name: 'mx.hosting.example', type: 'A' }).kind).toBe('records');
});
