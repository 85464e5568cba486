use super::*;
use proptest::prelude::*;

const LINE: f32 = 10.0;

fn column(lines: usize) -> Column {
    let size = Size { width: 100.0, height: 100.0 + lines as f32 * LINE };
    Column { size, top: 50.0, bottom: 50.0 + lines as f32 * LINE }
}

/// A strip of one line that says its number.
fn strip(number: usize) -> Strip {
    let place = Place { field: number.to_string(), area: Default::default(), text: String::new() };
    Strip { height: LINE, places: vec![place], ..Strip::default() }
}

fn numbers(pages: &[Page]) -> Vec<Vec<usize>> {
    pages.iter().map(|page| page.places.iter().map(|place| place.field.parse().unwrap()).collect()).collect()
}

#[test]
fn strips_fill_a_page_before_they_turn_it() {
    let pages = stacked((0..25).map(strip).collect(), column(10)).unwrap();
    assert_eq!(numbers(&pages).iter().map(Vec::len).collect::<Vec<_>>(), [10, 10, 5]);
}

#[test]
fn what_belongs_together_turns_the_page_together() {
    let mut strips: Vec<Strip> = (0..12).map(strip).collect();
    strips[8].keep = true;
    strips[9].keep = true;
    let pages = stacked(strips, column(10)).unwrap();
    assert_eq!(numbers(&pages), [(0..8).collect::<Vec<_>>(), (8..12).collect()]);
}

#[test]
fn what_no_page_holds_is_divided_all_the_same() {
    let strips = (0..25).map(|number| Strip { keep: true, ..strip(number) }).collect();
    assert_eq!(numbers(&stacked(strips, column(10)).unwrap()).concat(), (0..25).collect::<Vec<_>>());
}

#[test]
fn white_is_not_needed_at_the_head_of_a_page() {
    let strips = (0..3).map(|number| Strip { before: 3.0 * LINE, ..strip(number) }).collect();
    assert_eq!(numbers(&stacked(strips, column(5)).unwrap()), [vec![0, 1], vec![2]]);
}

#[test]
fn a_header_is_said_again_over_what_begins_a_page() {
    let head = Rc::new(Strip { height: LINE, ..Strip::default() });
    let strips = (0..20).map(|number| Strip { head: Some(Rc::clone(&head)), ..strip(number) }).collect();
    let lengths: Vec<usize> = numbers(&stacked(strips, column(10)).unwrap()).iter().map(Vec::len).collect();
    assert_eq!(lengths, [10, 9, 1]);
}

#[test]
fn what_is_higher_than_a_page_is_refused() {
    let tall = Strip { height: 11.0 * LINE, ..strip(0) };
    assert_eq!(stacked(vec![tall], column(10)).unwrap_err(), DocumentFault::DoesNotFit { field: "page" });
}

#[test]
fn a_strip_can_ask_for_a_page_of_its_own() {
    let strips = vec![strip(0), Strip { turns: true, ..strip(1) }, strip(2)];
    assert_eq!(numbers(&stacked(strips, column(10)).unwrap()), [vec![0], vec![1, 2]]);
}

proptest! {
    #[test]
    fn nothing_is_lost_and_nothing_hangs_over_the_edge(
        strips in prop::collection::vec((0.0_f32..60.0, 0.0_f32..40.0, any::<bool>(), any::<bool>()), 0..60),
        lines in 6_usize..20,
    ) {
        let count = strips.len();
        let strips = strips.into_iter().enumerate().map(|(number, (height, before, keep, turns))| {
            let mut strip = Strip { height, before, keep, turns, ..strip(number) };
            strip.places[0].area.height = height;
            strip
        });
        let column = column(lines);
        let pages = stacked(strips.collect(), column).unwrap();
        prop_assert_eq!(numbers(&pages).concat(), (0..count).collect::<Vec<_>>());
        for place in pages.iter().flat_map(|page| &page.places) {
            prop_assert!(place.area.y >= column.top - SLACK);
            prop_assert!(place.area.y + place.area.height <= column.bottom + 2.0 * SLACK);
        }
    }
}
