//! People, invented, with keys that are the same in every run.

use std::sync::LazyLock;

use lx_domain::{Card, Role};
use lx_seal::Keys;

use crate::AT;

/// A person and what they do.
#[derive(Debug)]
pub struct Person {
    /// 姓名; some have characters that few fonts have.
    pub name: &'static str,
    /// 工作单位.
    pub org: &'static str,
    /// Asked for on the card.
    pub role: Role,
}

/// Index of the secretary.
pub const SECRETARY: usize = 0;
/// Index of the chair.
pub const CHAIR: usize = 1;
/// Index of the supervisor.
pub const SUPERVISOR: usize = 2;
/// Index of the first reviewer; the others follow.
pub const REVIEWERS: usize = 3;

const fn one(name: &'static str, org: &'static str, role: Role) -> Person {
    Person { name, org, role }
}

static PEOPLE: [Person; 14] = [
    one("陈知秋", "示例市资本市场处", Role::Secretary),
    one("林望舒", "示例市资本市场处", Role::Chair),
    one("何守正", "示例市监督办公室", Role::Supervisor),
    one("周喆", "示例大学计算机学院", Role::Reviewer),
    one("王㛃", "示例证券技术研究所", Role::Reviewer),
    one("李𬭚", "示例期货信息中心", Role::Reviewer),
    one("赵䶮", "示例数据安全研究院", Role::Reviewer),
    one("吴珺玥", "示例金融法律服务所", Role::Reviewer),
    one("郑堃", "示例基金托管部", Role::Reviewer),
    one("冯镕", "示例区域股权中心", Role::Reviewer),
    one("欧阳𫖯", "示例密码学会", Role::Reviewer),
    one("许昇", "示例投资者保护中心", Role::Reviewer),
    one("孙·阿依努尔", "示例大学法学院", Role::Reviewer),
    one("高远", "示例信息技术协会", Role::Reviewer),
];

/// Made once by `cargo run -p lx-testkit --example make-keys`. They protect nothing.
static KEYS: LazyLock<Vec<Keys>> = LazyLock::new(|| {
    let stored: Vec<serde_json::Value> = serde_json::from_str(include_str!("../keys/people.json")).expect("people.json is a list");
    let read = |keys: &serde_json::Value| Keys::from_secret_bytes(keys.to_string().as_bytes()).expect("people.json holds keys");
    stored.iter().map(read).collect()
});

/// Everyone there is.
#[must_use]
pub fn people() -> &'static [Person] {
    &PEOPLE
}

/// One of them.
#[must_use]
pub fn person(index: usize) -> &'static Person {
    &PEOPLE[index]
}

/// A person's keys.
#[must_use]
pub fn keys(index: usize) -> &'static Keys {
    &KEYS[index]
}

/// A person's card, not sealed.
#[must_use]
pub(crate) fn card(index: usize) -> Card {
    let Person { name, org, role } = person(index);
    keys(index).card(name, org, *role, AT)
}
