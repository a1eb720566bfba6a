# What postconf learned with 2.11 and reproductions use, for a Postfix before that: to edit master.cf. Put before a script, in bash.
postconf() {
  local option=$1 setting
  case $option in
  -P | -PX | -F | -MX) shift ;;
  *)
    command postconf "$@"
    return
    ;;
  esac
  for setting; do
    # A line that begins with a blank goes on with the one before it.
    awk -v option="$option" -v setting="$setting" '
      function edited(line,    words) {
        split(line, words)
        if (line ~ /^#/ || (service != "*" && words[1] != service) || (type != "*" && words[2] != type)) return line
        if (option == "-MX") return ""
        if (option == "-F") {
          $0 = line
          $(column[name]) = value
          return $0
        }
        gsub("[ \t]+-o[ \t]+" name "=[^ \t]*", "", line)
        return option == "-P" ? line " -o " name "=" value : line
      }
      function flush() {
        if (NR > 1 && (held == "" || edited(held) != "")) print edited(held)
      }
      BEGIN {
        column["private"] = 3; column["unprivileged"] = 4; column["chroot"] = 5; column["wakeup"] = 6
        column["process_limit"] = 7; column["command"] = 8
        split(setting, parts, "/")
        service = parts[1]; type = parts[2]
        rest = substr(setting, length(service) + length(type) + 3)
        name = rest; sub(/=.*/, "", name)
        value = index(rest, "=") ? substr(rest, index(rest, "=") + 1) : ""
        gsub(/,[ \t]+/, ",", value)
      }
      { line = $0 }
      line ~ /^[ \t]+[^ \t#]/ { sub(/^[ \t]+/, " ", line); held = held line; next }
      { flush(); held = line }
      END { NR++; flush() }
    ' "$(command postconf -h config_directory)/master.cf" >/tmp/master.cf.new
    cat /tmp/master.cf.new >"$(command postconf -h config_directory)/master.cf"
    rm /tmp/master.cf.new
  done
}
