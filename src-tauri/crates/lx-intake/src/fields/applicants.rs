//! The applying institutions: from what papers list, and from the application form.

use lx_domain::{
    ApplicantClass, ApplicantPart, ApplicantRole, Field, FieldId, FieldStatus, Profile, Source, Track, credit_code, eligibility,
};

use super::{
    Hit, Named, choice, choose,
    gathering::{Applying, Gathered, disagree, gather},
    institution::is_institution,
    labels::Column,
    rows::{Kind, Row, role_of},
    stating::{confirm, is_nothing, stated},
};
use crate::script::simplified;

/// What lists say of lead and joint applicants: candidates like any other.
pub(super) fn hits(rows: &[Row]) -> Vec<Hit> {
    let mut found = Vec::new();
    let mut joint: Vec<(&str, &Source, bool)> = Vec::new();
    let says = |row: &Row| row.origin.kind != Kind::Other && is_institution(row.name());
    for row in rows {
        let (Some((name, source)), Some((role, _))) = (row.get(Column::Name), row.get(Column::Role)) else {
            continue;
        };
        match role_of(role) {
            Some(ApplicantRole::Lead) => found.push(Hit {
                id: FieldId::Lead,
                value: name.to_owned(),
                source: source.clone(),
                sure: says(row),
            }),
            Some(ApplicantRole::Joint) => joint.push((name, source, says(row))),
            None => {}
        }
    }
    if let Some((_, first, _)) = joint.first() {
        let value = joint.iter().map(|(name, ..)| *name).collect::<Vec<_>>().join("、");
        found.push(Hit {
            id: FieldId::Joint,
            value,
            source: (*first).clone(),
            sure: joint.iter().all(|(.., sure)| *sure),
        });
    }
    found
}

/// Who leads, where no paper says so: the one whose duty is to lead, or the only institution that is named. Never certain.
pub(super) fn proposals(rows: &[Row]) -> Vec<Hit> {
    let mut named: Vec<(&str, &Source, bool)> = Vec::new();
    let own = |row: &&Row| row.origin.kind != Kind::Other && !row.origin.party;
    let speaks = rows.iter().any(|row| own(&row));
    for row in rows.iter().filter(|row| own(row) || !speaks) {
        let Some((name, source)) = row.get(Column::Name) else { continue };
        let leads = row
            .get(Column::Duty)
            .is_some_and(|(duty, _)| role_of(duty) == Some(ApplicantRole::Lead));
        match named.iter_mut().find(|(n, ..)| squeeze(n) == squeeze(name)) {
            Some(known) => known.2 |= leads,
            None => named.push((name, source, leads)),
        }
    }
    let lead = match named.as_slice() {
        [only] => Some(*only),
        several => {
            let mut leading = several.iter().filter(|(_, _, leads)| *leads);
            leading.next().filter(|_| leading.next().is_none()).copied()
        }
    };
    let Some((lead, source, _)) = lead else { return Vec::new() };
    let joint: Vec<&(&str, &Source, bool)> = named.iter().filter(|(n, ..)| *n != lead).collect();
    let proposal = |id: FieldId, value: String, source: &Source| Hit {
        id,
        value,
        source: source.clone(),
        sure: false,
    };
    let others = joint.first().map(|(_, source, _)| {
        let names: Vec<&str> = joint.iter().map(|(n, ..)| *n).collect();
        proposal(FieldId::Joint, names.join("、"), source)
    });
    std::iter::once(proposal(FieldId::Lead, lead.to_owned(), source))
        .chain(others)
        .collect()
}

/// The applicants, lead first.
pub(super) fn assemble(rows: Vec<Row>, fields: &[Field], profile: &Profile) -> Vec<Named> {
    let mut applying = gather(rows, fields);
    for one in &mut applying.all {
        fill(one, profile);
    }
    let field = |id: FieldId| fields.iter().find(|f| f.id == id);
    give_roles(&mut applying, field(FieldId::Lead), field(FieldId::Joint));
    let mut named: Vec<Named> = applying.all.into_iter().map(|one| one.named).collect();
    named.sort_by_key(|n| n.applicant.role);
    named
}

/// Lead and joint applicants are to be confirmed where a list names others, or gives them other roles.
pub(super) fn doubt_fields(fields: &mut [Field], rows: &[Row]) {
    let (left_out, other_role) = disagree(rows, fields);
    if left_out || other_role {
        choose::doubt(fields, FieldId::Joint);
    }
    if other_role {
        choose::doubt(fields, FieldId::Lead);
    }
}

fn fill(one: &mut Gathered, profile: &Profile) {
    let named = &mut one.named;
    let get = |column: Column| {
        let stated = |(c, v, _): &&(Column, String, Source)| *c == column && !is_nothing(v);
        named.values.iter().find(stated).map(|(_, v, _)| v.clone())
    };
    let code = get(Column::Code).map(|c| code_in(&c));
    named.applicant.credit_code_valid = code.as_deref().map(|c| credit_code::check(c).is_ok());
    named.applicant.credit_code = code;
    let class = get(Column::Class).and_then(chosen).and_then(|text| class_of(&text, profile));
    if class.is_some_and(|(_, sure)| !sure) {
        one.unsure.push(Column::Class);
    }
    named.applicant.class = class.map(|(class, _)| class);
    named.applicant.place = get(Column::Place).and_then(chosen);
    named.applicant.office = match get(Column::Office).and_then(chosen) {
        Some(same) if eligibility::is_as_before(&same) => named.applicant.place.clone(),
        other => other,
    };
    named.applicant.licence = get(Column::Licence);
    named.applicant.duty = get(Column::Duty);
}

/// The code that a cell states; where other words stand around it, the only thing in it that is as long as one.
fn code_in(text: &str) -> String {
    let code = credit_code::normal(text);
    let mut long = code.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| part.len() == 18);
    match (long.next(), long.next()) {
        (Some(only), None) => only.to_owned(),
        _ => code,
    }
}

/// What is ticked, where a cell offers a choice.
fn chosen(text: String) -> Option<String> {
    match choice::ticked(&text) {
        Some(chosen) => Some(chosen.join("、")).filter(|c| !c.is_empty()),
        None => Some(text),
    }
}

/// The class a form names, in the profile's words for it; an option that is not taken only where no other is named, and
/// none where several are. `true` where the text is that word, and not one that has it inside.
fn class_of(text: &str, profile: &Profile) -> Option<(ApplicantClass, bool)> {
    let text = simplified(&squeeze(text));
    if ["不属于", "非", "之外", "以外", "除"].iter().any(|denies| text.contains(denies)) {
        return None;
    }
    let class = named_class(&text, profile, true)
        .or_else(|| named_class(&text, profile, false))
        .flatten()?;
    Some((class, is_word_for(&text, class, profile)))
}

/// Whether a text is one of the words for a class, or several, with a remark in brackets at most.
fn is_word_for(text: &str, class: ApplicantClass, profile: &Profile) -> bool {
    let text = text.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十第类（）.、:：①②③④⑤⑥⑦⑧⑨".contains(c));
    let own = profile.eligibility.classes.iter().filter(|c| c.class == class);
    let words: Vec<String> = own
        .flat_map(|c| std::iter::once(&c.name).chain(&c.known_by))
        .map(|w| squeeze(w))
        .collect();
    let mut said = text.split(['、', ',', ';', '/', ':', '-']).filter(|part| !part.is_empty());
    said.all(|part| {
        let rests = words.iter().filter_map(|word| part.strip_prefix(word.as_str()));
        rests
            .into_iter()
            .any(|rest| rest.is_empty() || (rest.starts_with('（') && rest.ends_with('）')))
    })
}

/// The class that words of a text name; the inner `None` where they name several.
fn named_class(text: &str, profile: &Profile, enabled: bool) -> Option<Option<ApplicantClass>> {
    let words = profile
        .eligibility
        .classes
        .iter()
        .filter(|c| c.enabled == enabled)
        .flat_map(|c| std::iter::once(&c.name).chain(&c.known_by).map(move |w| (squeeze(w), c.class)));
    let said: Vec<(String, ApplicantClass)> = words.filter(|(word, _)| !word.is_empty() && text.contains(word.as_str())).collect();
    // 服务机构 inside of 信息技术系统服务机构 says nothing of its own.
    let whole = |word: &str| !said.iter().any(|(other, _)| other.len() > word.len() && other.contains(word));
    let mut classes = said.iter().filter(|(word, _)| whole(word)).map(|(_, class)| *class);
    let first = classes.next()?;
    Some(classes.all(|class| class == first).then_some(first))
}

/// The lead is whom the form names, else whom a list does, else the first; only what is read somewhere is certain.
fn give_roles(applying: &mut Applying, leading: Option<&Field>, joining: Option<&Field>) {
    let role = |n: &Named| {
        let stated = n.values.iter().find(|(c, _, _)| *c == Column::Role);
        stated.map(|(_, v, s)| (role_of(v), s.clone()))
    };
    let by_form = applying.lead;
    let by_list = applying
        .all
        .iter()
        .position(|one| role(&one.named).is_some_and(|(role, _)| role == Some(ApplicantRole::Lead)));
    let first = by_form.or(by_list).unwrap_or(0);
    for (at, one) in applying.all.iter_mut().enumerate() {
        let (is, form) = if at == first {
            (ApplicantRole::Lead, leading.filter(|_| by_form.is_some()))
        } else {
            (ApplicantRole::Joint, joining)
        };
        one.named.applicant.role = is;
        let (source, sure) = match role(&one.named) {
            Some((said, source)) => (Some(source), said == Some(is)),
            None => (
                form.and_then(|f| f.source.clone()),
                form.is_some_and(|f| f.status == FieldStatus::Found),
            ),
        };
        one.named.applicant.stated = stated(&one.named, source.as_ref(), sure);
        confirm(&mut one.named.applicant, &one.unsure);
    }
}

/// What is done with the application: what it asks for, but a market core institution of the city is forwarded.
pub(super) fn track(applicants: &[Named], asked: Option<Track>, profile: &Profile) -> Track {
    let core = applicants
        .iter()
        .find(|n| n.applicant.role == ApplicantRole::Lead)
        .is_some_and(|n| {
            let class = n.applicant.stated.iter().find(|s| s.part == ApplicantPart::Class);
            n.applicant.class == Some(ApplicantClass::MarketCore)
                && class.is_some_and(|s| s.status == FieldStatus::Found)
                && n.applicant.place.as_deref().is_some_and(|p| eligibility::is_seat(profile, p))
        });
    if core { Track::Forwarded } else { asked.unwrap_or(Track::Pilot) }
}

fn squeeze(text: &str) -> String {
    crate::classify::squeeze(text).replace('(', "（").replace(')', "）")
}

/// A name as it is shown: without the white space that stretches hanzi or breaks lines.
pub(super) fn shown(text: &str) -> String {
    let mut out = String::new();
    let mut gap = false;
    for c in text.trim().chars() {
        if c.is_whitespace() {
            gap = true;
        } else {
            if gap && c.is_ascii() && out.ends_with(|l: char| l.is_ascii()) {
                out.push(' ');
            }
            gap = false;
            out.push(c);
        }
    }
    out
}
