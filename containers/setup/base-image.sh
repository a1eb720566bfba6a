# shellcheck shell=bash
# The base images smtp-auth-harness/base:SUITE: a local image, else a pulled one, else one built from packages.

base_name() {
  printf 'smtp-auth-harness/base:%s' "$1"
}

images_here() {
  bounded 30 docker image inspect "$@" >/dev/null 2>&1
}

base_image() {
  local suite=$1 name pinned
  name=$(base_name "$suite")
  if images_here "$name"; then return; fi
  describe_base "$suite"
  pinned=$BASE_IMAGE${BASE_DIGEST:+@$BASE_DIGEST}
  # One that was loaded from a file has its name, and no digest.
  if images_here "$BASE_IMAGE"; then
    docker tag "$BASE_IMAGE" "$name"
  elif pull "$pinned"; then
    docker tag "$pinned" "$name"
  elif [ "$MADE_OF" = debian ]; then
    build_base_image "$suite" "$name"
  else
    no_such_image "$BASE_IMAGE"
  fi
}

# The registry's first answer must come soon; a pull that has begun may take its time.
pull() {
  local silence_limit=20
  say "pulling $1"
  run docker pull "$1" && return
  say "  it can't be pulled: $(last_line 300)"
  return 1
}

no_such_image() {
  fail 3 "$1 is not here and can't be pulled, and no Debian mirror has what it is made of" \
    "docker pull $1, then docker save $1 -o base.tar, on a connected machine; docker load -i base.tar here"
}

build_base_image() {
  local suite=$1 name=$2
  if ! have apt-get || ! { is_root || may_unshare; }; then
    fail 1 "$name can only be built by root, or by who has mmdebstrap and subordinate ids (uidmap), on a system with apt" \
      "sudo $(the_same_engine)bash $here/setup.sh base $suite, or: docker pull $BASE_IMAGE"
  fi
  have mmdebstrap || apt_install mmdebstrap
  find_keyring || { apt_install debian-archive-keyring && find_keyring; }
  find_mirror
  undo=discard_image
  say "building $name from $mirror (mmdebstrap), about a minute"
  until run bootstrap "$suite"; do
    discard_image
    if keys_are_missing && newer_keyring; then continue; fi
    fail_with_log 1 "$name could not be built from $mirror (DEBIAN_MIRROR=… names another)" "$(build_by_hand "$suite")"
  done
  run try_image "$(unnamed_image)" ||
    fail_with_log 1 "$name was built, but its apt does not work in a container" "$(build_by_hand "$suite")"
  docker tag "$(unnamed_image)" "$name"
  undo=''
}

# Root has another context, and no DOCKER_HOST.
the_same_engine() {
  local host
  host=${DOCKER_HOST-$(docker context inspect --format '{{.Endpoints.docker.Host}}' 2>/dev/null || true)}
  case $host in
    '' | unix:///var/run/docker.sock) ;;
    *) printf 'DOCKER_HOST=%s ' "$host" ;;
  esac
}

# Whether mmdebstrap is here and may do without root: in a user namespace, with the subordinate ids of this user.
may_unshare() {
  have mmdebstrap && have newuidmap && find_keyring && grep -q "^$(id -un):" /etc/subuid 2>/dev/null
}

build_by_hand() {
  echo "mmdebstrap --variant=minbase $1 - $mirror | docker import - base-try && docker run --rm base-try apt-get update"
}

# minbase is what debian:SUITE-slim is made of. ca-certificates serves https only, and its hooks, an openssl for every
# certificate, take as long as half of the rest. path-exclude here would double the time (mmdebstrap filters each package
# in Perl): the documentation goes at the end. Mounts have a namespace of their own, which ends with the job, however.
bootstrap() {
  local suite=$1 setting mode options=() wrapper=()
  # Bookworm otherwise gets usrmerge, and with it a whole Perl, to do later what this hook does at the start.
  local usr_is_merged=/usr/share/mmdebstrap/hooks/merged-usr
  while read -r setting; do options+=("--aptopt=$setting"); done < <(apt_settings)
  if [ "$suite" = bookworm ] && [ -e "$usr_is_merged/essential00.sh" ]; then options+=("--hook-dir=$usr_is_merged"); fi
  case $mirror in https:*) options+=(--include=ca-certificates) ;; esac
  if is_root; then
    mode=root
    if unshare --mount true 2>/dev/null; then wrapper=(unshare --mount); fi
  else
    mode=unshare
    # The namespace's users go through it.
    chmod 755 "$scratch"
  fi
  TMPDIR=$scratch "${wrapper[@]}" mmdebstrap --verbose "--mode=$mode" --variant=minbase --dpkgopt=force-unsafe-io \
    --aptopt='Acquire::Languages "none"' "${options[@]}" \
    --customize-hook="sh '$here/setup/make-slim.sh' \"\$1\" $suite $mirror" \
    "$suite" - "deb [signed-by=$keyring] $mirror $suite main" |
    docker import --change 'CMD ["bash"]' - >"$scratch/image"
}

# What this machine's apt must heed for its mirror (a proxy, a frozen copy's dates) holds for containers as well.
apt_settings() {
  apt-config dump | grep -E '^Acquire::(https?::Proxy|Check-Valid-Until|Check-Date) "' || true
}

unnamed_image() {
  cat "$scratch/image"
}

# Without indexes this asks just what can be wrong: the way to the mirror, the keys, the dates.
try_image() {
  docker run --rm "$1" apt-get update --error-on=any -o Acquire::IndexTargets::deb::Packages::DefaultEnabled=false
}

# An image has no name until it is known to be good.
discard_image() {
  if [ -s "$scratch/image" ]; then docker rmi "$(unnamed_image)" >/dev/null 2>&1 || true; fi
}

# The mirror of this machine's own Debian, as apt itself understands its sources: other repositories have another origin.
find_mirror() {
  mirror=${DEBIAN_MIRROR-}
  [ -n "$mirror" ] || mirror=$(mirror_of_apt)
  [ -n "$mirror" ] || { run apt-get update && mirror=$(mirror_of_apt); } || true
  [ -n "$mirror" ] || fail 1 "apt here has no Debian mirror among its sources" "DEBIAN_MIRROR=<a mirror's URL> $0 base <suite>"
  mirror=${mirror%/}
}

mirror_of_apt() {
  # shellcheck disable=SC2016 # the words are apt's
  apt-get indextargets --format '$(ORIGIN)/$(LABEL)/$(COMPONENT) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    sed -n 's,^Debian/Debian/main \(http.*\),\1,p' | head -n 1 || true
}

find_keyring() {
  for keyring in /usr/share/keyrings/debian-archive-keyring.{pgp,gpg}; do
    if [ -e "$keyring" ]; then return; fi
  done
  return 1
}

keys_are_missing() {
  grep -qE 'NO_PUBKEY|Missing key|is not signed' "$log"
}

# An old machine doesn't know the keys of a new Debian, but an older Debian, whose keys it knows, has them as a package:
# trust is handed on, and apt refuses what it can't verify.
newer_keyring() {
  local apt=$scratch/apt suite options=()
  say "  this machine's archive keys are too old for it; looking for newer ones in the Debians that they vouch for"
  mkdir -p "$apt"/{lists,archives}/partial
  for suite in $(known_bases debian); do
    echo "deb [signed-by=$keyring] $mirror $suite main"
  done >"$apt/sources.list"
  options=(-o Dir::Etc::SourceList="$apt/sources.list" -o Dir::Etc::SourceParts=/dev/null -o Dir::Cache="$apt"
    -o Dir::Etc::PreferencesParts=/dev/null -o Dir::Etc::Preferences=/dev/null -o Dir::State::Lists="$apt/lists"
    -o Dir::State::Status=/dev/null -o APT::Default-Release= -o APT::Sandbox::User=root)
  run apt-get "${options[@]}" update || true
  rm -rf "$apt"/*.deb "$apt/root"
  (cd "$apt" && apt-get "${options[@]}" download debian-archive-keyring && dpkg-deb -x ./*.deb root) >"$apt/log" 2>&1 || return
  cmp -s "$keyring" "$apt"/root/usr/share/keyrings/debian-archive-keyring.gpg && return 1
  cp "$apt"/root/usr/share/keyrings/debian-archive-keyring.gpg "$scratch/keyring.gpg"
  keyring=$scratch/keyring.gpg
}
