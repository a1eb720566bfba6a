#!/bin/bash
# Starts the LDAP server, and then what every reference server starts.
set -euo pipefail

store start
exec /usr/local/sbin/entry.sh
