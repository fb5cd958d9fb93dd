use super::{Eligible, Obstacle, eligible, is_seat, judge};
use crate::{Applicant, ApplicantClass, Digest, Dossier, Profile, Severity, Track, UnixMillis};

const GUANGZHOU: &str = include_str!("../../../../../assets/profiles/guangzhou-2022.toml");

fn applicant(class: ApplicantClass, place: &str) -> Applicant {
    Applicant {
        class: Some(class),
        place: (!place.is_empty()).then(|| place.to_owned()),
        licence: Some("经营证券期货业务许可证 001".to_owned()),
        ..Applicant::named(&format!("{}甲", class.label_zh()))
    }
}

fn dossier(track: Track, applicants: Vec<Applicant>) -> Dossier {
    Dossier {
        number: "GZ2026-001".parse().expect("a number"),
        provisional: false,
        title: String::new(),
        track,
        applicants,
        fields: Vec::new(),
        documents: Vec::new(),
        findings: Vec::new(),
        package_name: String::new(),
        package_digest: Digest::of(b""),
        received_at: UnixMillis(0),
        version: 1,
    }
}

fn codes(track: Track, applicants: Vec<Applicant>) -> Vec<String> {
    let profile = Profile::parse(GUANGZHOU).expect("the shipped profile");
    let findings = judge(&profile, &dossier(track, applicants));
    assert!(
        findings.iter().all(|f| f.severity != Severity::Error),
        "a person decides, so nothing here is an error"
    );
    assert!(
        findings.iter().all(|f| f.clause.as_ref().is_some_and(|c| c.contains("通知"))),
        "each finding cites the notice"
    );
    findings.into_iter().map(|f| f.code).collect()
}

use ApplicantClass::{MarketCore, Operating, OtherRecognised, Technology};

#[test]
fn a_firm_of_the_city_is_eligible_with_a_technology_company_from_anywhere() {
    assert!(codes(Track::Pilot, vec![applicant(Operating, "广东省广州市天河区")]).is_empty());
    assert!(
        codes(Track::Pilot, vec![applicant(Technology, "深圳市"), applicant(Operating, "广州")]).is_empty(),
        "it may lead, too"
    );
}

#[test]
fn the_seat_is_the_place_of_registration_or_the_main_office() {
    assert_eq!(codes(Track::Pilot, vec![applicant(Operating, "珠海市")]), ["seat_outside"]);
    assert_eq!(codes(Track::Pilot, vec![applicant(Operating, "")]), ["seat_unknown"]);
    let mut office = applicant(Operating, "珠海市");
    office.office = Some("广州市越秀区".to_owned());
    assert!(codes(Track::Pilot, vec![office]).is_empty());
}

#[test]
fn a_seat_outside_is_named_once_however_the_office_refers_to_it() {
    let profile = Profile::parse(GUANGZHOU).expect("the shipped profile");
    let said = |office: &str| {
        let mut one = applicant(Operating, "珠海市 香洲区");
        one.office = Some(office.to_owned());
        let findings = judge(&profile, &dossier(Track::Pilot, vec![one]));
        findings[0].args["place"].clone()
    };
    for same in ["同上", "同 上", "珠海市香洲区", "珠海市 香洲区", "与注册地址一致", " "] {
        assert_eq!(said(same), "珠海市 香洲区", "{same}");
    }
    assert_eq!(said("深圳市南山区"), "珠海市 香洲区、深圳市南山区");
}

#[test]
fn a_place_that_names_no_city_is_asked_about_and_settles_nothing() {
    let profile = Profile::parse(GUANGZHOU).expect("the shipped profile");
    let judged = |place: &str, office: Option<&str>| {
        let mut one = applicant(Operating, place);
        one.office = office.map(str::to_owned);
        let dossier = dossier(Track::Pilot, vec![one]);
        let code = judge(&profile, &dossier).first().map(|f| f.code.clone());
        (code.unwrap_or_default(), eligible(&profile, &dossier))
    };
    let unclear = [
        "天河区珠江新城冼村路5号",
        "南沙区横沥镇明珠一街1号",
        "黄埔区科学城",
        "花城大道68号",
        "天河区中山大道西8号",
        "海珠区河南",
        "番禺区市桥街",
        "广东省",
        "中国（广东）自由贸易试验区南沙片区",
        "增城市新塘镇",
        "佛山大厦",
    ];
    for place in unclear {
        for (place, office) in [(place, None), ("深圳市福田区", Some(place)), (place, Some("同上"))] {
            let (code, eligible) = judged(place, office);
            assert_eq!(code, "seat_unclear", "{place} {office:?}");
            assert!(matches!(eligible, Eligible::Open(_)), "{place} {office:?}");
        }
    }
    let elsewhere = [
        "深圳",
        "深圳福田区",
        "佛山市南海区",
        "湖南省浏阳",
        "昆山市前进路1号",
        "上海自贸区",
        "湖南衡阳蒸湘区",
    ];
    for place in elsewhere {
        let (code, eligible) = judged(place, Some(place));
        assert_eq!(code, "seat_outside", "{place}");
        assert_eq!(eligible, Eligible::No(Obstacle::Seat), "{place}");
    }
}

#[test]
fn a_seat_outside_is_said_of_what_is_written_down() {
    let profile = Profile::parse(GUANGZHOU).expect("the shipped profile");
    let of = |place: &str, office: &str| {
        let mut one = applicant(Operating, place);
        one.office = (!office.is_empty()).then(|| office.to_owned());
        judge(&profile, &dossier(Track::Pilot, vec![one]))[0].args["of"].clone()
    };
    assert_eq!(of("佛山市南海区", ""), "place");
    assert_eq!(of("", "佛山市南海区"), "office");
    assert_eq!(of("佛山市南海区", "同上"), "both");
    assert_eq!(of("佛山市", "深圳市"), "both");
}

#[test]
fn technology_companies_alone_are_not_eligible_on_the_pilot_track_but_may_be_coached() {
    assert_eq!(
        codes(Track::Pilot, vec![applicant(Technology, "广州")]),
        ["technology_alone", "no_licensed_provider"]
    );
    assert!(codes(Track::Coaching, vec![applicant(Technology, "广州")]).is_empty());
    assert_eq!(
        codes(Track::Coaching, vec![applicant(Technology, "深圳")]),
        ["coaching_seat_outside"]
    );
}

#[test]
fn a_market_core_institution_registered_in_the_city_is_forwarded() {
    assert_eq!(codes(Track::Pilot, vec![applicant(MarketCore, "广州市")]), ["should_forward"]);
    assert!(codes(Track::Forwarded, vec![applicant(MarketCore, "广州市")]).is_empty());
    assert_eq!(
        codes(Track::Forwarded, vec![applicant(Operating, "广州市")]),
        ["forward_not_market_core"]
    );
    let mut office_only = applicant(MarketCore, "大连市");
    office_only.office = Some("广州市".to_owned());
    assert!(
        codes(Track::Pilot, vec![office_only]).is_empty(),
        "only registration in the city forwards"
    );
}

#[test]
fn what_the_papers_do_not_say_is_pointed_out() {
    let mut unlicensed = applicant(Operating, "广州");
    unlicensed.licence = None;
    assert_eq!(codes(Track::Pilot, vec![unlicensed]), ["licence_unstated"]);
    assert_eq!(
        codes(Track::Pilot, vec![applicant(OtherRecognised, "广州")]),
        ["recognition_evidence"]
    );
    let mut nameless = applicant(Operating, "广州");
    nameless.class = None;
    assert_eq!(codes(Track::Pilot, vec![nameless]), ["class_unknown"], "it may well be licensed");
    assert_eq!(codes(Track::Pilot, Vec::new()), ["no_applicant"]);
}

#[test]
fn a_street_or_a_house_that_bears_the_name_of_the_city_is_not_in_it() {
    let profile = Profile::parse(GUANGZHOU).expect("the shipped profile");
    for place in [
        "广州市天河区",
        "广东省广州市",
        "中国（广东）自由贸易试验区广州南沙片区",
        "北京市海淀区、广州市越秀区",
        "注册地：广州",
    ] {
        assert!(is_seat(&profile, place), "{place}");
    }
    for place in ["深圳市福田区广州大厦", "上海广州路1号", "南京市鼓楼区广州路", "北京"] {
        assert!(!is_seat(&profile, place), "{place}");
    }
}
