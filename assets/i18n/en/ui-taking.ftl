# A look before the import
ui-take-title = Before the import
ui-take-count = { $packages ->
    [one] 1 package
   *[other] { $packages } packages
} chosen, { $files ->
    [one] 1 file
   *[other] { $files } files
}, { $size }
ui-take-doubtful = { $count } to look at
ui-take-refused = { $count } cannot be imported
ui-take-already = { $count } here already
ui-take-says = Nothing has been written yet.
ui-take-go = Import { $count }
ui-take-go-listing = Import { $count } and keep the roster
ui-take-go-only-listing = Keep the roster
ui-take-include = Import this package
ui-take-row = { $files ->
    [one] 1 file
   *[other] { $files } files
} · { $size }
ui-take-aside = { $count } put aside
ui-take-skipped = { $count } system files skipped
ui-take-look = Show files
ui-take-fold = Hide files
ui-take-no-number = no number
ui-take-into = Application it belongs to
ui-take-into-new = An application of its own
ui-take-into-option = Goes to { $number } { $title }
ui-take-as = How it is taken in
ui-take-version-says = Replaces what is there; earlier versions stay on the desk. To be screened again.
ui-take-addition-says = Everything there stays; a file of the same name is replaced. To be screened again.
ui-take-set-aside-says = The application was taken out of this batch and stays out; to screen it in this batch, take it back.
ui-take-form = It holds an application form: a whole application.
ui-take-no-form = It holds no application form: a supplement.
ui-take-encoding = Encoding of names
ui-take-encoding-says = { $count } names state no encoding. If they look wrong, read them another way.
ui-take-encoding-auto = Automatic
ui-take-encoding-found = Found: { $encoding }.
ui-take-more = { $count } more files, not listed.
ui-take-left = Belong to no package and will not be imported ({ $count })
ui-take-listing = Roster: { $rows } rows, { $received } with a package (this drop included), { $missing } without
ui-take-listing-keep = Keep it as the roster of this batch
ui-take-nothing = Nothing to import
ui-take-ended = Import cancelled; { $count ->
    [one] 1 package was
   *[other] { $count } packages were
} not taken and left nothing behind.
ui-progress-preview = Looking at the packages
ui-progress-package = Package { $package }/{ $packages }
ui-progress-files = { $files ->
    [one] 1 file
   *[other] { $files } files
}, { $size }
ui-progress-cancel = Cancel import
ui-progress-cancelling = Cancelling…

# Entries put aside
ui-aside-tab = Put aside
ui-aside-says = These entries were not opened and never will be. The package is kept byte for byte: look at them as hexadecimal or text, and ask the applicant for what is needed.
ui-aside-look = Look inside
ui-aside-not-kept = It came as a folder or as loose files, which are not kept as they came. Look at it in its own folder.
ui-aside-title = Put aside
ui-aside-hex = Hexadecimal
ui-aside-text = Text
ui-aside-bytes = The first { $bytes } bytes
ui-aside-more = There is more behind them.
ui-aside-packed = It cannot be unpacked: these are the bytes as they lie in the archive.
ui-aside-empty = There is nothing in it.

# The roster of the batch
ui-list-button = Roster…
ui-list-button-kept = Roster { $received }/{ $rows }
ui-list-title = Roster of the batch
ui-list-none = No roster yet
ui-list-none-says = A roster is a spreadsheet with one row for each application (xlsx, xls, et, ods, csv). It is laid beside what was received: what is not here, and what contradicts the papers. It can be dropped on the window, too.
ui-list-pick = Choose a roster…
ui-list-other = Another one…
ui-list-files = Spreadsheets
ui-list-keep = Keep the roster
ui-list-remove = Remove…
ui-list-remove-says = It is no longer laid beside what was received. Choose the file again when needed.
ui-list-remove-go = Remove it
ui-list-facts = { $rows } rows · { $received } received · { $missing } not received
ui-list-unlisted = Received but not listed ({ $count }): { $numbers }
ui-list-unknown = Columns not understood: { $headings }
ui-list-row = Row
ui-list-state = Received
ui-list-received = received
ui-list-missing = not received
ui-list-contradictions = { $count ->
    [one] 1 contradiction
   *[other] { $count } contradictions
}
ui-list-findings = About the spreadsheet itself ({ $count })
ui-list-not-kept = Not kept yet, only compared.
ui-list-show = Rows shown
ui-list-show-all = All { $count }
ui-list-show-missing = Not received { $count }
ui-list-show-odd = Contradictions { $count }
