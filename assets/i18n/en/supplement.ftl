# What a notice asks applicants for. The paper itself is always in Chinese. Ids follow the codes of findings (hyphens for underscores).

ask-contradiction-field = The { $field ->
    [number] project number
    [title] title
    [track] track
    [lead] lead applicant
    [joint] joint applicants
    [period] pilot period
   *[owner] person in charge
} differs: “{ $first }” in one place, “{ $second }” in another. State which is right and correct the papers.
ask-contradiction-credit-code = The credit code of { $applicant } differs: { $first } in one place, { $second } in another. Check and correct it.
ask-contradiction-amount = “{ $what }” differs: { $first } in one place, { $second } in another. State which is right and correct the papers.
ask-contradiction-period = The pilot period differs: { $first } in one place, { $second } in another. State which is right and correct the papers.
ask-contradiction-scale = The expected scale differs: “{ $first }” in one place, “{ $second }” in another. State which is right and correct the papers.
ask-contradiction-date = The date of the application differs: “{ $first }” in one place, “{ $second }” in another. State which is right and correct the papers.
ask-period-reversed = The pilot period “{ $value }” ends before it begins. Correct it.
ask-period-inconsistent = The length of the pilot period “{ $value }” does not fit its beginning and end. State which is right and correct it.
ask-date-impossible = The date of the application “{ $value }” is in no calendar. Correct it.
ask-date-in-future = The date of the application “{ $value }” is later than the day the papers were handed in. Check and correct it.
ask-letter-blank = “{ $document }” is not signed in full (institution, signature or date). Sign it and hand it in again.
ask-letter-of-another = “{ $document }” was issued by “{ $other }”, which is no applicant. Hand in the applicants' own.
ask-licence-of-another = “{ $document }” is that of “{ $other }”, which is no applicant. Hand in the applicants' own licence.
ask-agreement-without-party = “{ $item }” does not name the applicant “{ $applicant }”. Have it signed by all, or state whether that institution takes part.
ask-contradiction-name = The institution's name differs: the applicant is “{ $applicant }”, another place says “{ $other }”. Use the full name throughout.
ask-applicant-not-listed = The form names { $applicant }, the institution sheet does not. Supply its details.
ask-applicant-not-in-form = The institution sheet names { $applicant }, the form does not. Explain or correct.
ask-credit-code-shared = { $applicant } and { $other } give the same credit code { $code }. Check and correct it.
ask-absent-section = “{ $section }” was not found. Supply it, or state the document and page where it stands.
ask-absent-field = The { $field ->
    [title] title
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
    [phone] phone
   *[date] date
} was not found. Supply it, or state the document and page where it stands.
ask-credit-code-absent = The credit code of { $applicant } was not found. Supply it.
ask-seat-unknown = Neither the registered seat nor the main office of { $applicant } is stated. Supply them.
ask-seat-unclear = { $of ->
    [place] The registered seat
    [office] The main office
   *[both] The registered seat or main office
} of { $applicant } ({ $place }) names no city. Supply the full address.
ask-scenario-by-technology = The scenario must come from a licensed institution; the papers give it to { $applicant } (“{ $duty }”). Name the provider and change the duties.
ask-no-licensed-provider = The scenario must come from a licensed institution; none is among the applicants. Name the provider.
ask-licence-absent = The licence name or number of { $applicant } is missing. Supply it.
ask-licence-unstated = { $applicant } state no licence name or number. Supply them.
ask-recognition-evidence = { $applicant } applies as an otherwise recognised institution. Supply evidence of the recognition.
ask-credit-code-invalid = The credit code { $code } of { $applicant } is wrong ({ $reason ->
    [length] it should have 18 characters
    [character] it has a character that codes do not use
   *[check_digit] the check digit does not fit
}). Correct it by the business licence.
ask-licence-expired = The licence attached expired on { $until }. Supply a valid one.
ask-document-locked = The file is password-protected and cannot be read. Submit it without a password.
ask-empty-document = The file is empty. Submit it again.
ask-tracked-changes = The file holds tracked changes. Submit the final text.
ask-entry-quarantined = “{ $name }” is damaged in the archive or cannot be taken out. Submit it again.
ask-scan = The file is a scan without text. Add a searchable copy.
ask-document-broken = The file is damaged and incomplete. Save it anew with its own program and submit it again.
ask-document-unreadable = The file cannot be read. Save it anew with its own program and submit it again.
ask-comments-left = The file holds comments. Submit a clean copy.
ask-unseen-text = The file has text that shows neither on the screen nor on paper. Remove or explain it.
ask-hidden-content = The file has hidden text, rows, columns or sheets. Remove or explain them.
ask-macros = The file contains macros. Submit one without.
ask-formula-uncalculated = Formulas were never calculated, values are missing ({ $places }). Open and save the file in a spreadsheet program and submit it again.
ask-number-rounded = Long numbers may have lost digits ({ $places }). Check them and enter them as text.
ask-field-several = The { $field ->
    [number] project number
    [title] title
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
    [phone] phone
   *[date] date
} is written in several ways: “{ $value }”, “{ $others }”. State which is right.
ask-field-unsure = Is the { $field ->
    [number] project number
    [title] title
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
    [phone] phone
   *[date] date
} “{ $value }”? Please confirm.

## Between versions

change-added = New
change-gone = No longer there
change-changed = Content changed
change-renamed = Renamed only
change-same = Unchanged
change-settled = Settled
change-raised = New finding
part-applicant = Applicant
part-name = Name
part-role = Lead or joint
part-class = Class
part-credit_code = Credit code
part-licence = Licence
part-place = Registered seat
part-office = Main office
part-duty = Duty
point-missing = Missing
point-irregular = Irregular
point-contradiction = Contradiction
point-confirm = To confirm

## Steps and hints

journal-deadline = Deadline set
journal-defer = Moved to the next batch
journal-withdraw = Withdrawn or received by mistake: out of the batch
journal-take_back = Taken back into the batch
journal-first_reading = First reading
opening-late = { $count } applications came after the deadline and are still in this batch: { $numbers }.
opening-not-read = { $count } forwarded applications have no first reading yet: { $numbers }.
err-not-a-number = “{ $text }” cannot be the number of an application.
rec-not-a-number = A number has letters, digits and hyphens, such as GZ2026-031.
err-number-taken = { $number } is the number of another application on this desk.
rec-number-taken = Give another number; if the papers are of that application, take them in again and choose that application.
err-lead-needed = An application always has one lead applicant.
rec-lead-needed = Make another institution the lead; this one becomes joint with it.
err-not-forwarded = The screening of { $number } did not end with “forwarded”; no first reading is written.
rec-not-forwarded = Confirm “forwarded” as the outcome first.
err-not-a-time = “{ $text }” is no usable time, or has passed.
rec-not-a-time = Write it as “2026-12-05” or “2026-12-05 17:30”; the day for a supplement cannot be before today.
