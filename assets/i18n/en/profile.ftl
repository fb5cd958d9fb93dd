# A profile in sentences; headings and what holds for a whole chapter
profile-checklist = What must be handed in
profile-eligibility = Who may apply
profile-scoring = How it is scored
profile-panel = The panel
profile-reckoning = How points become a score
profile-ties = Ties
profile-vetoes = Veto items
profile-vetoes-intro = An expert raises one with a reason, the panel’s majority finds it; kept apart, it changes no score.
profile-grounds = Grounds for recusal
profile-grounds-intro = Who has one of these ties to any of the applicants does not score the application.
profile-report = Words of the report

profile-item-always = { $name }: required in every application.
profile-item-when-joint = { $name }: required of joint applications.
profile-item-per-applicant = { $name }: one for each applicant.
profile-item-optional = { $name }: may be handed in, not required.
profile-looks-for = It should state: { $words }.
profile-known-by = Documents whose name or heading has “{ $words }” are taken for it.
profile-known-by-none = There are no words to know it by, so no file is counted for it by itself; a person has to check.

profile-class = { $name }: may apply.
profile-class-joint = { $name }: may join an application, or lead it.
profile-class-off = { $name }: switched off (an option line, no one is eligible by it).
profile-seat = Applicants must be registered or mainly located in { $seats }; technology companies joining a pilot may come from anywhere.
profile-technology-alone = Where all applicants are technology companies, the application is not eligible for the pilot.
profile-licensed = The business scenario must come from a licensed institution.
profile-forwarded = Market core institutions registered in { $seats } are received and given a first reading only: no scores, no rank.

profile-not-zero = Missing, not scored, recused and not applicable are recorded apart; none of them is zero or lowers a total.
profile-criteria = { $count } criteria, { $marks } points in all.
profile-criterion = { $name }: { $marks } points at most, in steps of { $step }.
profile-criterion-weighted = { $name }: { $marks } points at most, in steps of { $step }, weight { $weight }.
profile-band = { $name } ({ $from } to { $to }): { $anchor }
profile-band-reason = { $name } ({ $from } to { $to }, a reason is asked for): { $anchor }
profile-guidance = To think of (no points of their own): { $items }.

profile-score-sum = The score is the sum of the criteria’s means; means are of the kept points.
profile-score-weighted = The score is the sum of the criteria’s means times their weights; means are of the kept points.
profile-example-reviewer = Expert { $at }
profile-example-invented = An example with invented points: an application has { $sheets } valid sheets.
profile-example-no-trim = Nothing is dropped.
profile-example-too-few = Fewer than { $sheets } sheets: nothing is dropped.
profile-example-dropped = The sheets of { $high } (highest total) and { $low } (lowest total) are dropped, the others kept.
profile-example-dropped-each = Each criterion drops its highest and its lowest points (struck through).
profile-example-score = Means are shown rounded but reckoned exactly; the score is { $score }.

profile-report-title = Title: { $text }
profile-report-addressee = To: { $text }
profile-report-organiser = From: { $text }
profile-report-basis = Basis: { $text }

err-occupied =
    { $by ->
        [folder] { $path } is a folder; no file was written there.
        [link] { $path } is a link to somewhere else; nothing was written.
        [desk] { $path } is a name that the desk itself uses; nothing was written.
       *[device] { $path } is no ordinary file; nothing was written.
    }
rec-occupied = Choose another name or folder. What is there was not changed.
err-exists = Another file of that name is there: { $path }. It was not written over.
rec-exists = Choose another name, or move the old file away first.
