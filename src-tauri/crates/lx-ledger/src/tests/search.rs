use super::*;
use crate::TextBlock;

fn block(place: &str, text: &str) -> TextBlock {
    TextBlock {
        place: place.to_owned(),
        text: text.to_owned(),
    }
}

fn library() -> (Desk, Ledger) {
    let (desk, mut ledger) = Desk::new();
    let (plan, risk, old) = (Digest([1; 32]), Digest([2; 32]), Digest([3; 32]));
    write(&mut ledger, |tx| {
        tx.put_text(
            &plan,
            &[
                block("第1页", "本项目采用隐私计算与ＡＩ大模型，\n服务中小投资者。"),
                block("第2页", "退出方案：30日内。"),
            ],
        )?;
        tx.put_text(&risk, &[block("Sheet1!B3", "风险补偿 Risk-Control（100万元）䶮")])?;
        tx.put_text(&old, &[block("", "旧版隐私计算")])?;
        tx.put_dossier(&dossier("GZ2026-002", 1, &[("旧.docx", old)]), &Digest([8; 32]))?;
        tx.put_dossier(
            &dossier("GZ2026-002", 2, &[("风控.xlsx", risk), ("方案.docx", plan)]),
            &Digest([9; 32]),
        )?;
        tx.put_dossier(&dossier("GZ2026-001", 1, &[("试点方案.docx", plan)]), &Digest([7; 32]))
    });
    (desk, ledger)
}

fn found(ledger: &Ledger, text: &str) -> Vec<String> {
    let hits = ledger.search(text, 100, &|_| true).unwrap();
    hits.iter()
        .map(|h| format!("{} {} {} {}", h.number, h.document, h.place, &h.snippet[h.hit_start..h.hit_end]))
        .collect()
}

#[test]
fn a_search_finds_any_two_characters_in_the_latest_versions_by_number_and_place() {
    let (_desk, ledger) = library();
    assert_eq!(
        found(&ledger, "隐私"),
        ["GZ2026-001 试点方案.docx 第1页 隐私", "GZ2026-002 方案.docx 第1页 隐私"]
    );
    assert_eq!(
        found(&ledger, "退出方案"),
        ["GZ2026-001 试点方案.docx 第2页 退出方案", "GZ2026-002 方案.docx 第2页 退出方案"]
    );
    assert_eq!(found(&ledger, "旧版"), Vec::<String>::new(), "a superseded version is not searched");
    assert_eq!(ledger.search("隐私", 1, &|_| true).unwrap().len(), 1);
}

#[test]
fn a_document_is_found_by_its_name_too_which_is_all_that_a_scan_has() {
    let (_desk, mut ledger) = library();
    write(&mut ledger, |tx| {
        tx.put_dossier(
            &dossier("GZ2026-003", 1, &[("附件/承诺函（扫描）.pdf", Digest([4; 32]))]),
            &Digest([6; 32]),
        )
    });
    assert_eq!(found(&ledger, "承诺函"), ["GZ2026-003 附件/承诺函（扫描）.pdf  承诺函"]);
    assert_eq!(
        found(&ledger, "方案.ＤＯＣＸ"),
        ["GZ2026-001 试点方案.docx  方案.docx", "GZ2026-002 方案.docx  方案.docx"]
    );
    let each = ledger.search_each("方案", 2, &|_| true).unwrap();
    let hits: Vec<_> = each
        .iter()
        .map(|a| (a.number.as_str(), a.hits.len(), a.hits[0].place.as_str(), a.more))
        .collect();
    assert_eq!(
        hits,
        [("GZ2026-001", 2, "", false), ("GZ2026-002", 2, "", false)],
        "names come first"
    );
    assert!(ledger.search("承诺函", 9, &|n| n.as_str() != "GZ2026-003").unwrap().is_empty());
    assert_eq!(ledger.search("方案", 1, &|_| true).unwrap().len(), 1);
}

#[test]
fn case_width_and_white_space_make_no_difference() {
    let (_desk, ledger) = library();
    assert_eq!(
        found(&ledger, "ai大模型，服务"),
        [
            "GZ2026-001 试点方案.docx 第1页 ＡＩ大模型， 服务",
            "GZ2026-002 方案.docx 第1页 ＡＩ大模型， 服务"
        ]
    );
    assert_eq!(
        found(&ledger, "risk-control(100"),
        ["GZ2026-002 风控.xlsx Sheet1!B3 Risk-Control（100"]
    );
    assert_eq!(found(&ledger, " 补 偿 "), ["GZ2026-002 风控.xlsx Sheet1!B3 补偿"]);
}

#[test]
fn one_character_and_bare_punctuation_are_found_too() {
    let (_desk, ledger) = library();
    assert_eq!(found(&ledger, "䶮"), ["GZ2026-002 风控.xlsx Sheet1!B3 䶮"]);
    assert_eq!(
        found(&ledger, "日"),
        ["GZ2026-001 试点方案.docx 第2页 日", "GZ2026-002 方案.docx 第2页 日"]
    );
    assert_eq!(found(&ledger, "：").len(), 2);
    assert_eq!(found(&ledger, "\" OR *"), Vec::<String>::new());
    assert_eq!(found(&ledger, "  "), Vec::<String>::new());
}

#[test]
fn what_stands_on_both_sides_of_a_mark_is_no_hit() {
    let (_desk, ledger) = library();
    assert_eq!(found(&ledger, "模型服务"), Vec::<String>::new());
    assert_eq!(found(&ledger, "riskcontrol"), Vec::<String>::new());
}

#[test]
fn the_text_of_a_document_is_kept_once_and_comes_back_in_order() {
    let (_desk, mut ledger) = library();
    let plan = Digest([1; 32]);
    assert!(!write(&mut ledger, |tx| tx.put_text(&plan, &[block("", "x")])));
    let places: Vec<_> = ledger.document_text(&plan).unwrap().into_iter().map(|b| b.place).collect();
    assert_eq!(places, ["第1页", "第2页"]);
    assert!(ledger.has_text(&plan).unwrap() && !ledger.has_text(&Digest([99; 32])).unwrap());
    assert_eq!(ledger.holders(&plan).unwrap().len(), 2);
}

#[test]
fn every_part_of_a_text_is_found() {
    let (_desk, mut ledger) = Desk::new();
    let text = "平台采用 A-1 级“联邦学习”，年服务 3,000 万户；㛃𬭚Ｂ退";
    let document = Digest([5; 32]);
    write(&mut ledger, |tx| {
        tx.put_text(&document, &[block("", text)])?;
        tx.put_dossier(&dossier("P-01", 1, &[("方案.pdf", document)]), &Digest([6; 32]))
    });
    let chars: Vec<char> = text.chars().collect();
    for length in 1..chars.len() {
        for part in chars.windows(length) {
            let part = String::from_iter(part);
            assert_eq!(
                ledger.search(&part, 9, &|_| true).unwrap().len(),
                usize::from(!part.trim().is_empty()),
                "{part}"
            );
        }
    }
}

/// Two packages of two documents each, a common word in every piece of them, a rare one in the last.
fn crowd() -> (Desk, Ledger) {
    let (desk, mut ledger) = Desk::new();
    let of = |n: u8, pieces: u32| {
        let said = |at: u32| block(&format!("第{at}页"), &format!("风险控制第{at}项由𫖯{n}负责，版本V{n}.{at}"));
        (Digest([n; 32]), (1..=pieces).map(said).collect::<Vec<_>>())
    };
    // Kept in another order than they are listed in.
    let papers = [of(4, 700), of(3, 3), of(2, 700), of(1, 3)];
    write(&mut ledger, |tx| {
        for (digest, pieces) in &papers {
            tx.put_text(digest, pieces)?;
        }
        let [d, c, b, a] = papers.each_ref().map(|(digest, _)| *digest);
        tx.put_dossier(&dossier("GZ2026-002", 1, &[("丙.pdf", c), ("丁.pdf", d)]), &Digest([8; 32]))?;
        tx.put_dossier(&dossier("GZ2026-001", 1, &[("甲.pdf", a), ("乙.pdf", b)]), &Digest([9; 32]))
    });
    (desk, ledger)
}

#[test]
fn the_first_hits_of_a_common_text_are_the_first_in_order_however_many_there_are() {
    let (_desk, ledger) = crowd();
    for text in ["风险控制", "险", "，"] {
        let hits = ledger.search(text, 5, &|_| true).unwrap();
        let said: Vec<_> = hits.iter().map(|h| format!("{} {} {}", h.number, h.document, h.place)).collect();
        let expected = ["甲.pdf 第1页", "甲.pdf 第2页", "甲.pdf 第3页", "乙.pdf 第1页", "乙.pdf 第2页"];
        assert_eq!(said, expected.map(|e| format!("GZ2026-001 {e}")), "{text}");
        let closed = ledger.search(text, 1, &|n| n.as_str() != "GZ2026-001").unwrap();
        assert_eq!(closed[0].document, "丙.pdf", "{text}: nothing of a package that is not open");
    }
    assert_eq!(ledger.search("风险控制", 5000, &|_| true).unwrap().len(), 1406);
}

#[test]
fn hits_are_given_application_by_application_with_what_is_left_out() {
    let (_desk, ledger) = crowd();
    let of = |text: &str| {
        let found = ledger.search_each(text, 4, &|_| true).unwrap();
        found
            .iter()
            .map(|a| (a.number.to_string(), a.hits.len(), a.more))
            .collect::<Vec<_>>()
    };
    let (one, two) = (
        |n, more| ("GZ2026-001".to_owned(), n, more),
        |n, more| ("GZ2026-002".to_owned(), n, more),
    );
    assert_eq!(of("风险控制"), [one(4, true), two(4, true)]);
    assert_eq!(of("𫖯1"), [one(3, false)], "a rare hanzi and a digit");
    assert_eq!(of("ｖ4.70"), [two(2, false)], "V4.70 and V4.700, whatever their width and case");
    assert_eq!(of("第3项"), [one(2, false), two(2, false)]);
    assert_eq!(of("没有的话"), []);
}
