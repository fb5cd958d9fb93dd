# Checking a report: the name of each claim, and how it came out.

claim-identity = Identity of the signer
claim-identity-unchecked = Consistent in itself; the signer's identity was not checked
claim-identity-inconsistent = Not consistent in itself; the signer's identity was not checked
claim-identity-holds = The signer is known: { $names }
claim-identity-refuted = The signer ({ $names }) is none of those trusted

claim-file = Whole file
claim-file-holds = All { $bytes } bytes are covered by the signature
claim-file-refuted = { $reason ->
    [unsigned] The file bears no signature
   *[uncovered] Something is outside what is signed, or the signature's place is not spelled as it must be
}
claim-file-unchecked = Not checked

claim-contents = Spelling of the signature
claim-contents-holds = The signature's data have their one spelling
claim-contents-refuted = { $reason ->
    [unsigned] The file bears no signature
   *[spelling] The signature's data are not spelled as they must be
}
claim-contents-unchecked = Not checked

claim-signature = Signature
claim-signature-holds = { $many ->
    [one] One signature holds
   *[many] { $count } signatures hold
}; nothing was changed since: { $names }
claim-signature-refuted = { $reason ->
    [broken] The signature of { $which } does not match the contents
   *[spelling] The signature of { $which } cannot be read
}
claim-signature-unchecked = There is no signature to check

claim-attachments = Attached evidence
claim-attachments-holds = { $count } attachments, complete and in canonical form
claim-attachments-refuted = An attachment is missing, surplus or not in canonical form: { $which }
claim-attachments-unchecked = Not checked

claim-batch = Batch file
claim-batch-holds = “{ $name }” is signed by the chair (key { $chair }); digest { $digest }
claim-batch-refuted = { $reason ->
    [stranger] The chair named on the roster has not signed the batch file
    [foreign] The batch file contradicts itself: { $which }
   *[broken] The batch file's signature does not match its contents, or it is not in canonical form
}
claim-batch-unchecked = Not checked

claim-sheets = Scoresheets
claim-sheets-holds = { $many ->
    [one] One scoresheet holds
   *[many] { $count } scoresheets hold
}: signature, batch, rubric and roster
claim-sheets-refuted = { $reason ->
    [stranger] A scoresheet is signed by nobody on the roster: { $which }
    [foreign] A scoresheet belongs to another batch or rubric: { $which }
   *[broken] A scoresheet's signature does not match its contents: { $which }
}
claim-sheets-unchecked = Not checked

claim-rulings = Rulings
claim-rulings-holds = { $many ->
    [none] There are no rulings
    [one] One ruling holds
   *[many] { $count } rulings hold
}
claim-rulings-refuted = { $reason ->
    [stranger] A ruling is signed by someone without the authority: { $which }
    [foreign] A ruling belongs to another batch: { $which }
   *[broken] A ruling's signature does not match its contents: { $which }
}
claim-rulings-unchecked = Not checked

claim-decision = Selection opinion
claim-decision-holds = The selection opinion's signature holds; digest { $digest }
claim-decision-refuted = { $reason ->
    [stranger] The selection opinion is signed by neither chair nor deputy
    [foreign] The selection opinion belongs to another batch
   *[broken] The selection opinion's signature does not match its contents
}
claim-decision-unchecked = Not checked

claim-standing = Standing
claim-standing-holds = Reckoned again from sheets and rulings, it is the one decided on; digest { $digest }
claim-standing-refuted = The standing reckoned again is not the one decided on: { $which }
claim-standing-unchecked = Not checked

claim-values = Printed values
claim-values-holds = All { $count } printed values were derived again
claim-values-refuted = A printed value differs from the derived one: { $which }
claim-values-unchecked = Not checked

claim-pages = Pages
claim-pages-holds = The { $pages } pages set again are this file, byte for byte
claim-pages-refuted = { $which ->
    [none] The file set again differs from this one
   *[other] The pages set again differ from these, first on page { $which }
}
claim-pages-unchecked = Not checked: only the version that made this report can set its pages again
