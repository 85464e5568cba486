use super::*;

pub(crate) fn places() -> Places {
    Places::read(
        include_str!("../../../../catalog/comuni.csv"),
        include_str!("../../../../catalog/stati_esteri.csv"),
    )
    .expect("the archive the program carries")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn code(text: &str) -> Belfiore {
    Belfiore::parse(text).expect("a code")
}

#[test]
fn the_archive_has_every_municipality_of_today() {
    let places = places();
    let today = places.places.iter().filter(|place| place.to.is_none() && !place.belfiore.is_foreign());
    assert_eq!(today.count(), 7_894);
    assert_eq!(places.last(code("E617")).map(Place::label).as_deref(), Some("Lissone (MB)"));
    assert_eq!(places.on(code("A001"), day("1900-01-01")).map(|place| place.name.as_str()), Some("Abano"));
    assert_eq!(
        places.on(code("A001"), day("1924-11-14")).map(|place| place.name.as_str()),
        Some("Abano Terme")
    );
    assert!(places.knows(code("Z100")) && !places.knows(code("X999")));
}

#[test]
fn a_name_is_found_however_it_is_typed() {
    let places = places();
    let first = |typed: &str| places.search(typed, None, None, 20).first().map(|place| place.label());
    for (typed, label) in [
        ("lissone", "Lissone (MB)"),
        ("LISSO", "Lissone (MB)"),
        ("reggio emilia", "Reggio nell'Emilia (RE)"),
        ("forli", "Forlì (FC)"),
        ("sesto giov", "Sesto San Giovanni (MI)"),
        ("l aquila", "L'Aquila (AQ)"),
        ("laquila", "L'Aquila (AQ)"),
        ("albania", "Albania"),
    ] {
        assert_eq!(first(typed).as_deref(), Some(label), "{typed}");
    }
    assert_eq!(places.search("  -' ", None, None, 20), Vec::<&Place>::new());
    let samone = places.search("samone", None, Some("TN"), 20);
    assert_eq!(samone[0].label(), "Samone (TN)", "one's own province first");
    let both = samone.iter().filter(|place| place.to.is_none() && place.name == "Samone").count();
    assert_eq!(both, 2);
}

#[test]
fn a_day_of_birth_brings_the_places_of_that_day_first() {
    let places = places();
    let then = places.search("abano", Some(day("1910-05-01")), None, 5);
    assert_eq!(then[0].label(), "Abano (PD, fino al 1924)");
    assert!(then.iter().any(|place| place.label() == "Abano Terme (PD)"), "the others can still be picked");
}

#[test]
fn a_wrong_table_is_refused_whole() {
    let header = "belfiore,nome,provincia,valido_dal,valido_al\n";
    let states = "belfiore,nome,valido_dal,valido_al\nZ100,Albania,,\n";
    let read = |rows: &str| Places::read(&format!("{header}{rows}"), states).err();
    assert_eq!(read("A001,Uno,PD,1900-01-01,\n"), None);
    assert_eq!(read("A01,Uno,PD,,\n"), Some(PlaceFault::Cell { line: 2, column: "belfiore" }));
    assert_eq!(read("A001,Uno,PD,1900-13-01,\n"), Some(PlaceFault::Cell { line: 2, column: "valido_dal" }));
    assert_eq!(read("A001,Uno,PD,,\nA001,Due,PD,,\n"), Some(PlaceFault::Twice { line: 3 }));
    assert_eq!(read("A001,,PD,,\n"), Some(PlaceFault::Cell { line: 2, column: "nome" }));
    assert_eq!(Places::read("nome\n", states).err(), Some(PlaceFault::Column("belfiore")));
    assert!(matches!(read("A001,Uno\n"), Some(PlaceFault::Table { line: 2 })));
}
