# What is missing
blocker-undeclared = { $number }: ties not declared
blocker-unscored = { $number }: { $criterion } not scored
blocker-reason-missing = { $number }: { $criterion } needs a reason
blocker-out-of-range = { $number }: { $criterion } { $points } is not between 0 and { $full }
blocker-off-step = { $number }: { $criterion } { $points } is no multiple of { $step }
blocker-abstain-reason = { $number }: abstaining needs a reason
blocker-veto-reason = { $number }: a veto item needs a reason
opening-no-applications = No applications have been received.
opening-unscreened = { $count } applications have no confirmed outcome: { $numbers }.
opening-chairs = The panel needs exactly one chair; it has { $count }.
opening-no-reviewers = There are no reviewers on the panel.
opening-missing-glyphs = “{ $place }” has characters that cannot be printed: { $characters }.
opening-not-countersigned = The chair has not signed the batch yet.
opening-panel-small = { $found } reviewers; the profile asks for at least { $wanted }.
opening-panel-even = { $found } reviewers is an even number; the profile asks for an odd one.
opening-not-trimmed = With { $found } reviewers (fewer than { $wanted }) no highest and lowest score is dropped.
opening-same-org = { $name } works for “{ $org }”, which has the name of an applicant.
opening-unconfirmed = { $number } has { $fields } fields to confirm.
opening-nothing-to-score = No application was admitted: nothing will be scored.
opening-no-supervisor = There is no supervisor on the roster.
deciding-open-conflict = { $name } has two sheets that stand; rule which one counts.
deciding-no-sheets = No scoresheet has been merged.
deciding-opinion-missing = { $count } applications have no opinion: { $numbers }.

# The rules of the profile
rules-one-round = One round: reviewers score on their own, then sign.
rules-two-rounds = Two rounds with a presentation between them; both are kept.
rules-panel = At least { $count } reviewers per application after recusals, preferably an odd number.
rules-panel-any = At least { $count } reviewers per application after recusals.
rules-no-trim = No score is dropped.
rules-trim-total = From { $sheets } valid sheets on, the sheets with the highest and the lowest total are dropped.
rules-trim-criterion = From { $sheets } valid sheets on, each criterion drops its highest and its lowest points.
rules-half-up = half up
rules-half-even = half to even (GB/T 8170)
rules-stage-criterion = criterion means
rules-stage-weighted = weighted means
rules-stage-total = the total
rules-rounding = Only { $stages } is rounded, to { $decimals } decimals, { $mode }.
rules-no-ties = Ties are broken by the panel’s vote.
rules-ties = Ties compare { $by } in turn; then the panel votes.
rules-outlier = A total further than { $percent } % of full marks from the median is pointed out; it changes no score.

# Warnings at merging
warning-unusual-total = The total differs much from the others ({ $total }; median { $median }; line { $limit }). The reviewer may explain, or keep it.
warning-missing-points = A criterion is missing on this sheet; its mean leaves the sheet out.
warning-points-out-of-range = Points are outside the range.
warning-criterion-unscored = A criterion was scored by nobody; there is no total.
warning-not-trimmed = Too few valid sheets: nothing was dropped.
warning-tied = Tied: the panel votes on the order.
warning-panel-small = After recusals fewer reviewers than the profile asks for.
warning-panel-even = After recusals an even number of reviewers.
warning-open-conflict = A reviewer has two sheets; neither counts until a ruling.
warning-older-dossier = Judged on an older version of the papers.
warning-correction-ignored = A correction could not be applied.
warning-no-sheets = No valid sheet.
warning-too-few-applications = Fewer than two applications.
warning-too-few-reviewers = Fewer than two reviewers.
warning-incomplete = Not every reviewer scored every application.
warning-no-variation = All totals are the same.

# Rulings
ruled-void = Sheet { $sheet } is void
ruled-resolve = Of { $reviewer }’s sheets { $sheet } counts
ruled-recuse = { $reviewer } is recused from { $number }
ruled-correct = { $reviewer }’s { $criterion } of { $number } is corrected to { $points }
ruled-break-tie = Order of the tied: { $order }
ruled-amend = The roster is amended

# Files refused at merging
merge-code-unreadable = cannot be read
merge-code-damaged = not a scoresheet, or damaged
merge-code-encrypted = encrypted to somebody else, or damaged
merge-code-broken-seal = the signature does not match
merge-code-unknown-signer = the signer is not a reviewer of this batch
merge-code-wrong-batch = of another batch
merge-code-wrong-rubric = of another rubric or version
merge-code-wrong-round = of a round that there is not
merge-code-incomplete = not complete
merge-code-other-dossier = judged on other papers
merge-code-outside-rubric = outside the rubric
merge-advice = Ask the reviewer for the file again.

# Verification
headline-proven = Everything holds; the signer’s identity was checked.
headline-unsigned = Whole, and as its list says; a backup bears no signature.
headline-unchecked = The content is consistent; the signer’s identity was not checked.
headline-refuted = Refuted: altered, incomplete, or another signer.
claim-file-signer = Identity of the signer
claim-file-signer-holds = { $name } ({ $org }), fingerprint { $short }, as trusted.
claim-file-signer-refuted = The file says { $name } ({ $org }), fingerprint { $short }, which is not trusted.
claim-file-signer-unchecked = The file says { $name } ({ $org }), fingerprint { $short }; not checked.
claim-file-form = Form
claim-file-form-holds = In its one proper form, byte for byte.
claim-file-form-refuted = Cannot be read, or not in its proper form ({ $reason ->
        [missing] not there
        [unreadable] cannot be read
        [too_large] too large
        [newer] made by a newer program
        [other_kind] of another kind
        [unsigned] a signature is missing
        [other_signer] another signer
        [altered] altered
        [bad_key] invalid key or certificate
        [damaged] damaged or altered
        [documents] documents missing or altered
        [inconsistent] contradicts itself
        [encrypted] encrypted
        [no_card] without its card
       *[form] not in its proper form
    }).
claim-file-signature = Signature
claim-file-signature-holds = The signature matches: nothing changed since signing.
claim-file-signature-refuted = The signature does not match or is missing ({ $reason ->
        [missing] not there
        [unreadable] cannot be read
        [too_large] too large
        [newer] made by a newer program
        [other_kind] of another kind
        [unsigned] a signature is missing
        [other_signer] another signer
        [altered] altered
        [bad_key] invalid key or certificate
        [damaged] damaged or altered
        [documents] documents missing or altered
        [inconsistent] contradicts itself
        [encrypted] encrypted
        [no_card] without its card
       *[form] not in its proper form
    }).
claim-file-signature-unchecked = The file does not bring its signer’s key; not checked.
claim-file-contents = Contents
claim-file-contents-holds = Batch { $batch }, { $applications } applications, digest { $digest }.
claim-file-contents-refuted = The contents contradict themselves or are incomplete ({ $reason ->
        [missing] not there
        [unreadable] cannot be read
        [too_large] too large
        [newer] made by a newer program
        [other_kind] of another kind
        [unsigned] a signature is missing
        [other_signer] another signer
        [altered] altered
        [bad_key] invalid key or certificate
        [damaged] damaged or altered
        [documents] documents missing or altered
        [inconsistent] contradicts itself
        [encrypted] encrypted
        [no_card] without its card
       *[form] not in its proper form
    }).
claim-file-documents = Documents
claim-file-documents-unchecked = The file brings no documents; not checked.
claim-backup-contents = Backup
claim-backup-contents-holds = { $files } files, { $bytes } bytes, each as listed.

# Journal
journal-identity = Identity made
journal-batch = Batch created
journal-member = Member added
journal-member_removed = Member removed
journal-card_refused = Card refused
journal-import = Package taken
journal-import_refused = Package refused
journal-screen = Screening
journal-admission = Outcome confirmed
journal-correct_field = Field corrected
journal-correct_applicant = Applicant corrected
journal-freeze = Review opened
journal-countersign = Batch countersigned
journal-open = Batch file opened
journal-batch_refused = Batch file refused
journal-declare = Declaration
journal-abstain = Abstention
journal-seal = Sheet signed
journal-merge = Sheet merged
journal-merge_refused = Sheet refused
journal-rule = Ruling
journal-opine = Opinion drafted
journal-dissent = Dissent
journal-decide = Decision signed
journal-report = Report made
journal-export = File exported

# Other
said-closed = The desk is closed.
note-cannot-show = This file cannot be shown here. It is kept whole; look at the original as it was received with a program of its kind.
note-first-page = { $pages } pages, of which the first is shown here; look at the original as it was received for the others.
note-cut = Only the beginning is shown.
