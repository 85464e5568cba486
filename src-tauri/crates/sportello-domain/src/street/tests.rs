use super::*;
use crate::import::{Columns, Table};
use proptest::prelude::*;

fn register(file: &str) -> Register {
    let table = Table::read(file.as_bytes()).expect("a table");
    let columns = Columns::guess(&table.header, FIELDS);
    columns.complete(FIELDS).expect("the columns it needs");
    read(&table, &columns)
}

#[test]
fn the_archive_is_read_in_either_form() {
    let streets = "CODICE_COMUNE;CODICE_ISTAT;PROGR_NAZIONALE;DUG;DENOM_COMPLETA\n\
                   E617;108024;11;VIA;VIA GIACOMO MATTEOTTI\nE617;108024;12;PIAZZA;IV NOVEMBRE\n";
    let names: Vec<_> = register(streets).streets.into_iter().map(|s| (s.name, s.code)).collect();
    assert_eq!(
        names,
        [
            ("via Giacomo Matteotti".to_owned(), Some("11".to_owned())),
            ("piazza IV Novembre".to_owned(), Some("12".to_owned()))
        ]
    );
    let numbers = "PROGRESSIVO_NAZIONALE,ODONIMO,CIVICO,ESPONENTE,COORD_X_COMUNE,COORD_Y_COMUNE\n\
                   11,VIA DELL'ANGELO,12,,\"9,24\",45.61\n11,VIA DELL'ANGELO,12,a,,\n11,VIA DELL'ANGELO,12,,9.25,45.61\n";
    let read = register(numbers);
    assert_eq!((read.streets.len(), read.faults.len()), (1, 0));
    assert_eq!(read.streets[0].name, "via Dell'Angelo");
    let numbers: Vec<_> = read.streets[0].numbers.iter().map(|n| (n.number.as_str(), n.longitude)).collect();
    assert_eq!(numbers, [("12", Some(9.25)), ("12/A", None)]);
}

#[test]
fn a_wrong_line_is_named_and_the_others_are_read() {
    let read = register(
        "odonimo\tcivico\tlat\n\t1\t\nvia Roma\t2\t450\n=cmd()\t\t\nvia Roma\t3\tx\nvia Roma\t4\t45\n",
    );
    let named: Vec<_> =
        read.faults.iter().map(|fault| (fault.line, fault.column.clone().unwrap_or_default())).collect();
    let named: Vec<_> = named.iter().map(|(line, column)| (*line, column.as_str())).collect();
    assert_eq!(named, [(2, "odonimo"), (3, "lat"), (4, "odonimo"), (5, "lat")]);
    assert_eq!(read.streets[0].numbers.len(), 1);
}

#[test]
fn one_street_however_it_is_said() {
    for said in [
        "via Matteotti 12",
        "Via G. Matteotti, 10",
        "v.le Giacomo MATTEOTTI 3/a",
        "matteotti",
        "parco di via Matteotti angolo via Roma",
    ] {
        assert_eq!(street_key(said).as_deref(), Some("matteotti"), "{said}");
    }
    assert_eq!(street_key("piazza della Libertà davanti al 3").as_deref(), Some("liberta"));
    assert_eq!(street_key("via 12"), None);
    assert_eq!(street_key(""), None);
}

#[test]
fn a_house_number_is_what_ends_a_place() {
    let read = |place| house_number(place).unwrap_or_default();
    assert_eq!([read("via Roma 12"), read("via Roma, 12/a"), read("via Roma 12 b")], ["12", "12/A", "12/B"]);
    assert_eq!([read("via Roma"), read("via 25 Aprile")], ["", ""]);
}

proptest! {
    #[test]
    fn any_place_is_read(place in "\\PC{0,80}") {
        street_key(&place);
        house_number(&place);
    }

    #[test]
    fn what_is_written_is_read_back(names in prop::collection::btree_set("[A-Z][a-z]{2,8}( [A-Z][a-z]{2,8})?", 1..20), sep in prop::sample::select(vec![';', ',', '\t'])) {
        let names: Vec<String> = names.into_iter().map(|name| format!("via {name}")).collect();
        let lines: String = names.iter().enumerate().map(|(i, name)| format!("{i}{sep}{name}\n")).collect();
        let read = register(&format!("codice{sep}via\n{lines}"));
        prop_assert!(read.faults.is_empty());
        prop_assert_eq!(read.streets.into_iter().map(|street| street.name).collect::<Vec<_>>(), names);
    }
}
