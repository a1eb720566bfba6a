#!/usr/bin/env bash
# Makes ready what the harness needs and a fresh machine lacks. Does only what is missing, and says what it does.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
project=${here%/*}
. "$here/setup/running.sh"
. "$here/setup/distributions.sh"
. "$here/setup/engine.sh"
. "$here/setup/descriptions.sh"
. "$here/setup/base-image.sh"

usage() {
  cat <<END
Usage: setup.sh                  node modules, a Docker engine, the base image of bookworm
       setup.sh node-modules     node modules alone
       setup.sh engine           a Docker engine alone
       setup.sh base SUITE...    a Docker engine and the base images smtp-auth-harness/base:SUITE
       setup.sh browser          Chromium, for the tests of the report (root, apt; else it says what to do)
       setup.sh gsasl            GNU SASL, for the tests of mechanisms (the same)
       setup.sh versions         the names of the servers that test:versions asks besides debian12
       setup.sh --help

SUITE: $(known_bases | tr '\n' ' ')
A Docker engine that answers is used as it is (DOCKER_HOST and contexts are heeded). If none does, root gets an
installed one started or, with apt, Debian's docker.io installed. A base image is taken from the local image of that
name, else pulled, else (Debian's alone; root, apt) built from this machine's package mirror, or from that of DEBIAN_MIRROR.

Exit code: 0 all is there, 1 it could not be done, 2 wrong usage, 3 cannot be had here.
END
}

main() {
  case ${1-} in
    -h | --help)
      usage
      ;;
    base)
      shift
      [ $# -gt 0 ] || wrong_usage 'base: which one?'
      known_suites "$@"
      base_images "$@"
      ;;
    browser)
      browser
      ;;
    gsasl)
      gnu_sasl
      ;;
    versions)
      other_versions
      ;;
    node-modules)
      node_modules
      ;;
    engine)
      engine_answers || { one_at_a_time && docker_engine; }
      ;;
    '')
      node_modules
      base_images bookworm
      ;;
    *)
      wrong_usage "unknown word: $1"
      ;;
  esac
}

# The tests skip what needs a browser, or GNU SASL, where there is none, except in CI.
browser() {
  if have chromium || [ -n "${CHROMIUM-}" ]; then return; fi
  is_root && have apt-get || fail 3 'there is no Chromium, which the tests of the report need' \
    'apt-get install chromium, as root; or CHROMIUM=<its path>'
  one_at_a_time
  apt_install chromium
}

gnu_sasl() {
  if have gsasl; then return; fi
  is_root && have apt-get || fail 3 'there is no gsasl, against which the mechanisms are tested' 'apt-get install gsasl, as root'
  one_at_a_time
  apt_install gsasl
}

known_suites() {
  local suite
  for suite; do
    describe_base "$suite" || wrong_usage "no such base image: $suite"
  done
}

wrong_usage() {
  say "$1"
  usage >&2
  exit 2
}

# An image that is there proves an engine that answers: one question, and nothing more to do.
base_images() {
  local suite names=()
  for suite; do names+=("$(base_name "$suite")"); done
  if images_here "${names[@]}"; then return; fi
  one_at_a_time
  docker_engine
  for suite; do base_image "$suite"; done
}

node_modules() {
  # As a package that npm installed there is no lockfile, and the modules are npm's care.
  [ -e "$project/package-lock.json" ] || return 0
  node_20
  modules_are_those_of_the_lockfile && return
  one_at_a_time
  modules_are_those_of_the_lockfile && return
  say 'installing node modules (npm ci), about a minute'
  run npm_ci || fail_with_log 1 "npm ci failed in $project" "cd $project && npm ci"
  remember_lockfile
}

node_20() {
  local version
  version=$(node --version 2>/dev/null) || fail 1 'there is no node (20 or later is needed)' 'see https://nodejs.org'
  version=${version#v}
  [ "${version%%.*}" -ge 20 ] || fail 1 "node is $version, and 20 or later is needed" 'see https://nodejs.org'
}

npm_ci() {
  # First what says that the modules are whole: npm may be stopped halfway.
  rm -f "$project/node_modules/.package-lock.json" "$(remembered_lockfile)"
  # With no terminal npm says nothing until the end, except what it fetches.
  cd "$project" && npm ci --include=dev --no-audit --no-fund --loglevel=http
}

# A copy of the lockfile lies beside the modules that it led to. Where npm was run by hand, npm's own list tells.
modules_are_those_of_the_lockfile() {
  cmp -s "$project/package-lock.json" "$(remembered_lockfile)" && return
  installed_as_locked && remember_lockfile
}

remember_lockfile() {
  cp "$project/package-lock.json" "$(remembered_lockfile)"
}

remembered_lockfile() {
  printf '%s' "$project/node_modules/.smtp-auth-harness-lock.json"
}

# What is optional may be for other machines.
installed_as_locked() {
  node - "$project" <<'END' 2>/dev/null
    const packages = (file) => JSON.parse(require('fs').readFileSync(`${process.argv[2]}/${file}`)).packages;
    const { '': project, ...wanted } = packages('package-lock.json');
    const installed = packages('node_modules/.package-lock.json');
    const asWanted = ([place, { version, integrity, optional }]) =>
      place in installed
        ? installed[place].version === version && installed[place].integrity === integrity
        : optional;
    const known = (place) => place in wanted;
    process.exit(Object.entries(wanted).every(asWanted) && Object.keys(installed).every(known) ? 0 : 1);
END
}

main "$@"
