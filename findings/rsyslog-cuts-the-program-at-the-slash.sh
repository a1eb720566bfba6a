#!/usr/bin/env bash
# rsyslogd 8.2302 and the logs of Postfix: it takes the name of the program to end at the first slash, in the format of RFC 5424
# too, whose APP-NAME may have one (section 6.2.5: any printable character). Expected: RFC 5424 keeps what the older format has.
# So a log host that is sent RSYSLOG_SyslogProtocol23Format gets "postfix" from smtpd, smtp, cleanup and all, for good: which
# of them has spoken is lost, and with it whether "SASL authentication failed" is of a client that logs in here or of a login there.
# What keeps it: the older format, or global(parser.permitSlashInProgramName="on").
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
debian rsyslog=8.2302.0-1+deb12u2 libfastjson4=1.2304.0-1 libestr0=0.1.11-1 bsdutils=1:2.38.1-5+deb12u3

# logged SETTINGS: a line of smtpd in the older format, then in that of RFC 5424, from the program's name on.
logged() {
  rm -f log.sock lines
  cat >conf <<END
global(workDirectory="$folder" $1)
module(load="imuxsock" SysSock.Use="off")
input(type="imuxsock" Socket="$folder/log.sock")
*.* action(type="omfile" file="$folder/lines" template="RSYSLOG_FileFormat")
*.* action(type="omfile" file="$folder/lines" template="RSYSLOG_SyslogProtocol23Format")
END
  rsyslogd -n -f "$folder/conf" -i "$folder/pid" -M "$(dirname "$(find "$folder/root" -name imuxsock.so)")" &
  until_there log.sock
  logger -u log.sock -p mail.info -t 'postfix/smtpd[123]' 'connect from unknown[192.0.2.1]'
  until_there lines
  kill $! && wait $! || true
  grep connect lines | sed 's/.*\(postfix\S*\)\( 123\|:\) .*/\1/'
}

same 'as it comes: the older format, RFC 5424' 'postfix/smtpd[123] postfix' "$(logged '' | xargs)"
same 'with permitSlashInProgramName' 'postfix/smtpd[123] postfix/smtpd' "$(logged 'parser.permitSlashInProgramName="on"' | xargs)"
