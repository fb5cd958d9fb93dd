#!/usr/bin/env python3
"""独立复算遴选结果报告 / recounts a selection report from the PDF alone.

    python3 recount.py 遴选结果报告.pdf

Written apart from the program that made the report and sharing no code with it: only Python's standard library (3.8 or
newer). It takes the signed files out of the PDF, checks every Ed25519 signature against the roster, reckons every score
with exact fractions and compares what it gets with what is printed. Exit code: 0 all equal, 1 something differs, 2 not a
report. It does not check the PDF's own signature (pdfsig or any PDF reader does) nor who the signers are (compare the
chair's 公钥校验码 with paper).
"""
import base64, hashlib, json, re, sys, zlib
from decimal import Decimal
from fractions import Fraction

# --- Ed25519 verification, after RFC 8032, section 6 ---------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if x2 == 0:
        return None if sign else 0
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * ROOT % P
    if (x * x - x2) % P:
        return None
    return P - x if (x & 1) != sign else x


def point(raw):
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, p):
    q = (0, 1, 1, 0)
    while n:
        if n & 1:
            q = add(q, p)
        p, n = add(p, p), n >> 1
    return q


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (recover_x(BASE_Y, 0), BASE_Y, 1, recover_x(BASE_Y, 0) * BASE_Y % P)


def signature_holds(key, message, signature):
    a, r = point(key), point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or len(signature) != 64 or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# --- The files inside the PDF --------------------------------------------------------------------------------------


def attachments(pdf):
    """Every embedded file, by name."""
    streams = {}
    for found in re.finditer(rb"(\d+) 0 obj\s*<<(/Type/EmbeddedFile.*?)>>stream\r?\n", pdf, re.S):
        length = int(re.search(rb"/Length (\d+)", found[2])[1])
        body = pdf[found.end() : found.end() + length]
        streams[found[1]] = zlib.decompress(body) if b"/FlateDecode" in found[2] else body
    named = re.finditer(rb"<</Type/Filespec/F\(([^)]*)\).*?/EF<</F (\d+) 0 R", pdf, re.S)
    return {m[1].decode(): streams[m[2]] for m in named if m[2] in streams}


class Envelope:
    def __init__(self, raw):
        outer = json.loads(raw)
        self.kind, self.signatures = outer["payloadType"], outer["signatures"]
        self.raw = base64.b64decode(outer["payload"], validate=True)
        self.digest = hashlib.sha256(self.raw).hexdigest()
        self.payload = json.loads(self.raw)

    def signed_by(self, members):
        """Fingerprints whose signature holds; None if any signature does not hold."""
        kind = self.kind.encode()
        message = b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(self.raw), self.raw)
        signers = []
        for entry in self.signatures:
            member = members.get(entry["keyid"])
            key = bytes.fromhex(member["card"]["sign_key"]) if member else b""
            if hashlib.sha256(key).hexdigest() != entry["keyid"]:
                return None
            if not signature_holds(key, message, base64.b64decode(entry["sig"], validate=True)):
                return None
            signers.append(entry["keyid"])
        return signers


# --- Reckoning -----------------------------------------------------------------------------------------------------


def rounded(value, rule, stage):
    return at_decimals(value, rule) if stage in rule["rounding"]["after"] else value


def at_decimals(value, rule):
    scaled = value * 10 ** rule["rounding"]["decimals"]
    floor, rest = scaled.numerator // scaled.denominator, scaled - scaled.numerator // scaled.denominator
    half = Fraction(1, 2)
    up = rest > half or (rest == half and (rule["rounding"]["mode"] == "half_up" or floor % 2 == 1))
    return Fraction(floor + up, 10 ** rule["rounding"]["decimals"])


def text(value, rule):
    decimals = rule["rounding"]["decimals"]
    units = at_decimals(value, rule) * 10**decimals
    return str(Decimal(int(units)).scaleb(-decimals)) if decimals else str(int(units))


def effective_sheets(sheets, rulings):
    """One sheet per reviewer: the head of the history after void ones are left out and forks resolved."""
    void = {r["kind"]["void"]["sheet"] for r in rulings if "void" in r["kind"]}
    kept = {s.digest: s for s in sheets if s.digest not in void}
    superseded = {p for s in kept.values() for p in s.payload["parents"]}
    heads = {}
    for digest, sheet in sorted(kept.items()):
        if digest not in superseded:
            heads.setdefault(sheet.payload["reviewer"], []).append(digest)
    for ruling in rulings:
        if "resolve" in ruling["kind"]:
            chosen = ruling["kind"]["resolve"]
            heads[chosen["reviewer"]] = [chosen["keep"]]
    return {who: (found[0], kept[found[0]].payload) for who, found in heads.items() if len(found) == 1 and found[0] in kept}


def marks_of(number, sheets, rulings):
    """Reviewer → (digest, criterion → points) of those who scored this application."""
    out = {}
    for who, (digest, sheet) in sheets.items():
        verdict = next((a["verdict"] for a in sheet["assessments"] if a["number"] == number), {})
        if "scored" not in verdict:
            continue
        points = {c["id"]: Fraction(c["mark"]["points"], 100) for c in verdict["scored"]["criteria"] if isinstance(c["mark"], dict)}
        for ruling in rulings:
            kind = ruling["kind"]
            wanted = {"reviewer": who, "number": number}
            if "correct" in kind and wanted.items() <= kind["correct"].items() and kind["correct"]["criterion"] in points:
                points[kind["correct"]["criterion"]] = Fraction(kind["correct"]["points"], 100)
            if "recuse" in kind and wanted.items() <= kind["recuse"].items():
                points = {}
        if points:
            out[who] = (digest, points)
    return out


def drop_two(values):
    """Keys of the highest and the lowest of {key: value}; of equal ones the key that sorts first."""
    high = min(values, key=lambda k: (-values[k], k))
    low = min((k for k in values if k != high), key=lambda k: (values[k], k))
    return {high, low}


def reckon(rule, marks):
    """(score or None, {criterion: mean}) of one application, exact but for the rounding the rule states."""
    ids, trim = [c["id"] for c in rule["criteria"]], rule.get("trim")
    weight = {c["id"]: Fraction(c["weight"]) for c in rule["criteria"]}
    by_key = {digest: points for digest, points in marks.values()}
    dropped = set()
    if trim and trim["per"] == "total":
        totals = {k: sum(weight[i] * p[i] for i in ids) for k, p in by_key.items() if all(i in p for i in ids)}
        dropped = drop_two(totals) if len(totals) >= trim["min_sheets"] else set()
    means = {}
    for criterion in ids:
        values = {k: p[criterion] for k, p in by_key.items() if criterion in p and k not in dropped}
        if trim and trim["per"] == "criterion" and len(values) >= trim["min_sheets"]:
            out = drop_two(values)
            values = {k: v for k, v in values.items() if k not in out}
        if values:
            means[criterion] = rounded(sum(values.values(), Fraction(0)) / len(values), rule, "criterion")
    if len(means) < len(ids):
        return None, means
    return rounded(sum(rounded(weight[i] * means[i], rule, "weighted") for i in ids), rule, "total"), means


def ranks(rule, results, tracks, rulings):
    """Number → rank within its track; equal for a tie that nothing has broken."""
    votes = [r["kind"]["break_tie"]["order"] for r in rulings if "break_tie" in r["kind"]]
    out = {}
    for track in set(tracks.values()):
        scored = [n for n in results if tracks[n] == track and results[n][0] is not None]
        key = {n: (-results[n][0], *(-results[n][1][c] for c in rule["ties"]["by"])) for n in scored}
        for number in scored:
            out[number] = 1 + sum(key[other] < key[number] for other in scored)
        for vote in votes:
            tied = [n for n in vote if n in out]
            if tied and len({key[n] for n in tied}) == 1:
                first = out[tied[0]]
                out.update({number: first + place for place, number in enumerate(tied)})
    return out


# --- The whole -----------------------------------------------------------------------------------------------------


def main(path):
    with open(path, "rb") as file:
        files = attachments(file.read())
    if "printed.json" not in files:
        print("不是遴选结果报告 / not a selection report")
        return 2
    wrong = []

    def claim(holds, words):
        print(("✓ " if holds else "✗ ") + words)
        if not holds:
            wrong.append(words)

    of_kind = lambda prefix: [Envelope(files[n]) for n in sorted(files) if n.startswith(prefix)]
    batch, decision = of_kind("batch.")[0], of_kind("decision.")[0]
    sheets, rulings = of_kind("sheet-"), of_kind("ruling-")
    rulings_in_order = sorted((r.payload for r in rulings), key=lambda r: r["sequence"])
    roster = {m["fingerprint"]: m for m in batch.payload["roster"]["members"]}
    for ruling in rulings_in_order:
        if "amend" in ruling["kind"]:
            roster.update({m["fingerprint"]: m for m in ruling["kind"]["amend"]["roster"]["members"]})
    chair, rule = batch.payload["chair"], batch.payload["profile"]["rule"]

    claim(chair in (batch.signed_by(roster) or []), "批次文件由专家组组长签署 / batch file signed by the chair")
    claim(all(s.signed_by(roster) == [s.payload["reviewer"]] for s in sheets), f"{len(sheets)} 份评分表的签名 / scoresheet signatures")
    claim(all(s.payload["batch_digest"] == batch.digest for s in sheets), "评分表属于本批次 / scoresheets of this batch")
    claim(all(r.signed_by(roster) for r in rulings), f"{len(rulings)} 项裁定的签名 / ruling signatures")
    claim(bool(decision.signed_by(roster)), "遴选意见的签名 / signature of the selection opinion")

    effective = effective_sheets(sheets, rulings_in_order)
    scored = [a["dossier"] for a in batch.payload["applications"]
              if a["admission"]["outcome"] == "admit" and a["dossier"]["track"] != "forwarded"]
    results = {d["number"]: reckon(rule, marks_of(d["number"], effective, rulings_in_order)) for d in scored}
    placed = ranks(rule, results, {d["number"]: d["track"] for d in scored}, rulings_in_order)
    expected = {f"count/{k}": str(sum(a["admission"]["outcome"] == k for a in batch.payload["applications"]))
                for k in ("admit", "supplement", "reject", "forward")}
    expected["count/received"] = str(len(batch.payload["applications"]))
    for number, (score, means) in results.items():
        if score is not None:
            expected[f"score/{number}"] = text(score, rule)
            expected[f"rank/{number}"] = str(placed[number])
        expected.update({f"mean/{number}/{c}": text(m, rule) for c, m in means.items()})
    seen = set()
    for value in json.loads(files["printed.json"])["values"]:
        if value["what"] in expected:
            seen.add(value["what"])
            if value["value"] != expected[value["what"]]:
                claim(False, f"第{value['page']}页 {value['what']}: 印出 {value['value']}，复算 {expected[value['what']]}")
    claim(seen == set(expected), f"复算的 {len(expected)} 个数值都已印出且相同 / recounted values, all printed and equal")
    chair_key = chair[:8].upper()
    print(f"专家组组长公钥校验码 {chair_key[:4]}-{chair_key[4:]}，请与书面留存核对 / compare the chair's key with paper")
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(print(__doc__) or 2)
    try:
        sys.exit(main(sys.argv[1]))
    except OSError as reason:
        sys.exit(print(f"文件读不出来 / the file cannot be read: {reason}") or 2)
    except (zlib.error, ValueError, KeyError, IndexError, TypeError) as reason:
        sys.exit(print(f"✗ 附件已损坏 / an attachment is damaged: {reason!r}") or 1)
