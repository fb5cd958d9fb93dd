# The linter of profiles: two messages a fault; lint-x says what it is, lint-x-do how to mend it.

lint-not_utf8 = The file is not in UTF-8; from this line on there are characters that cannot be read.
lint-not_utf8-do = Save it again as UTF-8 in your editor, then check once more.
lint-syntax = This line cannot be read (from character { $column }): { $detail }.
lint-syntax-do = A line is “key = value”; texts stand in double quotes, lists in brackets, groups are headed [name] or [[name]]. Compare the same place of a shipped profile.
lint-full_width = Character { $column }, { $found } , is a full-width mark.
lint-full_width-do = Write the half-width { $instead } instead.
lint-unclosed_quote = The quotation mark at character { $column } has no partner.
lint-unclosed_quote-do = Put one double quote at each end of the text; inside it use curly quotes.
lint-no_equals = This line is neither “key = value” nor the head of a group.
lint-no_equals-do = A remark begins with #; a setting needs an equals sign and a value.
lint-duplicate_key = The same key stands twice in one group.
lint-duplicate_key-do = Delete one of the lines.
lint-unknown_key = There is no such setting.
lint-unknown_key-do = Delete the line, or begin it with # as a remark.
lint-misspelt_key = There is no such setting.
lint-misspelt_key-do = Was “{ $near }” meant? Correct it, or delete the line.
lint-missing = This key is missing.
lint-missing-do = Add it to the group; a shipped profile shows how at the same place.
lint-wrong_type =
    Expected { $expected ->
        [string] a text in quotation marks
        [integer] a whole number without quotation marks
        [boolean] true or false without quotation marks
        [array] a list in brackets
        [table] a group of settings
       *[other] groups of settings
    }, found { $found ->
        [string] a text
        [integer] a whole number
        [float] a decimal
        [boolean] true or false
        [datetime] a date
        [array] a list
       *[other] a group of settings
    }.
lint-wrong_type-do = Write it as said; points and weights stand in quotation marks too, such as "20" or "0.5".
lint-empty = There is nothing in it.
lint-empty-do = Fill it in; a clause without a source may be your own document number.
lint-not_an_identifier = “{ $found }” cannot be an identifier.
lint-not_an_identifier-do = Lower-case letters, digits and _ - . only, at most 40 characters, such as guangzhou-2026.
lint-not_points = “{ $found }” is not a number of points.
lint-not_points-do = Points are a number with at most two decimals, such as "20" or "0.5".
lint-not_a_decimal = “{ $found }” is not a weight.
lint-not_a_decimal-do = A weight is a number with at most six decimals, such as "1" or "0.25".
lint-out_of_range = { $found } is out of range.
lint-out_of_range-do = Give a whole number from { $least } to { $most }.
lint-unknown_word = “{ $found }” is none of the words that may stand here.
lint-unknown_word-do = These may: { $allowed }.
lint-duplicate = “{ $found }” occurs twice.
lint-duplicate-do = Every id and every word may occur once. Rename or delete one.
lint-unknown_criterion = There is no criterion “{ $found }”.
lint-unknown_criterion-do = Use an id of the rule: { $allowed }.
lint-not_positive = It must be more than zero.
lint-not_positive-do = Give points above zero.
lint-no_weight = Every weight is zero, so there is no score.
lint-no_weight-do = Give at least one criterion a weight; write "1" everywhere if all count the same.
lint-no_final_rounding = Nothing says how the score is finally rounded.
lint-no_final_rounding-do = Put "total" (once, on the score) or "weighted" into after.
lint-off_step = { $value } is no multiple of the step { $step }.
lint-off_step-do = Change full marks, the band or the step so that it divides.
lint-bands_not_descending = The band does not begin below { $above }.
lint-bands_not_descending-do = Bands go from the highest to the lowest: the first begins below full marks, each further one lower.
lint-bands_leave_gap = The lowest band begins at { $lowest }; lower points have no band.
lint-bands_leave_gap-do = Let the lowest band begin at "0".
lint-rule_lacks = The rule leaves out the criterion “{ $criterion }”.
lint-rule_lacks-do = Add a [[rule.criteria]] group with full marks and weight, in the order of the rubric.
lint-rule_extra = “{ $criterion }” of the rule is not in the rubric.
lint-rule_extra-do = Use an id of the rubric, or delete the group.
lint-rule_order = The rule’s order ({ $rule }) is not the rubric’s ({ $rubric }).
lint-rule_order-do = Put the rule into the order of the rubric.
lint-full_marks_differ = Full marks of “{ $criterion }” are { $rule } in the rule and { $rubric } in the rubric.
lint-full_marks_differ-do = Make both the same.
lint-no_class_open = Every class of applicants is switched off, so nobody may apply.
lint-no_class_open-do = Switch one on: delete enabled = false, or set it to true.
lint-placeholder = Still the text to be replaced: “{ $found }”.
lint-placeholder-do = Put your own words here.
lint-no_words = No words to know it by: no document will ever be taken for this item.
lint-no_words-do = List words that file names or headings use in known_by.
lint-shared_word = The word “{ $word }” also belongs to “{ $other }”.
lint-shared_word-do = A word can tell only one of them. Delete it in one place, or choose a more specific one.
lint-short_word = The word “{ $word }” is so short that it will match many documents.
lint-short_word-do = Use words of two characters and more.
lint-ids_wanted = No item on the checklist has the id { $ids }, so the checks that go by it say nothing: application_form and pilot_plan find the same file in two applications, applicant_info gathers what concerns eligibility, coaching_record quotes the conclusions of an earlier coaching.
lint-ids_wanted-do = Where the checklist has such papers, keep these ids (the names may differ); where they are not asked for, nothing need be done.
lint-not_carried_out = “{ $found }” (preliminary, questions, final) is not carried out by this version: there is one round of scores, and the report would state a method that was not followed.
lint-not_carried_out-do = Set method = "one_round".
lint-nothing_required = Nothing on the checklist is required, so every package counts as complete.
lint-nothing_required-do = Set what must be handed in to required = "always".
lint-no_seats = No place is named, so every institution will be pointed out as outside.
lint-no_seats-do = Name the city in seats, such as ["广州"].
lint-only_technology = Only technology companies are switched on, and they cannot apply alone.
lint-only_technology-do = Switch on at least one licensed class.
lint-one_band = A single band tells experts nothing apart.
lint-one_band-do = Make at least two, each with its anchoring text.
lint-long_short = The short name is long and will be cut in narrow columns.
lint-long_short-do = Keep it to { $most } characters.
lint-same_name = The name “{ $found }” is also that of “{ $other }”; on screen and paper they look the same.
lint-same_name-do = Give them different names.
lint-no_guidance = There are no guidance items.
lint-no_guidance-do = A few of them help the experts; it works without.
lint-best_score = By full marks and weights the best score is { $found }, not 100.
lint-best_score-do = Check full marks and weights; leave it if it is meant.
lint-weights_sum = The weights add up to { $found }, not 1.
lint-weights_sum-do = Weights that are shares should add up to 1; write "1" everywhere if all count the same.
lint-weightless = A weight of zero: experts score this criterion, and it never counts.
lint-weightless-do = Give it a weight, or take it out of the rubric.
lint-panel_small = { $found } reviewers at least is fewer than the usual { $wanted }.
lint-panel_small-do = The bidding law, article 37, has five or more, an odd number; leave it if you have a basis.
lint-panel_even = { $found } reviewers is even although an odd number is asked for.
lint-panel_even-do = Make it odd, or set odd to false.
lint-panel_not_odd = An odd number of reviewers is not asked for; votes may be split evenly.
lint-panel_not_odd-do = Better odd = true; leave it if you have a basis.
lint-trim_never = Scores are dropped from { $sheets } sheets on, but { $reviewers } reviewers may be enough; then nothing is dropped.
lint-trim_never-do = Ask for more reviewers, or lower min_sheets (3 at least).
lint-trim_leaves_one = Of 3 sheets one is left after trimming: a single person decides the score.
lint-trim_leaves_one-do = Better min_sheets = 5 or more.
lint-no_ties = Nothing says how ties are compared; only the panel’s vote is left.
lint-no_ties-do = List the criteria to compare in turn under [rule.ties], by.
lint-coarse = With { $decimals } decimals ties are likely.
lint-coarse-do = Better two decimals.
lint-rounds_often = Rounding in more than one place adds up errors and may change ranks.
lint-rounds_often-do = Better after = ["total"] alone.
lint-shipped_id = The content was changed, the id is still that of the shipped profile “{ $id }”.
lint-shipped_id-do = Change the id, and name and edition with it.
lint-missing_glyphs = No font here has these characters: { $characters }. They cannot be printed.
lint-missing_glyphs-do = Use another form of the characters.
