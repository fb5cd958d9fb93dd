//! The whole road from one batch into the next at the command line: not selected, carried over, screened again, supplied anew.

use std::fs;

use lx_tests::linxuan;
use serde_json::Value;

use super::panel::{Panel, text};

/// A panel that has decided: the first application is recommended, the second is not in this batch.
fn decided() -> Panel {
    let panel = Panel::of(&["林一"]);
    let sheet = panel.sheet("林一", "16", "1.lxsheet");
    panel.done("组长", &["merge", &sheet]);
    panel.done("组长", &["decide", &panel.numbers[0], "recommend", "--reason", "方案可行"]);
    panel.done("组长", &["decide", &panel.numbers[1], "later", "--reason", "保证金模型尚待验证"]);
    panel
}

/// The desk of the next batch, somebody else's.
fn next_batch(panel: &Panel) {
    panel.done(
        "工作人员",
        &["identity", "create", "--name", "周岚", "--org", "示例局", "--role", "secretary"],
    );
    panel.done(
        "工作人员",
        &["batch", "create", "--name", "第二批次", "--profile", "guangzhou-2022"],
    );
}

fn numbers(value: &Value) -> Vec<String> {
    let all = value.as_array().expect("a list");
    all.iter()
        .map(|one| format!("{} → {}", text(&one["former"]), text(&one["number"])))
        .collect()
}

#[test]
fn what_one_batch_did_not_select_is_screened_in_the_next_beside_its_earlier_conclusion() {
    let panel = decided();
    let second = panel.numbers[1].clone();
    let listed = panel.done("组长", &["carry", "list"]);
    let can: Vec<&str> = listed["applications"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|a| a["number"].as_str().expect("a number"))
        .collect();
    assert_eq!(can, [second.as_str()]);
    let file = panel.text("结转.lxcarry");
    let sent = panel.done("组长", &["carry", "export", "--out", &file]);
    assert_eq!(
        (sent["numbers"].as_array().map(Vec::len), sent["bare"].as_array().map(Vec::len)),
        (Some(1), Some(0))
    );
    let recommended = panel.at("组长", &["carry", "export", &panel.numbers[0], "--out", &file]);
    assert_eq!(
        (recommended.exit, text(&recommended.json["fault"]["code"])),
        (1, "not_carryable".to_owned())
    );

    // Anybody can check the file; who signed it only who knows the chair.
    let unknown = linxuan(&["verify", &file]);
    assert_eq!(
        (unknown.exit, text(&unknown.json["kind"])),
        (0, "carry".to_owned()),
        "{}",
        unknown.json
    );
    assert!(unknown.json["claims"][0]["holds"].is_null());
    let card = panel.text("组长.lxid");
    panel.done("组长", &["identity", "card", "--out", &card]);
    let proven = linxuan(&["verify", &file, "--trust", &card]);
    assert_eq!(proven.json["claims"][0]["holds"], true, "{}", proven.json);

    next_batch(&panel);
    let looked = panel.done("工作人员", &["carry", "import", &file, "--dry-run"]);
    assert_eq!((&looked["batch"], &looked["vouched"]), (&"试验批次".into(), &"nobody".into()));
    assert_eq!(
        panel.done("工作人员", &["applications"])["applications"].as_array().map(Vec::len),
        Some(0)
    );
    let wrong = panel.at("工作人员", &["carry", "import", &file, "--trust", &panel.text("林一.lxid")]);
    assert_eq!((wrong.exit, text(&wrong.json["fault"]["code"])), (1, "carry_signer".to_owned()));
    let mistaken = panel.at("工作人员", &["import", &file]);
    assert_eq!(
        (mistaken.exit, text(&mistaken.json["refused"][0]["code"])),
        (1, "our_file".to_owned())
    );
    let named = format!("{second}=GZ2027-001");
    let taken = panel.done("工作人员", &["carry", "import", &file, "--trust", &card, "--as", &named]);
    assert_eq!(numbers(&taken["taken"]), [format!("{second} → GZ2027-001")]);
    let again = panel.done("工作人员", &["carry", "import", &file, "--trust", &card]);
    assert_eq!((numbers(&again["taken"]).len(), numbers(&again["already"]).len()), (0, 1));

    let shown = panel.done("工作人员", &["show", "GZ2027-001"])["applications"][0].clone();
    let before = &shown["former"][0];
    assert_eq!(
        (&before["vouched"], &before["documents"]),
        (&"named".into(), &true.into()),
        "{before}"
    );
    let concluded = &before["conclusions"][0];
    assert_eq!(
        (&concluded["ending"], &concluded["reason"]),
        (&"later".into(), &"保证金模型尚待验证".into())
    );
    assert_eq!(
        (&concluded["number"], &concluded["same_profile"]),
        (&second.as_str().into(), &true.into())
    );
    assert!(shown["documents"].as_array().is_some_and(|d| d.len() > 4), "its papers came along");
    assert!(!text(&shown["title"]).is_empty() && !text(&shown["lead"]).is_empty());
    let found = panel.done("工作人员", &["search", "保证金"]);
    assert!(found["hits"].as_array().is_some_and(|hits| !hits.is_empty()), "and are searched");

    // One version only, and no outcome: said in words that say what to do.
    let alone = panel.at("工作人员", &["compare", "GZ2027-001"]);
    assert_eq!((alone.exit, text(&alone.json["fault"]["code"])), (1, "one_version".to_owned()));
    let early = panel.at("工作人员", &["notice", "GZ2027-001", "--out", &panel.text("通知.pdf")]);
    assert_eq!((early.exit, text(&early.json["fault"]["code"])), (1, "not_screened".to_owned()));

    // The institution sends more: the next version, laid beside what was carried over.
    let more = panel.path("补充");
    fs::create_dir(&more).expect("a folder");
    fs::write(more.join("12保证金模型验证报告.txt"), "保证金模型验证报告\n回测区间为三年。\n").expect("a paper");
    panel.done("工作人员", &["import", "--into", "GZ2027-001", &more.to_string_lossy()]);
    let compared = panel.done("工作人员", &["compare", "GZ2027-001"]);
    assert_eq!((&compared["from"]["version"], &compared["to"]["version"]), (&1.into(), &2.into()));
    let documents = compared["documents"].as_array().expect("documents");
    let of = |change: &str| documents.iter().filter(|d| d["change"] == change).count();
    assert_eq!((of("added"), of("gone"), of("changed")), (1, 0, 0), "{compared}");
    let shown = panel.done("工作人员", &["show", "GZ2027-001"])["applications"][0].clone();
    assert_eq!((&shown["version"], shown["former"].as_array().map(Vec::len)), (&2.into(), Some(1)));
    let journal = panel.done("工作人员", &["journal", "list"]).to_string();
    assert!(journal.contains("carry_in"), "{journal}");
}

#[test]
fn a_file_for_one_person_opens_on_no_other_desk_and_a_damaged_one_on_none() {
    let panel = decided();
    next_batch(&panel);
    let (card, file) = (panel.text("周岚.lxid"), panel.text("结转.lxcarry"));
    panel.done("工作人员", &["identity", "card", "--out", &card]);
    let sent = panel.done("组长", &["carry", "export", "--out", &file, "--to", &card, "--without-documents"]);
    assert_eq!((&sent["to"], sent["bare"].as_array().map(Vec::len)), (&"周岚".into(), Some(1)));
    panel.done(
        "别人",
        &["identity", "create", "--name", "吴三", "--org", "示例局", "--role", "secretary"],
    );
    panel.done("别人", &["batch", "create", "--name", "第三批次", "--profile", "guangzhou-2022"]);
    let other = panel.at("别人", &["carry", "import", &file]);
    assert_eq!((other.exit, text(&other.json["fault"]["code"])), (1, "not_for_you".to_owned()));
    let mut bytes = fs::read(&file).expect("the file");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let damaged = panel.text("坏.lxcarry");
    fs::write(&damaged, bytes).expect("a copy");
    let refused = panel.at("工作人员", &["carry", "import", &damaged]);
    assert_eq!(refused.exit, 1, "{}", refused.json);
    let taken = panel.done("工作人员", &["carry", "import", &file]);
    assert_eq!(numbers(&taken["taken"]), [format!("{} → P-01", panel.numbers[1])]);
    let shown = panel.done("工作人员", &["show", "P-01"])["applications"][0].clone();
    assert_eq!(shown["documents"].as_array().map(Vec::len), Some(0));
    let codes: Vec<String> = shown["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .map(|f| text(&f["code"]))
        .collect();
    assert!(codes.contains(&"carried_bare".to_owned()), "{codes:?}");
}
