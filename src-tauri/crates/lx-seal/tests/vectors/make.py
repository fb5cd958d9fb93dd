#!/usr/bin/env python3
"""Makes the envelopes beside this file, with Python's own JSON, base64 and Ed25519, so that the two check each other.

Each file: a first line `expect: <fine, or the name of the error>`, then the envelope's bytes to the end of the file.
Run by hand when the form changes: `python3 make.py` (needs the package `cryptography`). The tests only read the files.
"""
import base64, hashlib, json, pathlib
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

HERE = pathlib.Path(__file__).parent
TYPE = "application/vnd.linxuan.ruling+json"
ORDER = 2**252 + 27742317777372353535851937790883648493


class Key:
    def __init__(self, seed):
        self.key = Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)
        self.public = self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.id = hashlib.sha256(self.public).hexdigest()

    def sign(self, payload, kind=TYPE):
        kind = kind.encode()
        return self.key.sign(b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload))


def text(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def b64(octets):
    return base64.b64encode(octets).decode()


def envelope(payload, signatures, kind=TYPE):
    return text({"payload": b64(payload), "payloadType": kind, "signatures": [{"keyid": i, "sig": b64(s)} for i, s in signatures]})


def write(name, expect, octets):
    (HERE / (name + ".txt")).write_bytes(b"expect: " + expect.encode() + b"\n" + octets)


one, two, stranger = sorted([Key(1), Key(2)], key=lambda k: k.id) + [Key(3)]
ruling = {
    "schema": 1, "batch": "0f" * 16, "sequence": 1, "kind": {"void": {"sheet": "a1" * 32}},
    "reason": "评分表由他人代填，𬭚䶮", "by": one.id, "at": 1795000000000,
}
plain = text(ruling)
signed = envelope(plain, [(one.id, one.sign(plain))])


def changed(**members):
    return text({**ruling, **members})


def signed_as_is(payload):
    return envelope(payload, [(one.id, one.sign(payload))])


both = [(one.id, one.sign(plain)), (two.id, two.sign(plain))]
write("fine", "fine", signed)
write("fine-two-signers", "fine", envelope(plain, both))

write("payload-altered", "BrokenSeal", envelope(changed(reason="别的理由"), [(one.id, one.sign(plain))]))
flipped = bytearray(one.sign(plain)); flipped[7] ^= 1
write("signature-flipped-bit", "BrokenSeal", envelope(plain, [(one.id, bytes(flipped))]))
sig = one.sign(plain)
malleable = sig[:32] + (int.from_bytes(sig[32:], "little") + ORDER).to_bytes(32, "little")
write("signature-malleable", "BrokenSeal", envelope(plain, [(one.id, malleable)]))
write("signed-by-another-under-this-id", "BrokenSeal", envelope(plain, [(one.id, stranger.sign(plain))]))
write("second-signature-broken", "BrokenSeal", envelope(plain, [both[0], (two.id, bytes(64))]))
write("signed-as-another-type", "BrokenSeal", envelope(plain, [(one.id, one.sign(plain, TYPE.replace("ruling", "decision")))]))
write("payload-only-signed-without-type", "BrokenSeal", envelope(plain, [(one.id, one.key.sign(plain))]))
write("signed-by-a-stranger", "UnknownSigner", envelope(plain, [(stranger.id, stranger.sign(plain))]))

sheet = TYPE.replace("ruling", "sheet")
write("type-of-a-sheet", "WrongKind", envelope(plain, [(one.id, one.sign(plain, sheet))], sheet))
write("type-unknown", "UnknownKind", envelope(plain, [(one.id, one.sign(plain))], "application/json"))
write("type-in-other-case", "UnknownKind", envelope(plain, [(one.id, one.sign(plain))], TYPE.upper()))

write("no-signature", "NoSignature", envelope(plain, []))
write("same-signer-twice", "DuplicateSigner", envelope(plain, [both[0], both[0]]))
write("signers-out-of-order", "NotCanonical", envelope(plain, both[::-1]))

write("envelope-with-spaces", "NotCanonical", json.dumps(json.loads(signed)).encode())
write("envelope-members-out-of-order", "NotCanonical", json.dumps(dict(reversed(json.loads(signed).items())), separators=(",", ":")).encode())
write("envelope-with-final-newline", "NotCanonical", signed + b"\n")
write("envelope-with-byte-order-mark", "NotJson", b"\xef\xbb\xbf" + signed)
write("envelope-cut-short", "NotJson", signed[:-1])
write("envelope-twice", "NotJson", signed + signed)
write("envelope-empty", "NotJson", b"")
write("envelope-a-list", "WrongShape", b"[" + signed + b"]")
write("envelope-not-utf-8", "NotJson", b'{"payload":"\xff"}')
write("envelope-nested-deep", "NotJson", b"[" * 1000)
write("envelope-with-unknown-member", "WrongShape", text({**json.loads(signed), "alg": "none"}))
write("envelope-without-keyid", "WrongShape", text({**json.loads(signed), "signatures": [{"sig": b64(sig)}]}))
write("envelope-repeats-a-member", "DuplicateKey", signed[:-1] + b',"payload":"' + b64(plain).encode() + b'"}')
write("keyid-in-capitals", "WrongShape", envelope(plain, [(one.id.upper(), sig)]))

unpadded = json.loads(signed_as_is(changed(reason="x" * 2)))
assert unpadded["payload"].endswith("="), "choose a reason whose payload needs padding"
stray = unpadded["payload"].rstrip("=")
pad = unpadded["payload"][len(stray):]
letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
write("base64-without-padding", "NotBase64", text({**unpadded, "payload": stray}))
write("base64-with-stray-bits", "NotBase64", text({**unpadded, "payload": stray[:-1] + letters[letters.index(stray[-1]) + 1] + pad}))
write("base64-with-line-end", "NotBase64", text({**json.loads(signed), "payload": b64(plain)[:76] + "\n" + b64(plain)[76:]}))
write("signature-too-short", "NotBase64", envelope(plain, [(one.id, sig[:63])]))

write("payload-with-spaces", "NotCanonical", signed_as_is(json.dumps(ruling, sort_keys=True, ensure_ascii=False).encode()))
write("payload-out-of-order", "NotCanonical", signed_as_is(json.dumps(ruling, separators=(",", ":"), ensure_ascii=False).encode()))
write("payload-with-escapes", "NotCanonical", signed_as_is(json.dumps(ruling, sort_keys=True, separators=(",", ":")).encode()))
write("payload-repeats-a-member", "DuplicateKey", signed_as_is(plain[:-1] + b',"sequence":2}'))
write("payload-repeats-a-member-in-another-spelling", "DuplicateKey", signed_as_is(plain[:-1] + b',"\\u0073equence":2}'))
write("payload-with-fraction", "Fraction", signed_as_is(changed(sequence=1.5)))
write("payload-with-whole-fraction", "Fraction", signed_as_is(plain.replace(b'"sequence":1', b'"sequence":1.0')))
write("payload-with-exponent", "Fraction", signed_as_is(plain.replace(b'"sequence":1', b'"sequence":1e0')))
write("payload-with-minus-zero", "Fraction", signed_as_is(plain.replace(b'"sequence":1', b'"sequence":-0')))
write("payload-with-number-too-large", "NumberTooLarge", signed_as_is(changed(at=2**53)))
write("payload-with-unknown-member", "WrongShape", signed_as_is(changed(extra="")))
write("payload-without-reason", "WrongShape", signed_as_is(text({k: v for k, v in ruling.items() if k != "reason"})))
write("payload-of-a-newer-form", "UnknownSchema", signed_as_is(changed(schema=2, extra="")))
write("payload-with-lone-surrogate", "NotJson", signed_as_is(plain.replace("评".encode(), b"\\ud800")))
