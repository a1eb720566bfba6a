#!/bin/bash
# Makes the pictures of the README from real runs: `bash docs/pictures/make.sh`. Needs Docker, and Chromium for the screenshots.
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

verify --image debian12 --out "$runs/good"
# A run that fails is what the next picture is of.
verify --image debian12 --set 'mynetworks=0.0.0.0/0' --out "$runs/failing"
verify --matrix --out "$runs/matrix"
npm run --silent compare -- "$runs/matrix/debian11/result.json" "$runs/matrix/debian13/result.json" --html "$runs/comparison.html"

picture good "$runs/good/index.html" 900
picture failing "$runs/failing/index.html" 900
picture matrix "$runs/matrix/index.html" 900
picture comparison "$runs/comparison.html" 900
