#!/usr/bin/env bash
# Jest 30.5.2, --config with the path of a configuration, started in a folder that has none: it ends before the first test, with "Could not
# find a config file", unless that configuration has `projects`. Expected: --config is "the path to a Jest config file" (CLI), so that none
# is looked for, wherever Jest is started. A program that brings a configuration of its own and starts Jest where its user is works in every
# npm project, whose package.json Jest finds, and fails in an empty folder.
. "$(dirname "${BASH_SOURCE[0]}")/lib/packages.bash"
npm_packages jest@30.5.2

mkdir -p kept
jest=$PWD/node_modules/.bin/jest
# Below the folder with package.json Jest would find that one.
empty=$(mktemp -d)
trap 'rm -rf "$folder" "$empty"' EXIT
echo 'test("one", () => {});' >kept/one.test.js
echo "module.exports = { rootDir: '$PWD/kept' };" >kept/plain.config.js
echo "module.exports = { projects: [{ rootDir: '$PWD/kept' }] };" >kept/listed.config.js

# ran FOLDER CONFIG: how many tests passed, or what Jest says first.
ran() { (cd "$1" && "$jest" --config="$2" 2>&1 | grep -oE '^Tests: +1 passed|Could not find a config file' | tr -s ' ' | head -n 1); }
same 'beside the configuration' 'Tests: 1 passed' "$(ran kept "$PWD/kept/plain.config.js")"
same 'in an empty folder' 'Could not find a config file' "$(ran "$empty" "$PWD/kept/plain.config.js")"
same 'in an empty folder, where it has projects' 'Tests: 1 passed' "$(ran "$empty" "$PWD/kept/listed.config.js")"
