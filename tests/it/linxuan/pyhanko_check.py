"""Does pyHanko hold every signature of a PDF to be intact and valid, given its own root? Exit 0 if so."""
import sys
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

with open(sys.argv[1], "rb") as file:
    signatures = PdfFileReader(file).embedded_signatures
    assert signatures, "no signature"
    for signature in signatures:
        chain = [signature.signer_cert, *signature.other_embedded_certs]
        roots = [c for c in chain if c.self_signed in ("yes", "maybe")]
        status = validate_pdf_signature(signature, ValidationContext(trust_roots=roots, other_certs=chain, allow_fetching=False))
        print(signature.field_name, status.summary())
        assert status.intact and status.valid and status.trusted, status.pretty_print_details()
    last = signatures[-1]
    last.compute_integrity_info()
    print("coverage", last.coverage)
