import { readListeners } from '../../../containers/docker/read-listeners';

// Debian 12, Postfix on 25 of every address, a milter on 127.0.0.1:8891 and [::1]:8891, and one connection to port 25.
const tables = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000:0019 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 11 1 0 100 0 0 10 0
   1: 0100007F:22BB 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 12 1 0 100 0 0 10 0
   2: 020011AC:0019 010011AC:D431 01 00000000:00000000 00:00000000 00000000     0        0 13 1 0 20 4 30 10 -1
  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when
   0: 00000000000000000000000000000000:0019 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000
   1: 00000000000000000000000001000000:22BB 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000
`;

test('listeners are told by port, family, and whether the machine alone reaches them', () => {
  expect(readListeners(tables)).toEqual([
    { port: 25, family: 4, loopback: false },
    { port: 8891, family: 4, loopback: true },
    { port: 25, family: 6, loopback: false },
    { port: 8891, family: 6, loopback: true },
  ]);
});
