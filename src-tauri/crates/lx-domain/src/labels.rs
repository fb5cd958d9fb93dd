//! The words of the field for what is printed, in Chinese and in English (DOMAIN, section 1).

use crate::{
    application::{ApplicantClass, ApplicantRole, DocumentKind, FieldId, FieldStatus, Severity, Track},
    decision::Opinion,
    person::Role,
    profile::{Method, Requirement},
    rule::{RoundingMode, TrimPer},
    ruling::CorrectionCode,
    screening::{ItemState, Outcome},
};

macro_rules! labels {
    ($name:ident { $($variant:ident => $zh:literal, $en:literal;)+ }) => {
        impl $name {
            /// Every value, in the order in which it is offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// In Chinese.
            #[must_use]
            pub const fn label_zh(self) -> &'static str {
                match self { $(Self::$variant => $zh),+ }
            }

            /// In English.
            #[must_use]
            pub const fn label_en(self) -> &'static str {
                match self { $(Self::$variant => $en),+ }
            }
        }
    };
}

labels!(Role {
    Secretary => "工作人员", "Secretary";
    Reviewer => "评审专家", "Reviewer";
    Chair => "专家组组长", "Chair";
    Deputy => "副组长", "Deputy chair";
    Supervisor => "监督人员", "Supervisor";
});

labels!(Track {
    Pilot => "试点", "Pilot";
    Coaching => "试点辅导", "Coaching";
    Forwarded => "代收", "Forwarded";
});

labels!(ApplicantClass {
    MarketCore => "市场核心机构", "Market core institution";
    Operating => "证券期货经营机构", "Securities or futures firm";
    Service => "证券期货服务机构", "Securities or futures service institution";
    RegionalEquity => "区域性股权市场运营机构", "Regional equity market operator";
    Custodian => "基金托管机构", "Fund custodian";
    OtherRecognised => "其他中国证监会认可的机构", "Other institution recognised by the CSRC";
    Technology => "科技企业", "Technology company";
    Listed => "上市公司", "Listed company";
    FundOperating => "证券基金期货经营机构", "Securities, fund or futures firm";
});

labels!(ApplicantRole {
    Lead => "牵头单位", "Lead applicant";
    Joint => "联合单位", "Joint applicant";
});

labels!(ItemState {
    Present => "齐备", "Present";
    Missing => "缺失", "Missing";
    Irregular => "不规范", "Irregular";
    Na => "不适用", "Not applicable";
});

labels!(Outcome {
    Admit => "材料审核通过", "Admitted";
    Supplement => "补充完善", "To be supplemented";
    Reject => "不符合申报条件", "Not eligible";
    Forward => "代收", "Forwarded";
});

labels!(Opinion {
    Recommend => "建议推荐", "Recommended";
    Later => "未纳入本批次（可纳入后续批次）", "Not in this batch (may enter a later one)";
    Ineligible => "不符合申报条件", "Not eligible";
});

labels!(CorrectionCode {
    Eligibility => "资格/符合性错误", "Error of eligibility or conformity";
    Reckoning => "汇总错误", "Error of reckoning";
    OutOfRange => "超出评分范围", "Points out of range";
    Objective => "客观分错误", "Error in an objective score";
});

labels!(Severity {
    Error => "错误", "Error";
    Warning => "提示", "Warning";
    Info => "说明", "For information";
});

labels!(FieldStatus {
    Found => "已识别", "Found";
    Confirm => "请确认", "Please confirm";
    Corrected => "已更正", "Corrected";
});

labels!(Requirement {
    Always => "必备", "Required";
    WhenJoint => "联合申报时必备", "Required of joint applications";
    PerApplicant => "每家申报机构一份", "One per applicant";
    Optional => "可选", "Optional";
});

labels!(Method {
    OneRound => "一次评分", "One round";
    TwoRounds => "初评—答辩—终评", "Preliminary, questions, final";
});

labels!(RoundingMode {
    HalfUp => "四舍五入", "Half up";
    HalfEven => "四舍六入五成双（GB/T 8170）", "Half to even (GB/T 8170)";
});

labels!(TrimPer {
    Total => "按总分", "On totals";
    Criterion => "按单项", "Per criterion";
});

labels!(FieldId {
    Number => "项目编号", "Number";
    Title => "项目名称", "Title";
    Track => "申报类别", "Track";
    Lead => "牵头单位", "Lead applicant";
    Joint => "联合单位", "Joint applicants";
    Scenario => "业务场景", "Business scenario";
    Technology => "应用技术", "Technology";
    Users => "服务对象", "Users served";
    Period => "试点周期", "Pilot period";
    Scale => "预期目标与规模", "Goals and scale";
    Owner => "项目负责人", "Responsible person";
    Contact => "联系人", "Contact";
    Phone => "联系电话", "Telephone";
    Date => "申报日期", "Date";
});

labels!(DocumentKind {
    Docx => "Word 文档", "Word document";
    Doc => "Word 97 文档", "Word 97 document";
    Xlsx => "Excel 工作簿", "Excel workbook";
    Xls => "Excel 97 工作簿", "Excel 97 workbook";
    Ods => "ODS 表格", "ODS spreadsheet";
    Pdf => "PDF", "PDF";
    PdfScan => "PDF 扫描件（无文字层）", "Scanned PDF (no text layer)";
    Ofd => "OFD 版式文件", "OFD document";
    Text => "文本", "Text";
    Html => "网页", "Web page";
    Picture => "图片", "Picture";
    Archive => "压缩包", "Archive";
    Unknown => "未识别", "Unknown";
});
