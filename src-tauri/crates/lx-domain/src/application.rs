//! What an institution sent, and what was read out of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::{ApplicationNumber, Digest, ItemId, UnixMillis};

/// What is done with an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Track {
    /// 试点: scored and ranked.
    Pilot,
    /// 试点辅导: scored and ranked among its own; no real business meanwhile.
    Coaching,
    /// 代收: a market core institution registered in Guangzhou; first reading only, never scored.
    Forwarded,
}

/// The class an applicant belongs to (notice, part three).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApplicantClass {
    /// 市场核心机构.
    MarketCore,
    /// 证券期货经营机构.
    Operating,
    /// 证券期货服务机构.
    Service,
    /// 区域性股权市场运营机构.
    RegionalEquity,
    /// 基金托管机构.
    Custodian,
    /// 其他中国证监会认可的机构.
    OtherRecognised,
    /// 科技企业: may join or lead, never alone on the pilot track.
    Technology,
    /// 上市公司 (an option line of later calls); holds no licence of the securities or futures trade as such.
    Listed,
    /// 证券基金期货经营机构 (an option line of later calls).
    FundOperating,
}

impl ApplicantClass {
    /// Whether institutions of this class hold a licence of the trade, so that they can bring in the business scenario.
    #[must_use]
    pub const fn is_licensed(self) -> bool {
        match self {
            Self::MarketCore
            | Self::Operating
            | Self::Service
            | Self::RegionalEquity
            | Self::Custodian
            | Self::OtherRecognised
            | Self::FundOperating => true,
            Self::Technology | Self::Listed => false,
        }
    }
}

/// The part an applicant plays in a joint application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApplicantRole {
    /// 牵头单位.
    Lead,
    /// 联合单位.
    Joint,
}

/// One applying institution as its papers name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Applicant {
    /// 机构名称.
    pub name: String,
    /// 机构类别; absent where the papers don't say.
    pub class: Option<ApplicantClass>,
    /// 统一社会信用代码 as written.
    pub credit_code: Option<String>,
    /// Whether its check digit is right (GB 32100); absent where there is no code.
    pub credit_code_valid: Option<bool>,
    /// 注册地.
    pub place: Option<String>,
    /// 主要办公地.
    pub office: Option<String>,
    /// 牌照名称/编号.
    pub licence: Option<String>,
    /// 分工.
    pub duty: Option<String>,
    /// Lead or joint.
    pub role: ApplicantRole,
    /// What the papers state of each property, and where; empty in records made before places were kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stated: Vec<Stated>,
}

/// A property of an applicant, in the order in which it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Chinese labels are in the catalogue under part-<id>")]
pub enum ApplicantPart {
    Name,
    Role,
    Class,
    CreditCode,
    Licence,
    Place,
    Office,
    Duty,
}

impl ApplicantPart {
    /// Every property, in that order.
    pub const ALL: [Self; 8] = [
        Self::Name,
        Self::Role,
        Self::Class,
        Self::CreditCode,
        Self::Licence,
        Self::Place,
        Self::Office,
        Self::Duty,
    ];
}

/// How sure a property is and where it stands; its value is the applicant's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stated {
    /// Which.
    pub part: ApplicantPart,
    /// How sure.
    pub status: FieldStatus,
    /// Where the value stands; absent where nobody states it, and for a corrected one.
    pub source: Option<Source>,
    /// Everything that the papers say of it, in their own words.
    pub candidates: Vec<Candidate>,
}

/// A field that every application has, in the order in which it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Chinese labels are in the catalogue under field-<id>")]
pub enum FieldId {
    Number,
    Title,
    Track,
    Lead,
    Joint,
    Scenario,
    Technology,
    Users,
    Period,
    Scale,
    Owner,
    Contact,
    Phone,
    Date,
}

/// Where in a package something stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Path of the document inside the package.
    pub document: String,
    /// `Sheet1!B3`, `表1 第3行第2列`, `第2段`, `第4页`; empty for the whole document.
    pub place: String,
}

/// How sure a field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldStatus {
    /// Certain.
    Found,
    /// 请确认: several candidates or an unsure place; never shown as a fact.
    Confirm,
    /// A person wrote it, with a reason.
    Corrected,
}

/// One place's idea of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// The value as written there.
    pub value: String,
    /// Where.
    pub source: Source,
}

/// A field with its best candidate first and all of them kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Which.
    pub id: FieldId,
    /// The best candidate's value, or the person's.
    pub value: String,
    /// How sure.
    pub status: FieldStatus,
    /// Where the value stands; absent for a corrected one.
    pub source: Option<Source>,
    /// Every candidate found.
    pub candidates: Vec<Candidate>,
}

/// What a document is, by content and not by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum DocumentKind {
    Docx,
    Doc,
    Xlsx,
    Xls,
    Ods,
    Pdf,
    /// A PDF without a text layer (扫描件).
    PdfScan,
    Ofd,
    Text,
    Html,
    Picture,
    Archive,
    Unknown,
}

/// One document of a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Path inside the package, `/` between parts, decoded.
    pub path: String,
    /// Of its content.
    pub digest: Digest,
    /// Size in bytes.
    pub bytes: u64,
    /// What it is.
    pub kind: DocumentKind,
    /// Pages, where the format has them.
    pub pages: Option<u32>,
    /// The checklist item it answers, where recognised.
    pub item: Option<ItemId>,
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// A whole required document is not there.
    Error,
    /// Something to look at.
    Warning,
    /// For information.
    Info,
}

/// Something a person should know about a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// How much it weighs.
    pub severity: Severity,
    /// Stable code, such as `missing_item`; the catalogue has its words under `finding-<code with - for _>`.
    pub code: String,
    /// What the words need.
    pub args: BTreeMap<String, String>,
    /// The places that show it.
    pub evidence: Vec<Source>,
    /// The checklist item it belongs to.
    pub item: Option<ItemId>,
    /// The clause of the profile behind it.
    pub clause: Option<String>,
}

/// One version of one application's package, read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dossier {
    /// Its number.
    pub number: ApplicationNumber,
    /// Whether the number was given by us because the package had none.
    pub provisional: bool,
    /// Best candidate of the title.
    pub title: String,
    /// What is done with it.
    pub track: Track,
    /// The applicants, lead first.
    pub applicants: Vec<Applicant>,
    /// The fields, in the order of [`FieldId`].
    pub fields: Vec<Field>,
    /// The documents, in the order of the package.
    pub documents: Vec<Document>,
    /// What was noticed.
    pub findings: Vec<Finding>,
    /// Name of the file or folder that was taken.
    pub package_name: String,
    /// Of the original archive; for a folder, of the list of its documents.
    pub package_digest: Digest,
    /// Time of receipt.
    pub received_at: UnixMillis,
    /// 1 for what came first, then one more for each supplement.
    pub version: u32,
}

impl Dossier {
    /// The lead applicant.
    #[must_use]
    pub fn lead(&self) -> Option<&Applicant> {
        self.applicants.iter().find(|a| a.role == ApplicantRole::Lead)
    }
}
