//! What the papers say: fields and applicants, each value with the place where it stands.

mod applicants;
mod beside;
mod choice;
mod choose;
mod fallbacks;
mod finder;
mod gathering;
mod headings;
mod inner;
mod institution;
pub(crate) mod labels;
mod lines;
mod lists;
mod mentions;
mod names;
mod opening;
mod plausible;
mod rows;
mod running;
mod stating;
mod value;

use lx_domain::{Applicant, ApplicationNumber, Field, FieldId, FieldStatus, ItemId, Source, Track};

use crate::{package::number_in, paper::Paper, terms::Terms, voice::Voice};

pub(crate) use choose::{same_value, titles_agree};
pub use institution::{same_institution, split_names};
pub(crate) use labels::Column;
pub(crate) use value::clean;

/// One place's idea of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) id: FieldId,
    pub(crate) value: String,
    pub(crate) source: Source,
    /// An unmistakable label with its value beside it.
    pub(crate) sure: bool,
}

/// An applicant with the places that name it.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    pub(crate) applicant: Applicant,
    pub(crate) values: Vec<(Column, String, Source)>,
    /// Whether a list of institutions has it, not only the application form.
    pub(crate) listed: bool,
}

impl Named {
    /// Where a column's value stands.
    pub(crate) fn source(&self, column: Column) -> Option<&Source> {
        self.values.iter().find(|(c, _, _)| *c == column).map(|(_, _, s)| s)
    }
}

/// Everything read out of a package.
#[derive(Debug, Clone)]
pub(crate) struct Reading {
    pub(crate) fields: Vec<Field>,
    pub(crate) applicants: Vec<Named>,
    /// The track the papers ask for, where they say one.
    pub(crate) asked: Option<Track>,
    pub(crate) track: Track,
    pub(crate) number: Option<ApplicationNumber>,
    pub(crate) title: String,
}

impl Reading {
    /// One field.
    pub(crate) fn field(&self, id: FieldId) -> Option<&Field> {
        self.fields.iter().find(|f| f.id == id)
    }
}

/// Every field, in the order in which it is shown.
pub(crate) const ALL: [FieldId; 14] = [
    FieldId::Number,
    FieldId::Title,
    FieldId::Track,
    FieldId::Lead,
    FieldId::Joint,
    FieldId::Scenario,
    FieldId::Technology,
    FieldId::Users,
    FieldId::Period,
    FieldId::Scale,
    FieldId::Owner,
    FieldId::Contact,
    FieldId::Phone,
    FieldId::Date,
];

/// Reads fields and applicants.
pub(crate) fn read(papers: &[Paper<'_>], package_name: &str, terms: &Terms<'_>) -> Reading {
    let form = form_item(terms);
    let mut hits = finder::hits(papers, Voice::Own, form);
    let named_rows = rows::rows(papers, terms.profile);
    hits.extend(applicants::hits(&named_rows));
    hits.extend(headings::titles(papers));
    doubt_other_projects(&mut hits, papers, form);
    hits.extend(mentions::of(papers, &hits, &named_rows));
    // What the name of the package says goes before what its papers say: a person wrote it for this batch.
    let (by_name, title) = named(package_name, &hits);
    hits.splice(0..0, by_name);
    hits.extend(title);
    // Each of these only for what nothing before it says.
    let further: [&dyn Fn() -> Vec<Hit>; 4] = [
        &|| finder::likely(papers, form),
        &|| fallbacks::fallbacks(papers),
        &|| applicants::proposals(&named_rows),
        &|| finder::hits(papers, Voice::Aside, form),
    ];
    for more in further {
        let stated: Vec<FieldId> = hits.iter().map(|h| h.id).collect();
        hits.extend(more().into_iter().filter(|h| !stated.contains(&h.id)));
    }
    // Among what is not certain the form goes first, behind the name of the package.
    hits.sort_by_cached_key(|h| !(h.source.place.is_empty() || in_form(papers, &h.source.document, form)));
    let rows = rows::listed(named_rows);
    let mut fields: Vec<Field> = ALL.iter().map(|id| choose::field(*id, &hits)).collect();
    doubt_other_papers(&mut fields, &hits, papers, form);
    doubt_corrected(&mut fields, papers);
    // Beside a Chinese title a name in Latin letters is the translation of one.
    let said = |id: FieldId| fields.iter().find(|f| f.id == id).map(|f| f.value.as_str()).unwrap_or_default();
    if said(FieldId::Lead).is_ascii() && !said(FieldId::Title).is_ascii() {
        choose::doubt(&mut fields, FieldId::Lead);
    }
    applicants::doubt_fields(&mut fields, &rows);
    let value = |fields: &[Field], id: FieldId| fields.iter().find(|f| f.id == id).map(|f| f.value.clone()).unwrap_or_default();
    let mut applicants = applicants::assemble(rows, &fields, terms.profile);
    let doubtful = |s: &Source| papers.iter().any(|p| p.path == s.document && p.is_doubtful(&s.place));
    stating::doubt(&mut applicants, &doubtful);
    let asked = track_of(&value(&fields, FieldId::Track));
    let track = applicants::track(&applicants, asked, terms.profile);
    let said = fields.iter().any(|f| f.id == FieldId::Track && !f.value.is_empty());
    if asked.is_some_and(|a| a != track) || (said && asked.is_none()) {
        choose::doubt(&mut fields, FieldId::Track);
    }
    let number = number(&fields, papers, package_name, form);
    Reading {
        title: value(&fields, FieldId::Title),
        fields,
        applicants,
        asked,
        track,
        number,
    }
}

/// The item that the application form answers: the one that is searched for a title.
pub(crate) fn form_item<'t>(terms: &Terms<'t>) -> Option<&'t ItemId> {
    let asks_title = |word: &String| labels::field_called(word) == Some(FieldId::Title);
    let form = terms.profile.checklist.iter().find(|i| i.looks_for.iter().any(asks_title));
    form.map(|f| &f.id)
}

/// A paper whose title is not that of the application form speaks of another project, if only in an example: none of its
/// answers is certain.
fn doubt_other_projects(hits: &mut [Hit], papers: &[Paper<'_>], form: Option<&ItemId>) {
    let is_form = |document: &str| in_form(papers, document, form);
    let (own, others): (Vec<&Hit>, Vec<&Hit>) = hits
        .iter()
        .filter(|h| h.id == FieldId::Title && h.sure)
        .partition(|h| is_form(&h.source.document));
    // Two forms of two projects: one of them is an example or a draft, and nobody knows which.
    let forms_differ = own
        .iter()
        .any(|t| own.first().is_some_and(|first| !titles_agree(&first.value, &t.value)));
    let strange = others.iter().filter(|o| !own.iter().any(|t| titles_agree(&t.value, &o.value)));
    let strange: Vec<String> = strange.filter(|_| !own.is_empty()).map(|o| o.source.document.clone()).collect();
    for hit in hits.iter_mut() {
        let doubtful = strange.contains(&hit.source.document) || (forms_differ && is_form(&hit.source.document));
        hit.sure &= !doubtful;
    }
}

/// What the application form leaves open another paper may answer for itself: the contact of a law firm, the period of a loan.
/// Who applies is told by the list of institutions, too.
fn doubt_other_papers(fields: &mut [Field], hits: &[Hit], papers: &[Paper<'_>], form: Option<&ItemId>) {
    if !papers.iter().any(|p| is_form(p, form)) {
        return;
    }
    // The name of the package is no paper: its number was written for this batch.
    let by_name = |h: &Hit| h.source.place.is_empty() && !papers.iter().any(|p| p.path == h.source.document);
    let elsewhere = [FieldId::Lead, FieldId::Joint];
    for id in ALL.iter().filter(|id| !elsewhere.contains(id)) {
        if !hits
            .iter()
            .any(|h| h.id == *id && h.sure && (in_form(papers, &h.source.document, form) || by_name(h)))
        {
            choose::doubt(fields, *id);
        }
    }
}

/// What a paper on corrections speaks of is not certain, whichever way it says so.
fn doubt_corrected(fields: &mut [Field], papers: &[Paper<'_>]) {
    let correcting: Vec<&Paper<'_>> = papers.iter().filter(|p| mentions::corrects(p.path)).collect();
    for field in fields.iter_mut().filter(|f| f.value.chars().count() > 1) {
        let value = crate::classify::squeeze(&field.value);
        if correcting.iter().any(|p| p.text.contains(&value)) {
            field.status = FieldStatus::Confirm;
        }
    }
}

/// Which track does an answer to 申报类型 mean? None where it names both, denies one, or leaves the choice open.
pub(crate) fn track_of(value: &str) -> Option<Track> {
    let value = match choice::ticked(value) {
        Some(chosen) => match chosen.as_slice() {
            [one] => one.clone(),
            _ => return None,
        },
        None => crate::classify::squeeze(value),
    };
    let value = crate::script::simplified(&value).to_lowercase();
    let coaching = value.contains("辅导") || value.contains("coaching");
    let pilot = value.replace("试点辅导", "").contains("试点") || value.contains("pilot");
    let forwarded = value.contains("代收") || value.contains("forward");
    if value.contains(['非', '不', '未']) {
        return None;
    }
    match (pilot, coaching, forwarded) {
        (true, false, false) => Some(Track::Pilot),
        (false, true, false) => Some(Track::Coaching),
        (_, false, true) => Some(Track::Forwarded),
        _ => None,
    }
}

/// The number of the application: the one that its package is named by, else the one that its application form states beyond
/// doubt. Certificates have numbers too, and a number of some other paper must not pass for that of an application.
fn number(fields: &[Field], papers: &[Paper<'_>], package_name: &str, form: Option<&ItemId>) -> Option<ApplicationNumber> {
    let field = fields.iter().find(|f| f.id == FieldId::Number)?;
    let source = field.source.as_ref()?;
    let by_name = source.document == package_name && source.place.is_empty();
    let by_form = || field.status == FieldStatus::Found && in_form(papers, &source.document, form);
    if !by_name && !by_form() {
        return None;
    }
    // Nothing but the number: a title behind it is none of an application's number.
    let (number, _) = number_in(&field.value).filter(|(_, title)| title.is_empty())?;
    number.parse().ok()
}

/// Whether a document is an application form.
pub(crate) fn in_form(papers: &[Paper<'_>], document: &str, form: Option<&ItemId>) -> bool {
    papers.iter().any(|p| p.path == document && is_form(p, form))
}

fn is_form(paper: &Paper<'_>, form: Option<&ItemId>) -> bool {
    paper.item.is_some() && paper.item.as_ref() == form
}

/// What the name of the package says: the number always, the title only where no paper says one.
fn named(package_name: &str, hits: &[Hit]) -> (Option<Hit>, Option<Hit>) {
    let stem = package_name
        .rsplit_once('.')
        .filter(|(_, ext)| ext.len() <= 4 && ext.is_ascii())
        .map_or(package_name, |(stem, _)| stem);
    let Some((number, title)) = number_in(stem) else {
        return (None, None);
    };
    let said = |id, value, sure| Hit {
        id,
        value,
        source: Source {
            document: package_name.to_owned(),
            place: String::new(),
        },
        sure,
    };
    let generic = ["申报材料", "材料", "项目材料", "申报", "资料", "项目", "申报书"];
    let titled = hits.iter().any(|h| h.id == FieldId::Title);
    let telling = !titled && title.chars().count() >= 4 && !generic.contains(&title.as_str());
    (
        Some(said(FieldId::Number, number, true)),
        telling.then(|| said(FieldId::Title, title, false)),
    )
}

#[cfg(test)]
mod tests {
    use lx_domain::Track;

    use super::track_of;

    #[test]
    fn the_track_is_the_ticked_box_where_there_are_boxes() {
        assert_eq!(track_of("试点"), Some(Track::Pilot));
        assert_eq!(track_of("试 点 辅 导"), Some(Track::Coaching));
        assert_eq!(track_of("☑试点 □试点辅导"), Some(Track::Pilot));
        assert_eq!(track_of("□试点 ☑试点辅导"), Some(Track::Coaching));
        assert_eq!(track_of("试点□ 试点辅导☑"), Some(Track::Coaching));
        for open in [
            "其他",
            "试点/试点辅导",
            "□试点 □试点辅导",
            "☑试点 ☑试点辅导",
            "试点（非辅导）",
            "试点 试点辅导",
        ] {
            assert_eq!(track_of(open), None, "{open}");
        }
    }
}
