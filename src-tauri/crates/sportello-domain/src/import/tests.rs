use super::*;
use crate::fault::FieldFault;
use proptest::prelude::*;

const FIELDS: &[FieldNames] = &[
    FieldNames { field: "name", names: &["nome", "denominazione"], required: true },
    FieldNames { field: "phone", names: &["telefono", "tel"], required: false },
];

fn read(text: &str) -> Table {
    Table::read(text.as_bytes()).expect("a table")
}

fn cells(table: &Table) -> Vec<(u32, Vec<&str>)> {
    let row = |row: &'_ Row| (0..table.header.len()).map(|at| row.cell(at).to_owned()).collect::<Vec<_>>();
    let rows: Vec<_> = table.rows.iter().map(|r| (r.line, row(r))).collect();
    // Leaked on purpose: a test compares literals.
    rows.into_iter().map(|(line, cells)| (line, cells.into_iter().map(|c| &*c.leak()).collect())).collect()
}

#[test]
fn the_encoding_is_found_and_told() {
    let encoding = decode;
    assert_eq!(encoding("Nicolò €".as_bytes()), Ok(("Nicolò €".into(), Encoding::Utf8)));
    assert_eq!(encoding("\u{feff}Nicolò".as_bytes()), Ok(("Nicolò".into(), Encoding::Utf8Bom)));
    assert_eq!(
        encoding(b"Nicol\xf2 \x80 l\x92anagrafe"),
        Ok(("Nicolò € l’anagrafe".into(), Encoding::Windows1252))
    );
    assert_eq!(encoding(b"\xff\xfeN\0o\0"), Err(FileFault::Utf16));
    assert_eq!(encoding(b"\xfe\xff\0N\0o"), Err(FileFault::Utf16));
    assert_eq!(encoding(b"N\0o\0m\0e\0"), Err(FileFault::Utf16), "without its mark");
    assert_eq!(encoding(b"PK\x03\x04\x14\0"), Err(FileFault::Spreadsheet));
    assert_eq!(
        encoding(b"Nome\nNicol\xf2 \x81"),
        Err(FileFault::NotText { line: 2 }),
        "0x81 is no character"
    );
    let broken = "è à ò ù\nperché\n".as_bytes().iter().copied().chain(*b"\xff\n").collect::<Vec<_>>();
    assert_eq!(
        encoding(&broken),
        Err(FileFault::NotText { line: 3 }),
        "UTF-8 with a broken byte is not 1252"
    );
    let megabytes = 50;
    assert_eq!(encoding(&vec![b'a'; FILE_MAX + 1]), Err(FileFault::TooLarge { megabytes }));
}

#[test]
fn separators_quotation_marks_and_lines() {
    let table = read(
        "Nome;Sede, piano\r\nAnagrafe;\"via Roma 1;\r\nprimo piano\"\r\n\r\nTributi;\"il \"\"verde\"\"\"\r\n",
    );
    assert_eq!(table.separator, Separator::Semicolon);
    assert_eq!(table.header, ["Nome", "Sede, piano"]);
    assert_eq!(
        cells(&table),
        [(2, vec!["Anagrafe", "via Roma 1;\r\nprimo piano"]), (5, vec!["Tributi", "il \"verde\""])]
    );
    assert_eq!(read("a\tb\n1\t2").separator, Separator::Tab);
    assert_eq!(read("a,b\n1,2").separator, Separator::Comma);
    assert_eq!(read("\"a;b\",c\n1,2").header, ["a;b", "c"], "what is inside quotation marks does not count");
    assert_eq!(read("Nome\nAnagrafe").separator, Separator::Semicolon, "one column");
    let said = read("sep=,\nNome;x,Telefono\nAnagrafe,1");
    assert_eq!((said.separator, said.header.len()), (Separator::Comma, 2));
    assert_eq!(cells(&said), [(3, vec!["Anagrafe", "1"])]);
    assert_eq!(cells(&read("a;b\r1;2\r3;4\r")), [(2, vec!["1", "2"]), (3, vec!["3", "4"])], "old line ends");
    assert_eq!(cells(&read("\n\n a ; b \n;;\n1\n")), [(5, vec!["1", ""])], "blanks, and a short row");
    assert_eq!(read("Nome;Nome;;Tel;;\n1").header, ["Nome", "Nome (2)", "#3", "Tel"]);
}

#[test]
fn a_file_that_is_no_table_says_why() {
    let fault = |text: &str| Table::read(text.as_bytes()).expect_err("not a table");
    for empty in ["", "\n\n", "\u{feff}", "sep=;\n"] {
        assert_eq!(fault(empty), FileFault::Empty, "{empty:?}");
    }
    assert_eq!(fault("a;b\n1;2\n\"3;4\n5;6\n"), FileFault::OpenQuote { line: 3 });
    assert_eq!(fault("\"a;b\n1;2\n"), FileFault::OpenQuote { line: 1 });
    let many = format!("a\n{}", "x\n".repeat(ROWS_MAX as usize + 1));
    assert_eq!(fault(&many), FileFault::TooManyRows { max: ROWS_MAX });
    assert_eq!(read(&many[..many.len() - 2]).rows.len(), ROWS_MAX as usize);
}

#[test]
fn a_row_that_cannot_be_read_is_left_out_and_told() {
    let table = read(&format!("Nome;Telefono\nA;1\nB;2;3\nC;{}\nD;4;;\n", "x".repeat(CELL_MAX as usize + 1)));
    assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 5]);
    assert_eq!(
        table.faults,
        [
            LineFault { line: 3, column: None, rule: FieldRule::TooManyCells { columns: 2, cells: 3 } },
            LineFault {
                line: 4,
                column: Some("Telefono".into()),
                rule: FieldRule::TooLong { max: CELL_MAX }
            },
        ]
    );
}

#[test]
fn formulas_are_text_and_leave_with_an_apostrophe() {
    let table = read("Nome;Telefono\n=HYPERLINK(1);+39 039 1\n@cmd;-12,5\n-2+3+cmd|' /C calc'!A0;-\n");
    let told: Vec<_> = table.formulas.iter().map(|f| (f.line, f.column.as_deref().unwrap_or(""))).collect();
    assert_eq!(told, [(2, "Nome"), (3, "Nome"), (4, "Nome")]);
    assert_eq!(table.rows[0].cell(0), "=HYPERLINK(1)", "kept as it is");
    assert_eq!(neutral("=1+1"), "'=1+1");
    assert_eq!(neutral("+39 039"), "+39 039");
    assert!(looks_like_formula("\t=1") && !looks_like_formula("a=1"));
}

#[test]
fn columns_get_their_meaning_by_name_and_by_choice() {
    let table = read("TEL.;Denominazione;Telefono\n1;A;2\n");
    let mut columns = Columns::guess(&table.header, FIELDS);
    assert_eq!(columns.name_of("name"), Some("Denominazione"));
    assert_eq!(columns.name_of("phone"), Some("Telefono"), "the name that stands first in the list");
    let choice =
        |column: &str, field: Option<&str>| Column { column: column.into(), field: field.map(str::to_owned) };
    columns.choose(&[choice("TEL.", Some("phone"))], FIELDS).expect("a choice");
    assert_eq!(columns.value(&table.rows[0], "phone"), Some("1"), "the old column is left out");
    assert_eq!(columns.name_of("phone"), Some("TEL."));
    columns.choose(&[choice("Denominazione", None)], FIELDS).expect("a choice");
    assert_eq!(columns.complete(FIELDS), Err(FileFault::MissingColumns { fields: vec!["name".into()] }));
    let wrong = [
        choice("Nome", Some("name")),
        choice("TEL.", Some("colour")),
        choice("Telefono", Some("phone")),
        choice("Denominazione", Some("phone")),
    ];
    let faults = columns.choose(&wrong, FIELDS).expect_err("nonsense");
    let fault = |field: &str, rule| FieldFault { field: field.into(), rule };
    assert_eq!(
        faults,
        [
            fault("columns.0.column", FieldRule::NotFound),
            fault("columns.1.field", FieldRule::NotFound),
            fault("columns.3.field", FieldRule::Ambiguous),
        ]
    );
}

/// A table as another program would write it: every cell in quotation marks.
fn written(header: &[String], rows: &[Vec<String>], separator: char) -> String {
    let line = |cells: &[String]| {
        let quoted: Vec<_> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        format!("{}\r\n", quoted.join(&separator.to_string()))
    };
    std::iter::once(line(header)).chain(rows.iter().map(|row| line(row))).collect()
}

fn in_windows_1252(text: &str) -> Vec<u8> {
    text.chars().map(|c| if c == '€' { 0x80 } else { u8::try_from(u32::from(c)).expect("Latin 1") }).collect()
}

proptest! {
    #[test]
    fn no_bytes_break_it(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        drop(Table::read(&bytes));
    }

    #[test]
    fn no_text_breaks_it(text in "[\"';,\t\r\n=a à\u{feff}\u{0}]{0,60}") {
        if let Ok(table) = Table::read(text.as_bytes()) {
            prop_assert!(!table.header.is_empty());
            let lines = text.lines().count() as u32 + text.matches('\r').count() as u32 + 1;
            prop_assert!(table.rows.iter().all(|row| row.line >= 2 && row.line <= lines), "{table:?}");
        }
    }

    #[test]
    fn a_table_reads_back_in_every_separator_and_encoding(
        rows in proptest::collection::vec(proptest::collection::vec("[a-z;,\t\"àèò€\n]{0,8}x", 3), 1..20),
        separator in proptest::sample::select(vec![';', ',', '\t']),
        windows in any::<bool>(),
    ) {
        let header = ["Nome", "Via", "Città"].map(str::to_owned);
        let text = written(&header, &rows, separator);
        let bytes = if windows { in_windows_1252(&text) } else { text.clone().into_bytes() };
        let table = Table::read(&bytes).expect("a table");
        prop_assert_eq!(table.separator.character(), separator);
        prop_assert_eq!(table.encoding, if windows { Encoding::Windows1252 } else { Encoding::Utf8 });
        let mut line = 2;
        for (row, wanted) in table.rows.iter().zip(&rows) {
            prop_assert_eq!(row.line, line);
            for (at, cell) in wanted.iter().enumerate() {
                prop_assert_eq!(row.cell(at), cell.trim());
            }
            line += 1 + wanted.iter().map(|cell| cell.matches('\n').count() as u32).sum::<u32>();
        }
        prop_assert_eq!(table.rows.len(), rows.len());
    }
}
