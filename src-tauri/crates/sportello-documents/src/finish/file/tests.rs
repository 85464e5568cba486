use lopdf::dictionary;
use proptest::prelude::*;

use super::*;

fn object() -> impl Strategy<Value = Object> {
    let leaf = prop_oneof![
        Just(Object::Null),
        any::<bool>().prop_map(Object::Boolean),
        any::<i64>().prop_map(Object::Integer),
        // A whole number is written without a point and read back as an integer.
        (-500_000..500_000_i32).prop_map(|number| Object::Real((2 * number + 1) as f32 / 8.0)),
        "[ -~àЖ]{1,12}".prop_map(|name| Object::Name(name.into_bytes())),
        prop::collection::vec(any::<u8>(), 0..40)
            .prop_map(|text| Object::String(text, StringFormat::Literal)),
        prop::collection::vec(any::<u8>(), 0..40)
            .prop_map(|text| Object::String(text, StringFormat::Hexadecimal)),
        (1..9_u32).prop_map(|number| Object::Reference((number, 0))),
    ];
    leaf.prop_recursive(3, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Object::Array),
            prop::collection::btree_map("[A-Za-z]{1,6}", inner, 0..6)
                .prop_map(|items| Object::Dictionary(Dictionary::from_iter(items))),
        ]
    })
}

fn written(objects: &[Object], version: &str) -> Vec<u8> {
    let mut document = Document::with_version(version);
    for object in objects {
        document.add_object(object.clone());
    }
    let stream = document.add_object(Stream::new(dictionary! {}, b"due parole".to_vec()));
    let pages = document.add_object(dictionary! { "Type" => "Pages", "Kids" => vec![], "Count" => 0 });
    let catalog =
        document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages, "Metadata" => stream });
    document.trailer.set("Root", catalog);
    bytes(document, &mut Packer::new()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the objects say, another reader finds the same, packed or plain.
    #[test]
    fn every_object_is_read_back(objects in prop::collection::vec(object(), 1..300), plain in any::<bool>()) {
        let file = written(&objects, if plain { "1.4" } else { "1.7" });
        let read = Document::load_mem(&file).unwrap();
        for (number, object) in (1..).zip(&objects) {
            prop_assert_eq!(read.objects.get(&(number, 0)), Some(object));
        }
        let pages = read.catalog().unwrap().get_deref(b"Metadata", &read).unwrap();
        prop_assert_eq!(&pages.as_stream().unwrap().content, b"due parole");
    }
}
