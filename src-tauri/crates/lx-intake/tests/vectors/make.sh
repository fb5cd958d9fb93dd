#!/bin/sh
# Makes the 7z and password vectors and the ruled forms again, byte for byte different but of the same kind. Needs 7z (p7zip)
# and zip; the documents need LibreOffice and the Python packages msoffcrypto-tool and reportlab, the recognised scan poppler
# and tesseract with its simplified Chinese.
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
head -c 25165824 /dev/zero > "$work/0.bin"
7z a -bd "$out/zeros.7z" "$work/0.bin" > /dev/null
head -c 120 "$out/plain.7z" > "$out/truncated.7z"
# Stored, each file a block of its own, one byte of the second changed.
7z a -bd -m0=Copy -ms=off "$out/damaged.7z" 申报材料 > /dev/null
LC_ALL=C sed -i 's/'"$(printf '\346\211\277')"'/'"$(printf '\346\211\276')"'/' "$out/damaged.7z"

# Documents behind passwords, and a form that a word processor has written as Word 97 and WPS Office would call .wps.
cd "$out"
cat > "$work/form.html" << 'FORM'
<html><head><meta charset="utf-8"></head><body><table border="1">
<tr><td>项目名称</td><td colspan="3">程序化交易异常监测</td></tr>
<tr><td>牵头单位</td><td>文档示例证券股份有限公司</td><td>试点周期</td><td>12个月</td></tr>
<tr><td>联系人</td><td>孔示例</td><td>联系电话</td><td>020-78787878</td></tr>
<tr><td>申报类型</td><td>√试点 □试点辅导</td><td>申报日期</td><td>2026年3月</td></tr>
</table></body></html>
FORM
soffice --headless --infilter='HTML (StarWriter)' --convert-to doc:'MS Word 97' --outdir "$work" "$work/form.html" > /dev/null
mv "$work/form.doc" "$out/form.wps"
soffice --headless --infilter='HTML (StarWriter)' --convert-to docx:'MS Word 2007 XML' --outdir "$work" "$work/form.html" > /dev/null
python3 - "$work/form.docx" "$out/locked.docx" "$out/locked.pdf" << 'LOCK'
import sys
from msoffcrypto.format.ooxml import OOXMLFile
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
with open(sys.argv[1], "rb") as plain, open(sys.argv[2], "wb") as locked:
    OOXMLFile(plain).encrypt("secret", locked)
page = Canvas(sys.argv[3], encrypt=StandardEncryption("secret"))
page.drawString(100, 700, "locked")
page.save()
LOCK

# Forms as they are exported to PDF, in a font of the program, of which only the characters used are embedded.
fonts=$(cd ../../../../../assets/fonts && pwd)
cat > "$work/fonts.conf" << CONF
<fontconfig><include>/etc/fonts/fonts.conf</include><dir>$fonts</dir><cachedir>$work/fonts</cachedir></fontconfig>
CONF
for form in "$out"/forms/*.html; do
    FONTCONFIG_FILE="$work/fonts.conf" soffice --headless --infilter='HTML (StarWriter)' --convert-to pdf:writer_pdf_Export \
        --outdir "$out/forms" "$form" > /dev/null
done

# A form that was printed, scanned, and read by recognition software, which lays its guess unseen over the picture.
pdftoppm -r 110 -gray -jpeg -jpegopt quality=45 "$out/forms/merged.pdf" "$work/scan"
tesseract "$work"/scan-*.jpg "$out/recognised" -l chi_sim pdf 2> /dev/null
