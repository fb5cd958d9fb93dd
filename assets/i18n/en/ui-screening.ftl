# 材料审核
ui-scr-list = Packages
ui-scr-filter = Filter by number, title, institution
ui-scr-filter-none = No application matches “{ $text }”.
ui-scr-filter-clear = Show all
ui-scr-show = Which applications to show
ui-scr-show-all = All ({ $count })
ui-scr-show-open = Open ({ $count })
ui-scr-show-errors = With errors ({ $count })
ui-scr-show-asks = Fields to confirm ({ $count })
ui-scr-show-late = Late ({ $count })
ui-scr-show-done = Confirmed ({ $count })
ui-scr-show-none = There are no such applications.
ui-scr-import-files = Add files …
ui-scr-import-folder = Add folder …
ui-scr-empty = No packages yet
ui-scr-empty-says = Drag the archives or folders onto the window, or use the buttons below. ZIP, 7z and folders all work, many at once.
ui-scr-choose = Choose a project on the left to see its checklist, fields, findings and documents.
ui-scr-no-batch = First create the batch
ui-scr-no-batch-says = The batch fixes the checklist, eligibility and rubric; packages are checked against it.
ui-scr-have-batch = The secretary has prepared a batch file? Open it …
ui-scr-count = { $all } in all · { $done } confirmed · { $open } open
ui-scr-confirm-all = Confirm { $count } without errors …
ui-scr-confirm-all-title = Confirm the outcome of { $count } projects
ui-scr-confirm-all-says = These have no findings of weight error and no fields to confirm. Each is journalled; until the review is opened you can still change them.
ui-scr-confirm-all-go = Confirm { $count }
ui-scr-refused = Files not taken ({ $count })
ui-scr-refused-says = These were not imported; nothing of them was kept.
ui-scr-taken = { $count ->
    [one] One project imported.
   *[other] { $count } projects imported.
 }
ui-scr-lead = { $lead } (lead of { $count })
ui-scr-no-title = (no title found)
ui-scr-tab-items = Checklist
ui-scr-tab-fields = Fields
ui-scr-tab-findings = Findings
ui-scr-tab-documents = Documents
ui-scr-tabs = What was examined
ui-scr-errors = { $count } { $count ->
    [one] error
   *[other] errors
 }
ui-scr-warnings = { $count } { $count ->
    [one] warning
   *[other] warnings
 }
ui-scr-to-confirm = { $count } to confirm
ui-scr-clean = Nothing found
ui-scr-suggested = Suggested: { $outcome }
ui-scr-prefilled = pre-filled
ui-scr-clause = per { $clause }
ui-scr-item-reason = Reason or what is missing (goes into the notice)
ui-scr-no-findings = Nothing that needs attention was found.
ui-scr-fields-says = Every field names its source. Where there are several values, choose one or correct it.
ui-scr-candidate = Also: { $value }
ui-scr-written = The papers say: { $value }
ui-scr-field-confirm = Confirm
ui-scr-field-correct = Correct …
ui-scr-field-reason = Why it is corrected
ui-scr-field-empty = (not found)
ui-scr-applicants = Applicants
ui-scr-no-applicants = No applicant was found in the papers. Note it on the checklist item on the applicants, so that the notice asks for it.
ui-scr-code-bad = check digit fails
ui-scr-outcome = Outcome
ui-scr-outcome-reason = Reason (required unless admitted or forwarded)
ui-scr-outcome-confirm = Confirm the outcome
ui-scr-outcome-again = Change the outcome
ui-scr-next = Next open application
ui-scr-confirmed = Confirmed by { $by }, { $at }: { $outcome }
ui-scr-frozen = The review has been opened; outcomes no longer change.
ui-scr-open-doc = Open the place

outcome-admit = Admitted
outcome-supplement = To be supplemented
outcome-reject = Not eligible
outcome-forward = Forwarded
outcome-none = Open
item-present = Present
item-missing = Missing
item-irregular = Irregular
item-na = Not applicable
severity-error = Error
severity-warning = Warning
severity-info = Note
status-found = found
status-confirm = to confirm
status-corrected = corrected
applicant-lead = lead
applicant-joint = joint

field-number = Number
field-title = Title
field-track = Track
field-lead = Lead
field-joint = Joint applicants
field-scenario = Business scenario
field-technology = Technology
field-users = Users served
field-period = Pilot period
field-scale = Expected scale
field-owner = Project owner
field-contact = Contact
field-phone = Telephone
field-date = Date
class-market_core = Market core institution
class-operating = Securities or futures firm
class-service = Securities service institution
class-regional_equity = Regional equity market operator
class-custodian = Fund custodian
class-other_recognised = Other institution recognised by the CSRC
class-technology = Technology company
class-listed = Listed company
class-fund_operating = Securities, fund or futures firm
ui-scr-refused-read = Close
ui-scr-refused-before = Files refused before ({ $count })
ui-scr-unsaid = { $count ->
    [one] One item still has no reason
   *[other] { $count } items still have no reason
 }
ui-scr-confirm-all-warned = { $count ->
    [one] One of them has warnings; look at it first.
   *[other] { $count } of them have warnings; look at those first.
 }
ui-scr-confirm-all-done = { $done } of { $count } confirmed
ui-scr-unread = This application could not be read
ui-scr-unread-list = The packages could not be read
ui-scr-closed = The review has been opened; this batch takes no more packages.
ui-scr-closed-advice = Import what arrives now at the desk of a later batch.
