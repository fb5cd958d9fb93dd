# Carrying applications over to a later batch

ending-deferred = Moved to the next batch
ending-admit = Admitted
ending-supplement = To be supplied
ending-reject = Not eligible
ending-forward = Received only
ending-recommend = Recommended
ending-later = Not in this batch
ending-ineligible = Not eligible

finding-carried-over = Carried over from “{ $batch }”, where it was { $former }.
finding-carried-bare = Carried over from “{ $batch }”, where it was { $former }; the carry file brought no documents. Ask the applicant for the package.

claim-carry-documents = Documents
claim-carry-documents-holds = All { $count } documents in the file have the digests that were signed.
claim-carry-documents-unchecked = { $count } documents in the file; each is checked when the file is taken in.
claim-carry-bare = Documents
claim-carry-bare-holds = No documents, only the screening record and the conclusions.

journal-carry_in = Applications carried over
journal-carry_refused = Carry file refused

err-nothing-to-carry = There is nothing to carry over yet.
rec-nothing-to-carry = What can be carried over: applications moved to the next batch; after the review is opened, those not admitted; after the opinion is signed, those not in this batch.
err-not-carryable = { $number } cannot be carried over now.
rec-not-carryable = Before the review is opened, move it to the next batch first; afterwards scored applications can be carried over once the opinion is signed. Recommended ones are not carried over, coached projects excepted.
err-carry-form = This is not a carry file.
rec-carry-form = Choose the .lxcarry file that the desk of the earlier batch exported.
err-carry-damaged = The carry file is damaged or was altered; nothing was taken in.
rec-carry-damaged = Copy it again, or ask the sender for it again.
err-carry-document = A document in the carry file ({ $digest }) is missing or was altered; nothing was taken in.
rec-carry-document = Ask the sender for the carry file again.
err-carry-inconsistent = The carry file contradicts itself; nothing was taken in.
rec-carry-inconsistent = Do not use it; check with the sender.
err-carry-too-big = The documents exceed what one carry file holds (4 GiB).
rec-carry-too-big = Export in several files, or without documents.
err-carry-not-found = The carry file is not there.
rec-carry-not-found = Check the path; if it is on a stick, plug the stick in again.
err-carry-signer = The carry file is signed with the key { $short }, which is not among those that are trusted; nothing was taken in.
rec-carry-signer = Check that it is the right file and the right card, and ask the sender.
err-carry-own-batch = The carry file comes from this very batch.
rec-carry-own-batch = Take it in at the desk of a later batch; to bring back an application moved to the next batch, use “Take back”.
err-carry-sample = Samples and real applications do not go into one batch.
rec-carry-sample = A carry file of a sample batch goes into a sample batch only, and the other way round.
err-carry-not-in-file = The carry file has no application { $number }.
rec-carry-not-in-file = Use the numbers of the earlier batch; a look at the file shows them all.
err-carry-number-taken = { $number } is the number of another application in this batch.
rec-carry-number-taken = Give another number; if it is the same project, choose to join it to the application that is here.
err-carry-cancelled = Stopped; nothing was taken in.
rec-carry-cancelled = It can be taken in again at any time.

err-our-file = { $package } is a file of this program (a desk, a backup, a card, a scoresheet, a carry file, a batch file), not a package.
rec-our-file = Drop a carry file (.lxcarry) on the window, or use linxuan carry import; open a batch file with “Open a batch file”; add a card to the roster; restore a backup with linxuan backup restore.
err-one-version = { $number } has one version only; there is no earlier one to compare it with.
rec-one-version = A supplement that is imported becomes the next version; compare then.
err-not-screened = The outcome of { $number } has not been confirmed; no notice can go out yet.
rec-not-screened = Confirm the outcome first (in the window “Confirm the outcome”, at the command line screen { $number } --outcome supplement), then issue the notice.
err-nothing-to-supply = The outcome of { $number } is not “To be supplemented”; no notice goes out.
rec-nothing-to-supply = If the applicants are to supply something, first change the outcome to “To be supplemented” with a reason, then issue the notice.

cli-carryable = { $number }  { $title } ({ $lead }): { $ending }{ $mark }
cli-carry-proposed = , carried over by default
cli-carry-bare = Without documents: { $numbers }.
cli-carry-to = Encrypted to { $name }; only that person’s desk can open it.
cli-carry-from = { $batch }, signed by { $signer } ({ $org }), key { $short }
cli-carry-offered = { $former }  { $title } ({ $lead }): { $ending } → { $becomes }
cli-carry-becomes = new application { $number }
cli-carry-beside = joins { $number }
cli-carry-taken = Taken in: { $count }.
cli-carry-here = here already ({ $number })
