#!/bin/sh
# Makes the 7z and password vectors again, byte for byte different but of the same kind. Needs 7z (p7zip) and zip.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/申报材料"
printf '项目名称：压缩包里的项目\n牵头单位：甲示例证券股份有限公司\n' > "$work/申报材料/01项目申报书.txt"
printf '承诺函\n' > "$work/申报材料/07承诺函.txt"
out=$PWD
cd "$work"
rm -f "$out"/*.7z "$out"/*.zip
7z a -bd "$out/plain.7z" 申报材料 > /dev/null
7z a -bd -m0=PPMd "$out/ppmd.7z" 申报材料 > /dev/null
7z a -bd -m0=BZip2 "$out/bzip2.7z" 申报材料 > /dev/null
7z a -bd -psecret "$out/password.7z" 申报材料 > /dev/null
7z a -bd -psecret -mhe=on "$out/password-names.7z" 申报材料 > /dev/null
7z a -bd -tzip -psecret "$out/password.zip" 申报材料 > /dev/null
head -c 120 "$out/plain.7z" > "$out/truncated.7z"
# Stored, each file a block of its own, one byte of the second changed.
7z a -bd -m0=Copy -ms=off "$out/damaged.7z" 申报材料 > /dev/null
LC_ALL=C sed -i 's/'"$(printf '\346\211\277')"'/'"$(printf '\346\211\276')"'/' "$out/damaged.7z"
