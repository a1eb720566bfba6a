#!/bin/sh
# The lab's end of the tunnel: an SSH server for the one client on the other side of this process's input and output. It listens
# nowhere, and root's password, which is empty, will do.
exec /usr/sbin/sshd -i -f /dev/null -o HostKey=/etc/ssh/lab_host_key -o PermitRootLogin=yes -o PermitEmptyPasswords=yes \
  -o GatewayPorts=clientspecified -o LogLevel=ERROR
