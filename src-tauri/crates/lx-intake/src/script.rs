//! Traditional characters of the vocabulary of forms, for comparing with the simplified ones; never for showing.

use std::{collections::BTreeMap, sync::LazyLock};

/// Characters of labels and of the words of profiles that are written in another way in Hong Kong, Macao and Taiwan.
const TRADITIONAL: &str = "萬與專業東兩嚴個為爲書爭於產親億僅價優夥會傳體償關內冊寫衝決況凍準擊劃則創別製辦務動勞勢區醫華協單佔歷參發號後啓啟員週諮\
    響團圍國場處備復複夠頭學實審寬對導屬佈幹並廣應開異張強當錄徵徑總戶託執擴護報擔擬擇損據撐數斷無時顯暫術機權條來構標檔檢測\
    濟點牽獨環現電暢監蓋碼確離種稱競筆簡類係級純線練組細終經結絡統續編網羣職聯脫節範薦營慮虛銜補裝見觀規觸計認議訊記許論設證\
    評識訴試話詢該語説說請諾負責賬貨質購費資賴較輔辯邊達過運進連適選郵鄰採釋裏裡針銀銷鍵長門問間隊階際險頁項須顧預領頻穎題額\
    風驗齊";
/// The same characters, simplified, in the same order.
const SIMPLIFIED: &str = "万与专业东两严个为为书争于产亲亿仅价优伙会传体偿关内册写冲决况冻准击划则创别制办务动劳势区医华协单占历参发号后启启员周咨\
    响团围国场处备复复够头学实审宽对导属布干并广应开异张强当录征径总户托执扩护报担拟择损据撑数断无时显暂术机权条来构标档检测\
    济点牵独环现电畅监盖码确离种称竞笔简类系级纯线练组细终经结络统续编网群职联脱节范荐营虑虚衔补装见观规触计认议讯记许论设证\
    评识诉试话询该语说说请诺负责账货质购费资赖较辅辩边达过运进连适选邮邻采释里里针银销键长门问间队阶际险页项须顾预领频颖题额\
    风验齐";

static SIMPLE: LazyLock<BTreeMap<char, char>> = LazyLock::new(|| {
    let hanzi = |text: &'static str| text.chars().filter(|c| !c.is_whitespace());
    hanzi(TRADITIONAL).zip(hanzi(SIMPLIFIED)).collect()
});

/// The text in simplified characters, as far as the vocabulary of forms goes.
pub(crate) fn simplified(text: &str) -> String {
    text.chars().map(|c| SIMPLE.get(&c).copied().unwrap_or(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::{SIMPLE, SIMPLIFIED, TRADITIONAL, simplified};

    #[test]
    fn every_traditional_character_has_its_simplified_one() {
        let count = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
        assert_eq!(count(TRADITIONAL), count(SIMPLIFIED));
        assert_eq!(SIMPLE.len(), count(TRADITIONAL), "none is there twice");
        assert_eq!(
            simplified("項目名稱、試點週期、聯絡人、牽頭單位"),
            "项目名称、试点周期、联络人、牵头单位"
        );
        assert_eq!(simplified("项目名称"), "项目名称");
    }
}
