# shellcheck shell=bash
# How a Docker engine is installed by hand: one row a family of distributions, by the ID and ID_LIKE of os-release(5).

# engine_by_hand: the commands of root, on the distribution of this machine.
engine_by_hand() {
  local id
  for id in $(os_release ID) $(os_release ID_LIKE); do
    case $id in
      debian | ubuntu) echo 'apt-get update && apt-get install -y docker.io iptables' ;;
      fedora) echo 'dnf install -y moby-engine && systemctl enable --now docker' ;;
      rhel | centos) echo "$docker_of_docker && dnf install -y docker-ce && systemctl enable --now docker" ;;
      opensuse* | suse | sles) echo 'zypper install -y docker && systemctl enable --now docker' ;;
      arch) echo 'pacman -Sy --needed docker && systemctl enable --now docker' ;;
      alpine) echo 'apk add docker && rc-update add docker && service docker start' ;;
      *) continue ;;
    esac
    return
  done
  echo 'see https://docs.docker.com/engine/install/'
}

# Red Hat's own packages have Podman alone.
docker_of_docker='dnf install -y dnf-plugins-core && dnf config-manager --add-repo https://download.docker.com/linux/centos/docker-ce.repo'

# group_by_hand USER: how somebody comes to be allowed to use it.
group_by_hand() {
  case " $(os_release ID) " in
    ' alpine ') echo "addgroup $1 docker" ;;
    *) echo "usermod -aG docker $1" ;;
  esac
}

# os_release NAME: the value of that line, without its quotes.
os_release() {
  local file=${OS_RELEASE-/etc/os-release} line
  [ -r "$file" ] || return 0
  while read -r line; do
    [[ $line = "$1="* ]] || continue
    line=${line#*=}
    printf '%s' "${line//[\"\']/}"
  done <"$file"
}
