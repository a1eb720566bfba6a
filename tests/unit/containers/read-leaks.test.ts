import { readLeaks } from '../../../containers/docker/read-leaks';
import { leaksInWords } from '../../../helpers/targets/leaks-in-words';

// iptables -nvxL OUTPUT of Debian 12, as the lab prints it, with the rules of each family behind its number.
const listing = `4
Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
    pkts      bytes target     prot opt in     out     source               destination
     312    24960 ACCEPT     0    --  *      lo      0.0.0.0/0            0.0.0.0/0
       0        0 DROP       1    --  *      *       0.0.0.0/0            0.0.0.0/0            icmptype 8 /* leak:ping */
       3      180 DROP       6    --  *      *       0.0.0.0/0            0.0.0.0/0            tcp dpt:443 /* leak:https */
6
Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
    pkts      bytes target     prot opt in     out     source               destination
       1       53 DROP       17   --  *      *       ::/0                 ::/0                 udp dpt:123 /* leak:ntp */
`;

test('what is counted has its family and its kind; what did not happen is left out', () => {
  expect(readLeaks(listing)).toEqual([
    { family: 4, what: 'https', packets: 3 },
    { family: 6, what: 'ntp', packets: 1 },
  ]);
});

test('a listing without counters is none of a lab', () => {
  expect(readLeaks('4\nChain OUTPUT (policy ACCEPT)\n6\n')).toBeUndefined();
});

test('a lab in which nothing happened has counters, and nothing to tell', () => {
  const leaks = readLeaks(listing.replaceAll(/^ +[13] +\d+ DROP/gm, '  0  0 DROP'));

  expect(leaks).toEqual([]);
  expect(leaksInWords(leaks ?? [])).toBeUndefined();
});

test('the report has the sum, and what it was', () => {
  expect(leaksInWords(readLeaks(listing) ?? [])).toBe(
    '4 packets that were neither mail nor DNS were on the way out of the lab, and dropped: 3 https by IPv4, 1 ntp by IPv6.',
  );
});
