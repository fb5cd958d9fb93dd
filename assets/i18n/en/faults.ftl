# What is said when something is refused or broken: err-… what happened, rec-… what to do.
err-no-desk = No desk is open.
rec-no-desk = Open a desk or create one first.
rec-open-desk = Open a desk or create one first.
err-internal = The program failed internally; this action was not completed.
rec-internal = What was saved is safe. Start the program again; if it happens again, hand this message to support.
err-other = The action was not completed.
rec-other = Try again; if it happens again, hand this message to support.
err-wrong-passphrase = The passphrase is wrong.
rec-wrong-passphrase = Check input method and capitals, then enter the passphrase again.
err-newer-schema = This desk was made by a newer program (format { $found }; this one knows up to { $known }).
rec-newer-schema = Install the newer version; the desk was not changed.
err-not-a-desk = { $path } is not a desk.
rec-not-a-desk = Choose the folder of a desk, or create an identity.
err-not-empty = { $path } is not empty.
rec-not-empty = Choose an empty folder, or open the desk that is there.
err-locked = The desk { $path } is open elsewhere.
rec-locked = Close the other window or program first.
err-damaged = The desk is damaged ({ $what }).
rec-damaged = Stop using it and restore a backup into a new folder; backups and exported files are not affected.
err-not-a-backup = { $path } is not a backup.
rec-not-a-backup = Choose a file that was made as a backup.
err-backup-broken = The backup { $path } is incomplete, damaged or altered.
rec-backup-broken = Copy the file again, or take another backup; the desk you have is not affected.
err-journal-broken = The journal does not hold from row { $seq } on: it was altered.
rec-journal-broken = Stop using this desk, tell the supervisor, and restore a backup.
err-altered = Stored content ({ $digest }) no longer has its digest.
rec-altered = Restore a backup; other content is not affected.
err-missing-document = Document { $digest } is missing from this desk.
rec-missing-document = Restore a backup, or import the package again.
err-damaged-documents = No backup was made: { $count } documents of this desk are damaged or missing ({ $names }).
rec-damaged-documents = An earlier backup was not touched: keep it, and restore it into a new desk. Without one, save what can still be opened and ask the applicants to submit again.
err-backup-damaged = The backup { $path } was not altered, but { $count } documents in it were damaged before it was made.
rec-backup-damaged = Check an earlier backup. If this one is restored, everything else in it can be used.
err-sealed-row = Sealed records cannot be changed ({ $table }).
rec-sealed-row = Make a new record or a ruling instead.
err-disk-full = The disk is full; nothing of this action was written.
rec-disk-full = What was saved before is safe. Free some space and try again.
err-no-randomness = The system gives no randomness; no keys can be made.
rec-no-randomness = Restart the computer and try again.
err-source = The source could not be read; nothing was kept.
rec-source = Check the medium and try again.
err-desk-io = { $path } cannot be read or written.
rec-desk-io = Check disk and permissions; what was saved before is safe.
err-database = The desk’s database could not complete the action.
rec-database = What was saved before is safe. Open the desk again and retry.
err-seal-too-large = The file is too large (at most { $limit } bytes).
rec-seal-too-large = Check whether this is the right file.
err-seal-form = The file is not in its proper form; it may be altered or incomplete.
rec-seal-form = Ask its author for the original file.
err-seal-schema = The file was made by a newer program (form { $found }).
rec-seal-schema = Install the newer version.
err-seal-kind = This is another kind of file.
rec-seal-kind = Check whether this is the right file.
err-seal-unsigned = A signature that must be there is missing.
rec-seal-unsigned = Ask its author for the signed file.
err-seal-unknown-signer = The signing key ({ $short }) is not on the roster.
rec-seal-unknown-signer = Compare the key’s fingerprint; if the person has a new key, amend the roster first.
err-seal-broken = The signature ({ $short }) does not match the contents: the file was altered.
rec-seal-broken = Do not use it; ask its author for the original.
err-seal-key = The keys or certificates of the card are invalid.
rec-seal-key = Ask the person to export the card again.
err-seal-name = “{ $found }” cannot stand in a certificate.
rec-seal-name = Name and organisation have at most 64 characters and no control characters.
err-seal-time = This machine’s clock is wrong; no certificate can be made.
rec-seal-time = Set the clock and try again.
err-seal-secret = The keys on this desk are damaged.
rec-seal-secret = Restore a backup, or create a new identity and amend the roster.
err-not-your-role = Your role does not do this.
rec-not-your-role = Ask the person whose task it is.
err-no-batch = This desk has no batch yet.
rec-no-batch = Create a batch, or open the batch file you received.
err-batch-exists = This desk has a batch already.
rec-batch-exists = One desk serves one batch; create another desk.
err-frozen = The review has been opened; what came before it can no longer be changed.
rec-frozen = The chair can make a ruling.
err-taking-closed = The review has been opened and takes no more packages; nothing was imported.
rec-taking-closed = Keep this package for a later batch. Applications of this batch are judged by what was there when the review was opened.
err-not-frozen = The review has not been opened yet.
rec-not-frozen = Finish screening and open the review, or open the batch file.
err-opening-blocked = { $count } things stand in the way of opening the review.
rec-opening-blocked = Settle them one by one on the opening page.
err-sheet-blocked = { $count } items are missing ({ $numbers }); the sheet cannot be signed.
rec-sheet-blocked = Complete points, reasons or declarations.
err-deciding-blocked = { $count } things stand in the way of the decision.
rec-deciding-blocked = Settle conflicts and complete the opinions first.
err-unknown-application = There is no application “{ $number }”, or it is not scored.
rec-unknown-application = Check the number.
err-moved-on = { $number } was taken out of this batch; nothing is done with it here.
rec-moved-on = To go on with it in this batch, take it back first (linxuan defer { $number } --back).
err-not-moved-on = { $number } is in this batch.
rec-not-moved-on = Check the number.
err-no-listing = No listing of the batch is kept; there is none to remove.
rec-no-listing = To compare with one, import it first.
err-unknown = There is no { $what ->
        [item] checklist item
        [criterion] criterion
        [ground] ground
        [veto] veto item
        [member] member
        [applicant] applicant
        [value] value
        [field] field
        [sheet] scoresheet
        [document] document
        [profile] profile
        [role] role
        [state] state
        [outcome] outcome
        [opinion] opinion
        [track] track
        [trust] trust
        [fingerprint] fingerprint
        [digest] digest
        [application] application number
        [ruling] ruling
        [code] reason code
        [identity] identity
        [name] name
        [org] organisation
        [passphrase] passphrase
        [value] value
        [reviewer] reviewer
        [number] number
        [points] points
        [worksheet] worksheets
        [docx] editable documents
        [version] version
        [point] line of the notice
        [first_reading] first reading
       *[other] entry
    } “{ $name }”.
rec-unknown = Check and try again.
err-look-past = Other packages were looked at since; nothing was imported.
rec-look-past = Drop or choose the files to import once more, look at them, then import.
err-reason-missing = A reason is needed.
rec-reason-missing = It goes on record and into the report; one sentence is enough.
err-empty = A required entry is empty: { $what ->
        [item] checklist item
        [criterion] criterion
        [ground] ground
        [veto] veto item
        [member] member
        [field] field
        [sheet] scoresheet
        [document] document
        [profile] profile
        [role] role
        [state] state
        [outcome] outcome
        [opinion] opinion
        [track] track
        [trust] trust
        [fingerprint] fingerprint
        [digest] digest
        [application] application number
        [ruling] ruling
        [code] reason code
        [identity] identity
        [name] name
        [org] organisation
        [passphrase] passphrase
        [value] value
        [reviewer] reviewer
        [number] number
        [points] points
        [worksheet] worksheets
        [docx] editable documents
        [version] version
        [point] line of the notice
        [first_reading] first reading
       *[other] entry
    }.
rec-empty = Fill it in and try again.
err-missing-glyphs = No shipped font prints: { $characters }.
rec-missing-glyphs = Check the spelling; these characters cannot be printed.
err-undeclared = Ties to the applicants of { $number } are not declared.
rec-undeclared = Declare first; then the documents open.
err-recused = You are recused from { $number }.
rec-recused = If that was a mistake, declare again.
err-not-points = “{ $text }” is not a number of points.
rec-not-points = Enter digits with at most two decimals, such as 17.5.
err-out-of-range = { $criterion }: { $points } is not between 0 and { $full }.
rec-out-of-range = Give between 0 and { $full } points.
err-off-step = { $criterion }: { $points } is no multiple of { $step }.
rec-off-step = Points go in steps of { $step }.
err-not-sealed = No scoresheet has been signed yet.
rec-not-sealed = Sign and submit first.
err-not-decided = No decision has been signed on the standing as it is.
rec-not-decided = Sign the decision, then make the report.
err-not-a-sample = Only the sample batch can do this.
rec-not-a-sample = Use it in the sample batch.
err-already-member = This person ({ $short }) is on the roster already.
rec-already-member = Nothing needs to be done.
err-own-seat = The person of this desk cannot be taken off.
rec-own-seat = A successor creates the batch instead.
err-file-too-large = { $path } is too large (at most { $limit } bytes).
rec-file-too-large = Check whether this is the right file.
err-file-not-found = { $path } is not there.
rec-file-not-found = Check the path; if it is on a stick, plug it in again.
err-file-denied = No permission for { $path }.
rec-file-denied = Choose another place, or ask the administrator.
err-file = { $path } cannot be read or written.
rec-file = Check medium and path, then try again.
err-not-made = This version does not make { $what ->
        [item] checklist item
        [criterion] criterion
        [ground] ground
        [veto] veto item
        [member] member
        [field] field
        [sheet] scoresheet
        [document] document
        [profile] profile
        [role] role
        [state] state
        [outcome] outcome
        [opinion] opinion
        [track] track
        [trust] trust
        [fingerprint] fingerprint
        [digest] digest
        [application] application number
        [ruling] ruling
        [code] reason code
        [identity] identity
        [name] name
        [org] organisation
        [passphrase] passphrase
        [value] value
        [reviewer] reviewer
        [number] number
        [points] points
        [worksheet] worksheets
        [docx] editable documents
        [version] version
        [point] line of the notice
        [first_reading] first reading
       *[other] entry
    } yet.
rec-not-made = Use another format.
err-edition-not-made = This version does not make the submission edition yet.
rec-edition-not-made = Make the full edition (--edition full).
err-not-shown = This document cannot be shown as text.
rec-not-shown = Look at it as it is.
err-profile = { $path } cannot be used as a profile: line { $line } { $key } is wrong.
rec-profile = Look at it under “Profiles”, where every fault is listed with its remedy, or run linxuan profile lint.
err-report-evidence = The evidence of the report is wrong: { $what }.
rec-report-evidence = Check the merged sheets, rulings and the decision.
err-not-a-report = This is not a report of this program.
rec-not-a-report = Check whether this is the right file.
err-report-signature = The report could not be signed.
rec-report-signature = Try again; if you use a .p12, check it.
err-report-made = The pages could not be made.
rec-report-made = What was signed is safe. Hand this message to support.
err-p12-password = The password of the .p12 is wrong.
rec-p12-password = Enter it again.
err-p12-form = This is not a .p12 file.
rec-p12-form = Choose the .p12 or .pfx from the authority.
err-p12-unusable = This certificate cannot sign a PDF.
rec-p12-unusable = Ask the authority for one with its private key, RSA 2048 or P-256.
err-not-for-you = The file is encrypted to somebody else.
rec-not-for-you = Ask for the file that was made for you.
err-encrypted-damaged = The encrypted file is damaged or cut short.
rec-encrypted-damaged = Copy it again or ask for it again.
err-no-recipient = There is no usable recipient key.
rec-no-recipient = Check the cards on the roster.
err-batch-too-big = The batch has more than one file holds (4 GiB).
rec-batch-too-big = Reduce the documents.
err-batch-form = This is not a batch file.
rec-batch-form = Choose the .lxbatch file from the chair.
err-batch-damaged = The batch file is damaged or altered.
rec-batch-damaged = Copy it again or ask the chair for it.
err-batch-document = A document in the batch file ({ $digest }) is missing or altered.
rec-batch-document = Ask the chair for the batch file again.
err-batch-inconsistent = The batch file contradicts itself.
rec-batch-inconsistent = Do not use it; ask the chair.
err-batch-not-found = The batch file is not there.
rec-batch-not-found = Check the path; if it is on a stick, plug it in again.
err-chair-unsigned = The chair has not signed this batch file.
rec-chair-unsigned = Ask the chair for the signed one.
err-not-on-roster = You are not on the roster of this batch.
rec-not-on-roster = Hand in your card, then ask for a new batch file.
err-chair-not-confirmed = The chair’s fingerprint in the file is { $short }, not the one confirmed.
rec-chair-not-confirmed = Compare it with the paper copy before opening.
err-chair-changed = The chair’s key has changed: it was { $trusted }, the file has { $found }.
rec-chair-changed = Do not open it; ask the chair in person.
err-other-batch = This desk holds another batch.
rec-other-batch = One desk serves one batch; create another desk.
err-other-version = This desk holds another version of this batch.
rec-other-version = Ask the chair which one is meant.
err-already-here = The same package is here already ({ $number }).
rec-already-here = Nothing needs to be done. If its file names were read wrongly, choose another encoding in the preview and import it as a new version.
err-already-aside = The same package is here already ({ $number }); that application was taken out of this batch.
rec-already-aside = Nothing needs to be taken in again. To screen it in this batch, take the application back.
err-merge-unreadable = The scoresheet cannot be read.
rec-merge-unreadable = Check the medium and try again.
err-merge-damaged = Not a scoresheet, or damaged or altered; left out.
rec-merge-damaged = Ask the reviewer for the file again.
err-merge-broken-seal = The signature ({ $short }) does not match: the sheet was altered; left out.
rec-merge-broken-seal = Ask the reviewer for the original and tell the supervisor.
err-merge-unknown-signer = The signer ({ $short }) is not a reviewer of this batch; left out.
rec-merge-unknown-signer = Check the roster; a replacement needs a ruling first.
err-merge-wrong-batch = The sheet belongs to another batch ({ $found }; this one is { $expected }); left out.
rec-merge-wrong-batch = Check whether this is the right file.
err-merge-wrong-rubric = The sheet was made under another rubric or version of the batch; left out.
rec-merge-wrong-rubric = Ask the reviewer to open the present batch file and sign again.
err-merge-wrong-round = There is no round { $round }; left out.
rec-merge-wrong-round = Check whether this is the right file.
err-merge-incomplete = The sheet does not cover every application ({ $what }); left out.
rec-merge-incomplete = Ask the reviewer to complete and sign again.
err-merge-other-dossier = { $number } was judged on other papers; left out.
rec-merge-other-dossier = Ask the reviewer to judge the present ones.
err-merge-outside-rubric = { $number } does not keep the rubric; left out.
rec-merge-outside-rubric = Ask the reviewer to correct and sign again.
err-intake-empty = { $package }: there is nothing in it; not taken.
rec-intake-empty = Ask the applicant for the package again.
err-intake-truncated = { $package }: incomplete, perhaps cut off while downloading; not taken.
rec-intake-truncated = Download or copy it again.
err-intake-other-format = { $package }: { $found ->
    [unknown] no archive that is known, perhaps damaged or encrypted
   *[other] this is really { $found }
}; not taken.
rec-intake-other-format = Use zip, 7z, tar.gz or a folder.
err-intake-unsupported = { $package }: archives of this format ({ $found }) are not unpacked; not taken.
rec-intake-unsupported = Unpack it and import the folder, or pack it as zip, 7z or tar.gz.
err-intake-several = { $package }: it holds several applications ({ $numbers }); not taken.
rec-intake-several = Unpack it and import the folder: each application is then taken by itself.
err-intake-rar = { $package }: RAR archives are not unpacked.
rec-intake-rar = Unpack it and import the folder.
err-intake-split = { $package }: one volume of a split archive; not taken.
rec-intake-split = Join all volumes first.
err-intake-encrypted = { $package }: protected by a password ({ $entry }); not taken.
rec-intake-encrypted = Ask for a version without a password.
err-intake-encrypted-document = { $package }: document “{ $entry }” is protected by a password; not taken.
rec-intake-encrypted-document = Ask for a version without a password.
err-intake-overlap = { $package }: entries overlap; not taken.
rec-intake-overlap = Ask the applicant for the package again.
err-intake-joined = { $package }: it can be read in two ways (such as by two directories) and readers would see different files; not taken.
rec-intake-joined = Pack it again.
err-intake-duplicate = { $package }: the name “{ $entry }” occurs twice; not taken.
rec-intake-duplicate = Pack it again.
err-intake-ratio = { $package }: “{ $entry }” unpacks to more than { $limit } times its size; not taken.
rec-intake-ratio = Check where it comes from; if it is right, unpack it and import the folder.
err-intake-too-deep = { $package }: more than { $limit } folders or archives inside each other ({ $entry }); not taken.
rec-intake-too-deep = Use fewer folders inside each other, or unpack the inner archives, and import again.
err-intake-too-many = { $package }: more than { $limit } entries; not taken.
rec-intake-too-many = Check whether this is the right file.
err-intake-too-big = { $package }: “{ $entry }” is larger than { $limit } MB; not taken.
rec-intake-too-big = Reduce it and submit again.
err-intake-nothing-readable = { $package }: nothing in it can be read; not taken.
rec-intake-nothing-readable = Ask the applicant for the package again.
err-intake-cancelled = { $package }: cancelled.
rec-intake-cancelled = Import again when needed.
err-intake-unreadable = { $package }: cannot be read; not taken.
rec-intake-unreadable = Check path, medium and permissions.
err-intake-sink = The package could not be stored.
rec-intake-sink = What was saved before is safe. Check the disk and try again.
err-roster-unreadable = { $name }: not a spreadsheet that can be read.
rec-roster-unreadable = Use xlsx, xls, et, ods or csv.
err-roster-locked = { $name }: protected by a password.
rec-roster-locked = Take the password off and import it again.
err-roster-no-headings = { $name }: no headings in the first 40 rows (at least two, such as number, title, lead applicant).
rec-roster-no-headings = Check whether this is the right file, or add headings.
err-roster-empty = { $name }: no application below the headings.
rec-roster-empty = Check whether this is the right file or sheet.
err-roster-too-long = { $name }: more than { $limit } rows; this is no roster of a batch.
rec-roster-too-long = Check whether this is the right file.
err-peek-no-such-entry = The original archive has no “{ $path }”.
rec-peek-no-such-entry = What came in a folder has no original to look into; ask for it again.
err-usage = The words of the call are off: { $detail }
rec-usage = Run linxuan --help.
err-rule-file = The rule file is wrong in line { $line } { $key }.
rec-rule-file = Mend the line and key named.
err-score-table = The score table is wrong: line { $line }, { $fault }
rec-score-table = Mend the line and try again.
err-no-passphrase = No passphrase was given.
rec-no-passphrase = Use --passphrase-file, or enter it at a terminal.
