# Findings of screening: first the fact, then what to do. One message per code (hyphens for underscores).

## Completeness

finding-missing-item = “{ $item_en }” is missing. Ask the applicant to submit it.
finding-item-bound = “{ $item_en }” was not submitted as a document of its own; “{ $document }” has a heading of that name. Check whether it is bound in there and then mark the item as there; otherwise ask for it.
finding-missing-item-of-applicant = “{ $item_en }” of { $applicant } is missing; every applicant submits its own. Ask for it.
finding-absent-section = “{ $item_en }” does not mention “{ $section }”. Check the original; if it is not there, ask the applicant to add it.
finding-absent-field = The papers do not state the { $field ->
    [title] project title
    [track] track
    [lead] lead applicant
    [joint] joint applicants
    [scenario] business scenario
    [technology] technology
    [users] users served
    [period] pilot period
    [scale] expected scale
    [owner] person in charge
    [contact] contact
    [phone] telephone
   *[date] date of application
}. Check the original; if it is not there, ask the applicant to add it.
finding-unclassified-document = It is not clear which item of the checklist “{ $document }” answers. Open it; if it is one that the checklist names, mark that item as present.
finding-provisional-number = The papers have no application number; { $number } is provisional. Assign the final number.
finding-unsure-number = It is not certain that “{ $stated }” in the papers is the application number; { $number } is provisional. Assign the final number.
finding-former-number = The receipts and notices made before have the former number { $former }. Make them again.
finding-number-taken = The form has the number { $stated }, which is that of “{ $title }”; { $number } is provisional. Assign the final number; if this belongs to that application, take it in again and choose that application.
finding-correction-open = { $what ->
    [number] The number
    [title] The project title
    [track] The track
    [lead] The lead applicant
    [joint] The joint applicants
    [scenario] The business scenario
    [technology] The technology
    [users] The users served
    [period] The pilot period
    [scale] The expected scale
    [owner] The project owner
    [contact] The contact
    [phone] The telephone
    [date] The date of application
    [name] The name of { $applicant }
    [role] The role of { $applicant }
    [class] The class of { $applicant }
    [credit_code] The credit code of { $applicant }
    [licence] The licence of { $applicant }
    [place] The registered seat of { $applicant }
    [office] The main office of { $applicant }
   *[duty] The duty of { $applicant }
} was settled by a person in the version before{ $what ->
    [role] {""}
    [class] {""}
    [track] {""}
   *[other] {" "}as “{ $said }”
}; the papers of the new version read otherwise, so it was not taken over. Settle it again.

## Contradictions

finding-contradiction-field = The { $field ->
    [number] application number
    [title] project title
    [track] track
    [lead] lead applicant
    [joint] joint applicants
    [period] pilot period
   *[owner] person in charge
} differs: “{ $first }” in one place, “{ $second }” in another. Ask the applicant which one holds.
finding-contradiction-credit-code = The unified social credit code of { $applicant } differs: { $first } in one place, { $second } in another. Ask the applicant to verify it.
finding-credit-code-shared = { $applicant } and { $other } state one and the same credit code { $code }. Compare with the business licences.
finding-contradiction-amount = “{ $what }” differs: { $first } in one place, { $second } in another. Ask the applicant which one holds.
finding-contradiction-period = The pilot period differs: { $first } in one place, { $second } in another. Ask the applicant which one holds.
finding-several-applications = There are two application forms with different titles (“{ $first }” and “{ $second }”): papers of another application may be among these. Import each application by itself, or ask the applicant.
finding-contradiction-name = The name of an institution differs: the applicant is “{ $applicant }”, another place says “{ $other }”. Check the full name.
finding-applicant-not-listed = The application form names { $applicant }, the applicant information does not. Ask the applicant to add it.
finding-applicant-not-in-form = The applicant information lists { $applicant }, the application form names it neither as lead nor as joint applicant. Ask the applicant to explain.

## Institutions and eligibility

finding-credit-code-absent = The unified social credit code of { $applicant } is not stated. Ask the applicant to add it.
finding-credit-code-invalid = The unified social credit code { $code } of { $applicant } is wrong: { $reason ->
    [length] it must have 18 characters
    [character] it has a character that codes do not use
   *[check_digit] the check digit does not match
}. Compare it with the business licence.
finding-licence-absent = { $applicant } belongs to a licensed class but states no licence. Ask the applicant to add it.
finding-licence-expired = The validity ended on { $until }. Ask for a licence that is in force.
finding-forwarded-track = { $applicant } is a market core institution registered in the city: its papers are received, given a first reading and forwarded, not scored or ranked. Please confirm.
finding-no-applicant = No applicant could be recognised in the papers. Open the application form and correct “Lead applicant” and “Joint applicants”.
finding-class-unknown = The papers do not state the class of { $applicant }. Check whether it is an eligible one.
finding-class-not-eligible = The class “{ $class }” of { $applicant } is not eligible under this profile. Please verify.
finding-recognition-evidence = { $applicant } applies as another institution recognised by the CSRC. Check the evidence of recognition.
finding-seat-unknown = The papers state neither the place of registration nor the main office of { $applicant }. Ask the applicant to add them.
finding-seat-unclear = { $of ->
    [place] The place of registration
    [office] The main office
   *[both] The place of registration or main office
} of { $applicant } ({ $place }) names no city. Verify whether it is in { $seat } and correct it to the full address.
finding-seat-outside = { $of ->
    [place] { $applicant } is registered in { $place }, not in { $seat }; the papers do not state its main office. Verify the main office; if it is elsewhere too, the application is not eligible.
    [office] The main office of { $applicant } is in { $place }, not in { $seat }; the papers do not state its place of registration. Verify it; if it is elsewhere too, the application is not eligible.
   *[both] { $applicant } is registered and located in { $place }, not in { $seat }. Verify its main office; if it is elsewhere, the application is not eligible.
}
finding-coaching-seat-outside = Applicants for coaching must be registered in { $seat }; { $applicant } is registered in { $place }. Please verify.
finding-technology-alone = All applicants are technology companies; without a pilot institution the application is not eligible for the pilot. A pilot institution may join, or the application may change to coaching.
finding-no-licensed-provider = The business scenario must come from a licensed institution; none is among the applicants. Ask who provides it.
finding-scenario-by-technology = The business scenario must come from a licensed institution; the papers leave it to { $applicant } (“{ $duty }”) and no licensed applicant says that it provides it. Ask who does, and for the duties to be changed.
finding-licence-unstated = The business scenario must come from a licensed institution, but { $applicant } state no licence. Ask the applicant to add it.
finding-should-forward = { $applicant } is a market core institution registered in the city and is to be forwarded. Check the track.
finding-forward-not-market-core = Only a market core institution registered in the city is forwarded; none is among the applicants. Check the track.
finding-unprintable-characters = “{ $characters }” ({ $codes }) in “{ $value }” has no glyph in the fonts of this program, so neither receipt nor report can be printed. Check the spelling; if it is right, correct the value to a spelling that can be printed and say why.
finding-unprintable-name = The file name “{ $document }” has characters that no font prints; receipts and other papers show their codes ({ $codes }). If the name looks garbled, check the encoding of names.

## Between applications

finding-same-file-elsewhere = “{ $document }” is the same file as “{ $other_document }” of { $other } “{ $other_title }”{ $named ->
    [two] {" "}and “{ $second_document }” of { $second } “{ $second_title }”
    [three] , “{ $second_document }” of { $second } “{ $second_title }” and “{ $third_document }” of { $third } “{ $third_title }”
    [more] , “{ $second_document }” of { $second } “{ $second_title }”, “{ $third_document }” of { $third } “{ $third_title }” and others, in { $others } other applications
   *[one] {""}
}. Check whether it was handed in by mistake, or for several projects.
finding-institution-two-codes = The credit code of { $applicant } differs between applications: { $code } here, { $other_code } in { $other } “{ $other_title }” ({ $other_at }). Compare with the business licence.
finding-institution-two-seats = The registered place of { $applicant } differs between applications: { $seat } here, { $other_seat } in { $other } “{ $other_title }” ({ $other_at }). Compare with the business licence.
finding-code-two-names = Credit code { $code } belongs to { $applicant } here and to { $other_applicant } in { $other } “{ $other_title }” ({ $other_at }). Compare with the business licence.

## The roster

finding-roster-blank-rows = “{ $document }” has blank rows inside ({ $rows }). Check whether something was deleted.
finding-roster-rows-skipped = Rows { $rows } of “{ $document }” are no applications (sums, notes) and were skipped. Check them.
finding-roster-number-invalid = The number “{ $value }” in row { $row } of the roster is none of an application ({ $title }). Correct the roster.
finding-roster-number-absent = Row { $row } of the roster has no number ({ $title }). Fill it in.
finding-roster-duplicate-number = Rows { $first } and { $second } of the roster have the same number: { $value }. Correct the roster.
finding-roster-duplicate-title = Rows { $first } and { $second } of the roster have the same title: { $value }. Check whether a project was entered twice.
finding-roster-contradiction = The { $field ->
    [title] project title
    [track] type of application
    [lead] lead applicant
    [joint] joint applicants
    [period] pilot period
   *[owner] person in charge
} differs between the roster and the papers: “{ $listed }” in the roster ({ $at }), “{ $value }” in the papers. Find out which holds.
finding-roster-code-differs = The credit code of { $applicant } differs from the roster: { $listed } there ({ $at }), { $code } in the papers. Compare with the business licence.
finding-roster-number-differs = Matched with the roster by its title, but the numbers differ: { $listed } in the roster ({ $at }), { $number } here. Settle the number.
finding-roster-unlisted = { $number } is not in the roster “{ $roster }”. Check whether it was left out.
finding-roster-not-received = Nothing was received for { $number } “{ $title }” ({ $applicant }), row { $row } of the roster. Ask for it, or check the number.

## Documents

finding-scan = “{ $document }” is a scan without a text layer; it can be neither searched nor checked. Ask for a searchable copy.
finding-scan-signed = “{ $document }” is a scan without a text layer. Check seal, signature and date by eye.
finding-scan-recognised = “{ $document }” is a scan; the text of the pages listed was added by recognition software and may be wrong, so every value read there is to be confirmed. Compare with the original, item by item.
finding-document-without-text = “{ $document }” has no text; it may hold only pictures, and its content can be neither searched nor checked. Open it to check; if need be, ask the applicant for a searchable version.
finding-empty-document = “{ $document }” is empty. Ask for it again.
finding-document-broken = “{ $document }” breaks off: what stands behind the damage was not read. Open it in its own program, and ask for it to be saved anew and submitted again.
finding-document-unreadable = “{ $document }” is kept but could not be read ({ $reason ->
    [time] it took too long
    [crash] its structure is abnormal
    [memory] reading it takes more memory than is allowed
    [size] it unpacks to too much
   *[format] damaged or not supported
}). Open it in its own program; if need be, ask for it to be saved anew.
finding-document-locked = “{ $document }” asks for a password and could not be read. Ask for a copy without one.
finding-document-not-opened = “{ $document }” is kept, { $sort ->
    [program] but it is a program: do not open it. Ask what it is for, or have it withdrawn.
    [volume] but it is one volume of a split archive and was not unpacked. Ask for the joined and unpacked files.
    [archive] but archives of this kind are not unpacked, and nothing in it was checked. Ask for a ZIP or the files themselves.
   *[other] but this program cannot show it. Open it in its own program, or ask for a common format.
}
finding-document-too-big = “{ $document }” is larger than { $limit } MB; it is kept, its text is not read. Look at it yourself.
finding-checked-in-part = “{ $document }” is very long; only its beginning was checked. Check the rest by hand.
finding-read-in-part = “{ $document }” has very many pages; only the first { $pages } were read, checked and can be searched. Check the rest by hand.
finding-duplicate-document = These documents are identical: { $documents }. Check whether one was sent by mistake.
finding-author-metadata = The properties of “{ $document }” name an author ({ $authors }). Remove them before passing it on.
finding-tracked-changes = “{ $document }” has tracked changes. Ask for the final text.
finding-hidden-content = “{ $document }” has hidden text, rows, columns or sheets. Unfold and check them, or ask the applicant.
finding-unseen-text = The pages listed of “{ $document }” have text that shows neither on the screen nor on paper, so every value read there is to be confirmed. Select all text to see it, or ask the applicant.
finding-comments-left = “{ $document }” has comments in it. Ask for a clean copy.
finding-macros = “{ $document }” has macros. They are never run; ask for a copy without them.
finding-embedded-objects = “{ $document }” has other files embedded in it, which were not read. Open it to check them.
finding-formula-uncalculated = Formulas of “{ $document }” were never calculated and have no value: { $places }. Ask for it to be opened and saved in a spreadsheet program.
finding-number-rounded = Long numbers of “{ $document }” are stored as numbers, their last digits may be lost: { $places }. Compare with the original.

## Archives and names

finding-names-decoded = { $count } file names were restored from { $encoding }. Check them if any look wrong.
finding-names-guessed = The encoding of { $count } file names is unknown; shown as { $encoding }, perhaps wrongly. Please check.
finding-name-unsafe = The name “{ $original }” climbs out of its folder, hides characters or is too long; the content is kept as “{ $name }”. Check where it comes from.
finding-name-collision = “{ $name }” and “{ $other }” differ only in case or width, or are a file and a folder of one name; both are kept. Check whether one is a repetition.
finding-header-mismatch = Directory and headers of the archive “{ $archive }” disagree; the directory was followed. Check that all is there; if need be, ask for a new archive.
finding-entry-quarantined = “{ $name }” could not be taken ({ $reason ->
    [crc] its checksum is wrong, the content is damaged
    [size] its size is not what the archive says
    [method] its compression is not supported
    [link] it is a link, not a file
    [sparse] it is a sparse file with holes
    [special] it is a device or another special entry, not a file
   *[damaged] its data are damaged
}); the rest is not affected. Ask for it again.
finding-misnamed = The extension of “{ $name }” does not match its content, which is { $found }; it was taken as a document.
finding-junk-skipped = { $count } files made by systems themselves were skipped.

## Further checks

finding-item-within = “{ $item_en }” was not sent by itself; “{ $document }” has what belongs to it. Check it; if it is incomplete, ask for it.
finding-letter-blank = In “{ $document }” nothing is filled in for { $blank ->
    [unit] the institution
    [signature] the signature
    [date] the date
    [unit_signature] the institution and the signature
    [unit_date] the institution and the date
    [signature_date] the signature and the date
   *[unit_signature_date] the institution, the signature and the date
}. Check whether the original is signed; if not, ask for a signed one.
finding-letter-of-another = “{ $document }” is given by “{ $other }”, which does not apply. Check it; if it was sent by mistake, ask for the applicant's own.
finding-agreement-without-party = “{ $item_en }” does not name the applicant “{ $applicant }”. Check it; if the applicant is no party to it, ask for an explanation or a new one.
finding-licence-renewed = A licence was valid until { $until }; another one of the same name is valid until { $other }. Check whether it took the place of the former.
finding-licence-of-another = “{ $document }” is held by “{ $other }”, which does not apply. Check it and ask for the applicant's own licence where needed.
finding-period-reversed = The pilot period “{ $value }” ends before it begins. Ask for a correction.
finding-period-inconsistent = The pilot period “{ $value }” states a length that is not that of its dates. Ask which one holds.
finding-date-impossible = The date of application “{ $value }” is in no calendar. Ask for a correction.
finding-date-in-future = The date of application “{ $value }” is later than the day of receipt. Ask for a check.
finding-contradiction-date = The date of application is not the same everywhere: “{ $first }” here, “{ $second }” there. Ask which one holds.
finding-contradiction-scale = The expected scale is not the same everywhere: “{ $first }” here, “{ $second }” there. Ask which one holds.
finding-field-told-otherwise = The papers tell of the { $field ->
    [technology] technology
   *[users] users
} in different ways: “{ $first }” here, “{ $second }” there. Check whether both hold.
