# Looking at the documents of a package.
ui-doc-tabs = Documents
ui-doc-none = This project has no documents to look at.
ui-doc-page = page { $page }
ui-doc-pages = { $pages } pages
ui-doc-goal = Place meant: { $place }
ui-doc-zoom-in = Larger
ui-doc-zoom-out = Smaller
ui-doc-find = Find in this document
ui-doc-found-none = not found
ui-doc-scan = A scan without a text layer: words cannot be found or selected.
ui-doc-not-shown = This document cannot be shown here.
ui-doc-failed = This document did not open. It is stored complete; look at another one first, and ask the secretary to check the original if it never opens.
ui-doc-pin = Pin as evidence for “{ $criterion }”
ui-doc-sheet = Worksheet: { $name }
ui-doc-all = All { $count }
