#!/bin/bash
# Makes the picture of the README from a real run: `bash docs/pictures/make.sh`. Needs Docker, and Chromium for the screenshots.
set -uo pipefail
cd "$(dirname "$0")/../.."

runs=$(mktemp -d)
trap 'rm -rf "$runs"' EXIT
bash containers/setup.sh
bash containers/setup.sh browser

verify() { npm run --silent verify -- --quiet "$@"; }
# picture NAME HTML HEIGHT: the top of a page.
picture() {
  "${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$runs/profile" \
    --window-size="1200,$3" --screenshot="docs/pictures/$1.png" "file://$2" 2>/dev/null
}

# A run that fails is what the picture is of.
verify --image debian12 --set 'mynetworks=0.0.0.0/0' --out "$runs/failing"
picture failing "$runs/failing/index.html" 900
