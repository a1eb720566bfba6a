#!/bin/bash
# Makes the pictures of the README from real runs: `bash docs/pictures/make.sh`. Needs Docker, and Chromium for the screenshots.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit

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

# A run that fails, one in which all held, what several servers came to, and how two of them differ.
verify --image debian12 --set 'mynetworks=0.0.0.0/0' --out "$runs/failing"
picture failing "$runs/failing/index.html" 900
verify debian11 debian12 debian13 --out "$runs/matrix"
picture held "$runs/matrix/debian12/index.html" 900
picture matrix "$runs/matrix/index.html" 1100
npm run --silent compare -- "$runs"/matrix/debian1{1,3}/result.json --html "$runs/comparison.html" >/dev/null
picture comparison "$runs/comparison.html" 900
