# Carrying over: export, taking in, earlier conclusions
ui-car-tag = Carried over
ui-car-send = Export carry file…
ui-car-send-title = Export a carry file
ui-car-send-says = The applications go to a later batch with their screening records, notices and conclusions, signed by you. Scores do not. Applications not in this batch are exported at the desk that signed the opinion.
ui-car-send-count = { $count } chosen
ui-car-send-none = There is nothing to carry over yet. What can be carried over: applications moved to the next batch; after the review is opened, those not admitted; after the opinion is signed, those not in this batch.
ui-car-send-documents = With the documents ({ $size }), so that the applicants need not be asked again
ui-car-send-to = Encrypt to a person (choose the card)…
ui-car-send-to-is = Encrypted to { $name }
ui-car-send-plain = Not encrypted: whoever holds the file can read it. Hand it on by the rules for media.
ui-car-send-plain-again = Do not encrypt
ui-car-send-out = Another place…
ui-car-send-go = Sign and export
ui-car-sent = { $count ->
    [one] 1 application exported: { $name }
   *[other] { $count } applications exported: { $name }
}
ui-car-sent-bare = The documents of { $numbers } are not on this desk; only records and conclusions travel.
ui-car-sent-code = Tell the receiver the digest of your key, to be compared with paper: { $short }
ui-car-bare = no documents
ui-car-files = Carry file
ui-drop-carry = .lxcarry → take in applications of an earlier batch
ui-car-take-title = Take in carried applications
ui-car-take-says = Nothing is written before you confirm.
ui-car-take-from = From batch
ui-car-take-signer = Signed by
ui-car-take-at = Signed at
ui-car-vouched-own = Signed with this desk’s own key.
ui-car-vouched-roster = The signer is on this batch’s roster: checked.
ui-car-vouched-named = The same as the card you chose: checked.
ui-car-vouched-paper = Compared with the digest on paper.
ui-car-vouched-nobody = Who the signer is was not checked.
ui-car-take-compare = The signature fits the contents, but a file cannot prove whose it is. Compare the digest of the key with paper, or choose the signer’s card.
ui-car-take-same = Compared with paper, it is the same
ui-car-take-card = Check with a card…
ui-car-take-claims = Claim by claim
ui-car-take-place = Becomes
ui-car-take-new = New application { $number }
ui-car-take-own = New application, another number
ui-car-take-number = New number of { $former }
ui-car-take-beside = Joins { $number } { $title }
ui-car-take-former = Was { $former }
ui-car-take-here = Taken in before ({ $number })
ui-car-take-same-hint = Seems to be the same project as { $number }: joined, it only gets the earlier conclusions; its papers stay.
ui-car-take-documents = { $count ->
    [one] 1 document
   *[other] { $count } documents
}
ui-car-take-bare = No documents; ask the applicant for them
ui-car-take-go = Take in { $count }
ui-car-take-nothing = Nothing chosen
ui-car-take-none = Everything in the file is in this batch already; there is nothing to take in.
ui-car-taken = { $count ->
    [one] 1 application came over from the carry file.
   *[other] { $count } applications came over from the carry file.
}
ui-car-taken-none = Everything in the file was taken in before; nothing was taken twice.
ui-progress-carry = Writing the carry file
ui-car-former = Earlier conclusion ({ $batch }, there { $number })
ui-car-former-screened = Screening: { $outcome }
ui-car-former-decided = Opinion signed { $at }
ui-car-former-industry = Industry direction: { $text }
ui-car-former-reading = First reading: { $text }
ui-car-former-version = Version { $version } · received { $at } · { $name } · digest { $short }
ui-car-former-in-order = { $count } others in order or not applicable
ui-car-former-asked = Notice of { $at } asked for { $count ->
    [one] 1 thing
   *[other] { $count } things
}
ui-car-former-more = Screening record
ui-car-former-profile = Profile { $name }, digest { $short }
ui-car-former-profile-other = not the profile of this batch
ui-car-former-bare = The earlier documents did not come along; versions cannot be compared.
ui-car-former-by = Signed by { $signer } ({ $org }), key { $short }.
ui-car-take-after = { $count ->
    [one] One more file waits until this one is decided on.
   *[other] { $count } more files wait until this one is decided on.
 }
