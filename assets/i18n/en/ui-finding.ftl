# Search results, places in documents, settled fields
ui-find-title = All results
ui-find-all = All results for “{ $text }”
ui-find-count = { $applications } applications, { $places } places
ui-find-count-more = { $applications } applications, the first { $places } places
ui-find-places = { $count } { $count ->
    [one] place
   *[other] places
 }
ui-find-places-more = the first { $count } places, and more
ui-doc-found-at = { $at } of { $count }
ui-doc-other = Other place: { $place }
ui-doc-pixels = { $wide } × { $high } pixels
ui-doc-undrawn = This kind of picture cannot be shown here. It is kept complete; please ask the secretary to check the original in a picture viewer.
ui-doc-text-only = Fixed-layout document: only the text of its pages is shown here. Check seals and layout in the original.
ui-scr-field-reason-needed = Reason (required)
ui-scr-field-corrected-by = Corrected by { $by } at { $at }
ui-scr-field-confirmed-by = Confirmed by { $by } at { $at }
