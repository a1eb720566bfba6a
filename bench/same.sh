#!/usr/bin/env bash
# Asks one image twice as a whole and once in two shards, and shows that all three come to the same baseline, byte for byte, and that
# the merge of the shards is the run in one piece: `npm run bench:same -- debian12`. Needs Docker; takes some minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

image=${1:-debian12}
runs=$(mktemp -d)
trap 'rm -rf "$runs"' EXIT

harness() { node -r ./.ci/typescript.js helpers/cli/main.ts "$@"; }
# What fails, fails each time.
verify() { harness verify --image "$image" --quiet "$@" || [ $? -eq 1 ]; }
same() { cmp "$runs/$1" "$runs/$2" && echo "the same: $3"; }

bash containers/setup.sh
for run in first second; do verify --out "$runs/$run" --write-baseline "$runs/$run.json"; done
for part in 1 2; do verify --out "$runs/$part" --shard "$part/2"; done
harness merge --out "$runs/merged" "$runs"/[12]/result.json >"$runs/merge.txt" || [ $? -eq 1 ]

same first.json second.json 'the baselines of two runs'
harness compare "$runs/first/result.json" "$runs/merged/result.json" --all | tee "$runs/compared.txt"
grep -qx 'No difference\.' "$runs/compared.txt"
# All but times, and the evidence, which has tokens and ids: of that the comparison above says what is different.
for run in first merged; do
  node -e '
    const { startedAt, durationMs, ...result } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    delete result.target.startMs;
    // With addresses of containers; the comparison knows them.
    delete result.target.dnsQuestions;
    for (const check of result.checks) for (const key of ["startedAt", "durationMs", "evidence"]) delete check[key];
    console.log(JSON.stringify(result, undefined, 1));
  ' "$runs/$run/result.json" >"$runs/$run.txt"
done
same first.txt merged.txt 'the run in one piece and the merge of its shards'
