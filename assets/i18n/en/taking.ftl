# A look before the import, entries put aside, the roster of the batch: words of the core and the command line.
preview-new = new application
preview-version = next version
preview-addition = added to what is here
preview-already = here already ({ $number })
preview-set-aside = out of this batch
cli-preview-set-aside = { $becomes } (the application was taken out of this batch and stays out)
preview-not-whole = Some bytes of the name mean nothing in this encoding.
preview-odd = The name has characters that are in no standard: perhaps another encoding.
preview-renamed = Came as “{ $original }”; kept under another name.
preview-confused = Differs from “{ $other }” by case, width or the like alone; both are kept.
fate-taken = taken
fate-nested = opened
fate-junk = skipped
fate-quarantined = put aside
aside-crc = The checksum does not match: the content is damaged.
aside-size = Its size is not the one declared.
aside-method = Packed by a method that is not supported.
aside-link = A link, no file.
aside-sparse = A sparse file with holes.
aside-special = A device or the like, no file.
aside-damaged = Damaged; it could not be unpacked.
listing-not-received = not received
cli-preview = { $name }: { $becomes }, { $files } files, { $bytes } bytes, names in { $encoding }
cli-preview-more =   { $count } more, not listed
cli-preview-left = Belongs to no package and is left out: { $path }
cli-listing = Roster { $name }: { $rows } rows, { $received } received, { $missing } not received; { $unlisted } received but not listed
cli-listing-kept = Kept the roster { $name }
cli-listing-contradicts = {" "}({ $count } contradictions with the package, see linxuan show)
cli-listing-unlisted = Received but not listed: { $numbers }
cli-listing-removed = The listing { $name } is no longer kept; what was received stays as it is.
cli-listing-none = No roster is kept.
err-other-application =
    { $how ->
        [number] “{ $package }” has the number { $stated }, which is another application’s; it was not taken for { $number } “{ $title }”.
        [lead] “{ $package }” says that its number is { $stated } and its lead { $second }; both differ from { $number } “{ $title }”. It was not taken for that application.
        [title] “{ $package }” says that its number is { $stated } and its title “{ $second }”; both differ from { $number } “{ $title }”. It was not taken for that application.
       *[names] “{ $package }” says that its title is “{ $stated }” and its lead { $second }; both differ from { $number } “{ $title }”. It was not taken for that application.
    }
rec-other-application = Look again which application it belongs to. If it is this one and its title and lead have changed, correct the title or the lead here first and import again; on the command line --anyway insists.
finding-other-application =
    { $how ->
        [number] “{ $package }” has the number { $stated }, which is another application’s.
        [lead] “{ $package }” says that its number is { $stated } and its lead { $second }; both differ from the earlier “{ $title }”.
        [title] “{ $package }” says that its number is { $stated } and its title “{ $second }”; both differ from the earlier “{ $title }”.
       *[names] “{ $package }” says that its title is “{ $stated }” and its lead { $second }; both differ from the earlier “{ $title }”.
    } Check whether it was received by mistake; if so, import this application’s own package again as the next version.
cli-preview-of = { $becomes } ({ $number })
err-no-room = { $package }: not enough room on the disk: { $needed } are needed, { $free } are free; not taken.
rec-no-room = Make room on the disk and import again.
err-not-kept = The package of “{ $path }” came as a folder or as loose files and was not kept as it came.
rec-not-kept = Look at it in its own folder, or ask the applicant for an archive.
journal-listing = Roster of the batch kept
journal-listing_removed = Roster of the batch removed
field-credit_code = Credit code
field-class = Class
field-place = Registered place
