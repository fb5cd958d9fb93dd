//! Labels made of others: 牵头单位联系人, 项目联系电话, 统一社会信用代码/组织机构代码.

use lx_domain::FieldId;

use super::{COLUMNS, Column, FIELDS, Label, named};

/// Characters of the longest part of a label that asks for something nobody knows: 组织机构代码.
const LONGEST_OTHER: usize = 6;
/// What names of projects end with, and labels do not.
const PRODUCTS: [&str; 5] = ["平台", "系统", "服务", "应用", "模型"];

/// What a label that is made of others asks for. A field so named is never certain.
pub(super) fn compound(plain: &str) -> Option<Label> {
    either(plain).or_else(|| of_somebody(plain))
}

/// Several names of one thing, or several things at once.
fn either(plain: &str) -> Option<Label> {
    let parts: Vec<&str> = plain
        .split(['/', '、', '或', '及', '和', '与', '&', '+', ','])
        .filter(|p| !p.is_empty())
        .collect();
    let (first, rest) = parts.split_first()?;
    // 联系人与交易对手身份核验平台 is a title.
    if rest
        .iter()
        .any(|p| named(p).is_none() && (p.chars().count() > LONGEST_OTHER || PRODUCTS.iter().any(|word| p.ends_with(word))))
    {
        return None;
    }
    let rest: Vec<Label> = rest.iter().filter_map(|p| named(p)).collect();
    if rest.is_empty() && parts.len() < 2 {
        return None;
    }
    match named(first)? {
        Label::Column(column) => rest
            .iter()
            .all(|other| *other == Label::Column(column))
            .then_some(Label::Column(column)),
        // 联系人及电话: whoever reads the value parts the name from the number.
        Label::Field(FieldId::Contact, _) => Some(Label::Field(FieldId::Contact, false)),
        // 项目负责人及职务.
        Label::Field(FieldId::Owner, true) if rest.iter().all(|l| matches!(l, Label::Other | Label::Field(FieldId::Phone, _))) => {
            Some(Label::Field(FieldId::Owner, false))
        }
        Label::Field(id, _) if rest.iter().all(|l| matches!(l, Label::Field(other, _) if *other == id)) && !rest.is_empty() => {
            Some(Label::Field(id, false))
        }
        Label::Field(_, true) if !rest.is_empty() => Some(Label::Other),
        Label::Field(..) | Label::Other => None,
    }
}

/// A question about one of the applicants, a person, or the project.
fn of_somebody(plain: &str) -> Option<Label> {
    let rest_of = |id: FieldId| {
        let own = FIELDS.iter().filter(move |(of, ..)| *of == id);
        let names = own.flat_map(|(_, certain, likely)| certain.iter().chain(likely.iter()));
        names.filter_map(|name| plain.strip_prefix(name)).min_by_key(|rest| rest.len())
    };
    let is_name = |rest: &str| matches!(rest, "名称" | "全称" | "单位名称" | "机构名称");
    if let Some(rest) = rest_of(FieldId::Joint) {
        return match rest {
            name if is_name(name) => Some(Label::Field(FieldId::Joint, false)),
            rest => named(rest).map(|_| Label::Other),
        };
    }
    if let Some(rest) = rest_of(FieldId::Lead) {
        return match named(rest.trim_start_matches('的')) {
            _ if is_name(rest) => Some(Label::Field(FieldId::Lead, false)),
            Some(Label::Field(id @ (FieldId::Contact | FieldId::Phone), _)) => Some(Label::Field(id, false)),
            Some(_) => Some(Label::Other),
            None => None,
        };
    }
    if let Some(rest) = rest_of(FieldId::Owner) {
        return named(rest).map(|_| Label::Other);
    }
    let of_project = ["试点项目", "申报项目", "本项目", "项目"]
        .iter()
        .find_map(|p| plain.strip_prefix(p));
    match of_project.and_then(named) {
        Some(Label::Field(id, _)) => Some(Label::Field(id, false)),
        _ => None,
    }
}

/// Whether a column's name asks for an applicant's own name: 申报单位名称.
pub(crate) fn names_applicant(plain: &str) -> bool {
    let names = COLUMNS
        .iter()
        .filter(|(column, _)| *column == Column::Name)
        .flat_map(|(_, names)| names.iter());
    plain.starts_with("申") && names.clone().any(|name| *name == plain)
}

#[cfg(test)]
mod tests {
    use lx_domain::FieldId;

    use super::super::{Column, Label, label};

    #[test]
    fn labels_made_of_others_ask_for_what_they_say_and_are_never_certain() {
        let cases = [
            ("牵头单位联系人", Some(Label::Field(FieldId::Contact, false))),
            ("牵头单位联系电话", Some(Label::Field(FieldId::Phone, false))),
            ("申报主体名称", Some(Label::Field(FieldId::Lead, false))),
            ("联合单位联系人", Some(Label::Other)),
            ("项目负责人联系电话", Some(Label::Other)),
            ("联系人及联系电话", Some(Label::Field(FieldId::Contact, false))),
            ("项目联系电话", Some(Label::Field(FieldId::Phone, false))),
            ("统一社会信用代码/组织机构代码", Some(Label::Column(Column::Code))),
            ("牵头单位/联合单位", Some(Label::Other)),
            ("项目名称（英文）", Some(Label::Other)),
            ("项目名称（中文）", Some(Label::Field(FieldId::Title, true))),
            ("項目名稱", Some(Label::Field(FieldId::Title, true))),
            ("Project Title", Some(Label::Field(FieldId::Title, true))),
            ("Lead Applicant:", Some(Label::Field(FieldId::Lead, true))),
            ("项目负责人及职务", Some(Label::Field(FieldId::Owner, false))),
            ("联系人与交易对手身份核验平台", None),
            ("牌照与资质智能核验平台", None),
            ("注册地址、办公地址一致性核验服务", None),
            ("联系人与服务平台", None),
            ("所属项目名称", None),
            ("项目进展顺利", None),
        ];
        for (text, expected) in cases {
            assert_eq!(label(text), expected, "{text}");
        }
    }
}
