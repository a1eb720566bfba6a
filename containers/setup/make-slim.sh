#!/bin/sh
# make-slim.sh ROOT SUITE MIRROR: makes of a bootstrapped Debian what debian:SUITE-slim is. No documentation, nor any of
# what is installed later; sources that hold for the container, whatever keys and files this machine used.
set -eu
root=$1 suite=$2 mirror=$3

for place in doc info locale man; do
  find "$root/usr/share/$place" ! -type d ! -name copyright ! -name locale.alias -delete
  echo "path-exclude /usr/share/$place/*"
done >"$root/etc/dpkg/dpkg.cfg.d/slim"
echo 'path-include /usr/share/doc/*/copyright' >>"$root/etc/dpkg/dpkg.cfg.d/slim"

echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$root/etc/apt/sources.list"
