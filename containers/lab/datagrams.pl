#!/usr/bin/perl
# datagrams.pl PORT: takes datagrams on that port of the lab's loopback to the tunnel, which carries streams only, and brings the
# answers back. Each is a frame on standard output and input: its length (2 octets), the client's address and port (4 and 2),
# the datagram. The first frame is an empty one and says that the port is open.
use strict;
use warnings;
use IO::Select;
use IO::Socket::INET;

my $port = shift;
my $socket = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => $port, Proto => 'udp') or die "port $port: $@\n";
binmode $_ for *STDIN, *STDOUT;
$| = 1;
my $answers = '';
my $select = IO::Select->new($socket, \*STDIN);
print pack('n a6', 0, '');
for (;;) {
  for my $ready ($select->can_read) {
    if ($ready == $socket) {
      my $client = $socket->recv(my $datagram, 65_535) or next;
      my ($from, $address) = sockaddr_in($client);
      print pack('n a4 n a*', length $datagram, $address, $from, $datagram);
      next;
    }
    # The end of the tunnel.
    sysread(STDIN, $answers, 65_536, length $answers) or exit;
    while (length $answers >= 8) {
      my ($length, $address, $to) = unpack 'n a4 n', $answers;
      last if length $answers < 8 + $length;
      $socket->send(substr($answers, 8, $length), 0, pack_sockaddr_in($to, $address));
      $answers = substr $answers, 8 + $length;
    }
  }
}
