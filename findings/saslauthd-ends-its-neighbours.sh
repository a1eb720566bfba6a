#!/usr/bin/env bash
# saslauthd 2.1.28 in the foreground (-d): a SIGTERM for it alone ends every process of its group. Expected: itself and the
# workers that it started. A shell script has one group for all that it starts, itself among it: so an entrypoint that starts
# `saslauthd -d &` beside Postfix, and later stops it by its number, ends too, and what it started. In a session of its own
# (setsid, or without -d) it ends itself alone.
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
debian sasl2-bin=2.1.28+dfsg-10+deb12u1 libsasl2-2=2.1.28+dfsg-10+deb12u1 libdb5.3=5.3.28+dfsg2-1 libldap-2.5-0=2.5.13+dfsg-5

cat >script <<'END'
sleep 30 &
echo $! >neighbour
mkdir -p run
$1 saslauthd -d -n 1 -m "$PWD/run" -a sasldb >log 2>&1 &
for _ in {1..200}; do [ -S run/mux ] && break; sleep 0.05; done
kill $!
wait $!
kill "$(cat neighbour)" 2>/dev/null && echo "both are there" || echo "the neighbour has ended"
END

# A script in a group of its own, so that this one stays.
status=0
ended=$(setsid --wait bash script) || status=$?
same 'what the script says after it has stopped saslauthd' '' "$ended"
same 'its status, 143 for SIGTERM' 143 "$status"
! grep -q '^State:.[SR]' "/proc/$(cat neighbour)/status" 2>/dev/null || changed 'the neighbour is there'
seen 'the process beside it has ended'
same 'with setsid before saslauthd' 'both are there' "$(setsid --wait bash script setsid)"
