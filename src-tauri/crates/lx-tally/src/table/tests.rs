use lx_domain::{Hundredths, Rule};

use super::{TableError, TableFault, read_score_table};
use crate::standing::Cell;

fn rule() -> Rule {
    let text = "[[criteria]]\nid = \"innovation\"\nfull_marks = \"20\"\nweight = \"1\"\n[[criteria]]\nid = \"security\"\nfull_marks = \"20\"\nweight = \"1\"\n\
                [rounding]\nmode = \"half_up\"\ndecimals = 2\nafter = [\"total\"]";
    Rule::parse(text).expect("a rule")
}

const HEAD: &str = "application,reviewer,criterion,points\n";

fn fault(rows: &str) -> (u32, TableFault) {
    let TableError { line, reason } = read_score_table(&format!("{HEAD}{rows}"), &rule()).expect_err("must be refused");
    (line, reason)
}

#[test]
fn a_table_with_bom_and_windows_line_ends_is_read() {
    let csv = "\u{FEFF}application,reviewer,criterion,points\r\nA-01,林,innovation,17.5\r\nA-01,林,security,\r\n\r\n\"A-01\",\"周, 小\",innovation,na\r\n";
    let table = read_score_table(csv, &rule()).expect("a table");
    assert_eq!(table.len(), 1);
    let cells: Vec<_> = table[0]
        .sheets
        .iter()
        .flat_map(|s| s.cells.iter().map(|(id, c)| (s.reviewer.as_str(), id.as_str(), *c)))
        .collect();
    let expected = [
        ("周, 小", "innovation", Cell::NotApplicable),
        ("林", "innovation", Cell::Points(Hundredths(1750))),
        ("林", "security", Cell::Missing),
    ];
    assert_eq!(cells, expected);
}

#[test]
fn the_four_words_are_four_different_things() {
    let csv = format!("{HEAD}A,a,innovation,recused\nA,b,innovation,abstained\nA,c,innovation,na\nA,d,innovation,\nA,e,innovation,0");
    let table = read_score_table(&csv, &rule()).expect("a table");
    let cells: Vec<_> = table[0].sheets.iter().filter_map(|s| s.cells.values().next().copied()).collect();
    assert_eq!(
        cells,
        [
            Cell::Recused,
            Cell::Abstained,
            Cell::NotApplicable,
            Cell::Missing,
            Cell::Points(Hundredths(0))
        ]
    );
}

#[test]
fn a_fault_names_its_line() {
    assert_eq!(
        fault("A,a,innovation,1\nA,a,novelty,1"),
        (3, TableFault::UnknownCriterion("novelty".into()))
    );
    assert_eq!(
        fault("A,a,innovation,1\n\nA,a,innovation,2"),
        (4, TableFault::Duplicate { first: 2 })
    );
    assert_eq!(
        fault("A,a,innovation,20.01"),
        (
            2,
            TableFault::AboveFullMarks {
                points: "20.01".into(),
                full_marks: "20.00".into()
            }
        )
    );
    for bad in ["-1", "17.555", "1e1", "17,5", "absent", "NaN", "99999999999"] {
        assert!(
            matches!(fault(&format!("A,a,innovation,\"{bad}\"")), (2, TableFault::NotPoints(_))),
            "{bad}"
        );
    }
    assert_eq!(fault("A,a,innovation"), (2, TableFault::Fields { found: 3 }));
    assert_eq!(fault(",a,innovation,1"), (2, TableFault::Empty("application")));
    assert_eq!(fault("A,,innovation,1"), (2, TableFault::Empty("reviewer")));
    assert_eq!(fault("A,\"a,innovation,1"), (2, TableFault::Quote));
    assert_eq!(fault("A,a\"b,innovation,1"), (2, TableFault::Quote));
    assert_eq!(fault("\"A\nB\",a,innovation,1\nA,a,x,1").0, 4, "a line end inside quotes counts");
    assert_eq!(
        read_score_table("", &rule()),
        Err(TableError {
            line: 1,
            reason: TableFault::Header
        })
    );
    assert_eq!(
        read_score_table("application;reviewer", &rule()),
        Err(TableError {
            line: 1,
            reason: TableFault::Header
        })
    );
}
