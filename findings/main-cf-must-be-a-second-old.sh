#!/usr/bin/env bash
# Postfix 3.7.11: a program that reads a main.cf which was changed within the last second sleeps and reads it again, until the
# file is older. Expected: reading a file of two lines takes no time. So a script of twenty `postconf -e`, or a container that
# writes main.cf and starts Postfix, waits for one to two seconds each time; it is quick when the file's time is set back.
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
debian postfix=3.7.11-0+deb12u1 libicu72=72.1-3+deb12u1 libdb5.3=5.3.28+dfsg2-1

mkdir etc
touch etc/master.cf
printf 'compatibility_level = 3.6\nmyhostname = mail.example.test\n' >etc/main.cf

# Prints how many milliseconds postconf takes, and leaves those of the processor in $processor.
milliseconds() {
  local start=${EPOCHREALTIME/./}
  [ "$(postconf -c etc -h myhostname)" = mail.example.test ] || changed 'postconf prints another name'
  echo $(((${EPOCHREALTIME/./} - start) / 1000))
}

touch etc/main.cf
fresh=$(milliseconds)
touch -d '1 minute ago' etc/main.cf
old=$(milliseconds)
seen "postconf $(postconf -c etc -dh mail_version): $fresh ms on a main.cf just written, $old ms on one of a minute ago"
[ "$fresh" -gt 900 ] || changed 'a fresh main.cf is read at once'
[ "$fresh" -gt $((old * 3)) ] || changed 'an old main.cf takes as long'
