//! Where a line of a profile comes from, as far as its clause says so.

/// The origin of a rule. A line may have several: a document the notice asks for, its contents our proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// 通知: the call itself says so.
    Notice,
    /// 参照: a law or standard of a neighbouring field says so; persuasive, not binding.
    Reference,
    /// 本系统建议: no source fixes it.
    Proposal,
}

impl Mark {
    /// `N`, `L` or `P`.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Notice => "N",
            Self::Reference => "L",
            Self::Proposal => "P",
        }
    }
}

/// The marks of a clause, none where its words don't say.
#[must_use]
pub fn marks_of(clause: &str) -> Vec<Mark> {
    let says = |words: &[&str]| words.iter().any(|w| clause.contains(w));
    let mut marks = Vec::new();
    if says(&["通知", "公告"]) {
        marks.push(Mark::Notice);
    }
    if says(&["参照", "GB ", "GB/T", "JR/T"]) {
        marks.push(Mark::Reference);
    }
    if says(&["本系统建议"]) {
        marks.push(Mark::Proposal);
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::{Mark, marks_of};

    #[test]
    fn a_clause_may_have_several_origins_and_an_unknown_one_has_none() {
        assert_eq!(marks_of("通知第三条；清单内容为本系统建议"), [Mark::Notice, Mark::Proposal]);
        assert_eq!(marks_of("参照《中华人民共和国招标投标法》第三十七条"), [Mark::Reference]);
        assert!(marks_of("某市办法第二条").is_empty());
    }
}
