use lx_tests::{Said, linxuan};

use super::*;

#[test]
fn the_command_line_looks_takes_puts_together_peeks_and_lists() {
    let Office { folder, desk } = Office::new();
    drop(desk);
    let path = |name: &str| folder.path().join(name).display().to_string();
    fs::write(path("passphrase"), PASSPHRASE).expect("the passphrase");
    let at = |args: &[&str]| -> Said {
        let (desk, passphrase) = (path("desk"), path("passphrase"));
        let all: Vec<&str> = ["--desk", &desk, "--passphrase-file", &passphrase]
            .into_iter()
            .chain(args.iter().copied())
            .collect();
        linxuan(&all)
    };
    let mut whole = zip(&[("01项目申报书.txt", &form("甲项目", "粤海示例证券")), ("扫描件.txt", b"DAMAGE")]);
    let place = whole.windows(6).position(|w| w == b"DAMAGE").expect("the entry");
    whole[place] = b'd';
    fs::write(path("GZ2026-001 甲.zip"), whole).expect("a package");
    fs::write(path("补充.zip"), zip(&[("补充.txt", b"x")])).expect("a package");
    fs::write(path("压缩.rar"), b"Rar!\x1a\x07\x01\x00").expect("a file");

    let (package, more, rar) = (path("GZ2026-001 甲.zip"), path("补充.zip"), path("压缩.rar"));
    let seen = at(&["import", "--dry-run", "--encoding", "gb18030", &package, &rar]);
    assert_eq!(seen.exit, 3, "one of the two would be refused: {}", seen.json);
    assert_eq!(
        (&seen.json["packages"][0]["number"], &seen.json["packages"][0]["placing"]),
        (&"GZ2026-001".into(), &"new".into())
    );
    assert_eq!(seen.json["refused"][0]["code"], "intake_rar");
    assert_eq!(
        at(&["applications"]).json["applications"].as_array().map(Vec::len),
        Some(0),
        "nothing was written"
    );

    assert_eq!(at(&["import", &package]).exit, 0);
    let added = at(&["import", "--into", "GZ2026-001", "--as", "addition", &more]);
    assert_eq!(added.exit, 0, "{}", added.json);
    assert_eq!(added.json["applications"][0]["documents"].as_array().map(Vec::len), Some(2));
    assert_eq!(at(&["import", "--into", "GZ2026-404", &more]).exit, 1, "no such application");
    assert_eq!(at(&["import", "--encoding", "latin1", &more]).exit, 2, "no such encoding");

    let peeked = at(&["peek", "GZ2026-001", "扫描件.txt"]);
    assert_eq!((peeked.exit, &peeked.json["text"]), (0, &"dAMAGE".into()));
    assert_eq!(at(&["peek", "GZ2026-001", "没有.txt"]).exit, 1);

    fs::write(
        path("表.csv"),
        "编号,项目名称,牵头单位\nGZ2026-001,甲项目,粤海示例证券\nGZ2026-002,乙项目,粤海示例证券\n",
    )
    .expect("a listing");
    let kept = at(&["listing", &path("表.csv")]);
    assert_eq!(
        (&kept.json["listing"]["received"], &kept.json["listing"]["missing"]),
        (&1.into(), &1.into())
    );
    assert_eq!(at(&["listing"]).json["listing"]["name"], "表.csv");
    assert_eq!(at(&["listing", "--remove"]).exit, 0);
    assert!(at(&["listing"]).json["listing"].is_null());
}
