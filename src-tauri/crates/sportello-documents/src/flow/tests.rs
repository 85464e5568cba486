use super::*;
use crate::{
    fonts::Face,
    text::{Style, Typesetter},
};
use proptest::prelude::*;

const LEADING: f32 = 10.0;

/// The lines on each page of paragraphs of the given lengths, on pages of `height` lines.
fn pages(paragraphs: &[usize], height: usize, follows: usize) -> Vec<usize> {
    let line = Typesetter::default().line("riga", Style::new(Face::Regular, 8.0, LEADING), "body").unwrap();
    let mut flow = Flow::from(Page::default(), 50.0, 50.0, 50.0 + height as f32 * LEADING);
    for (index, &length) in paragraphs.iter().enumerate() {
        let follows = if index + 1 == paragraphs.len() { follows as f32 * LEADING } else { 0.0 };
        flow.paragraph(0.0, &vec![line.clone(); length], follows);
    }
    flow.into_pages().iter().map(|page| page.marks.len()).collect()
}

#[test]
fn a_paragraph_that_fits_is_not_divided() {
    assert_eq!(pages(&[10], 10, 0), [10]);
}

#[test]
fn no_line_stands_alone_at_the_head_of_a_page() {
    assert_eq!(pages(&[11], 10, 0), [9, 2]);
}

#[test]
fn no_line_stands_alone_at_the_foot_of_a_page() {
    assert_eq!(pages(&[9, 5], 10, 0), [9, 5]);
    assert_eq!(pages(&[8, 5], 10, 0), [10, 3]);
}

#[test]
fn three_lines_are_not_divided() {
    assert_eq!(pages(&[8, 3], 10, 0), [8, 3]);
}

#[test]
fn what_follows_takes_two_lines_with_it() {
    assert_eq!(pages(&[10], 10, 3), [8, 2]);
    assert_eq!(pages(&[7], 10, 3), [7]);
}

#[test]
fn what_follows_does_not_stop_the_text_when_no_page_holds_it() {
    assert_eq!(pages(&[10], 10, 12), [10]);
}

proptest! {
    #[test]
    fn every_line_is_on_a_page(
        paragraphs in prop::collection::vec(1_usize..40, 1..12),
        height in 1_usize..30,
        follows in 0_usize..40,
    ) {
        let pages = pages(&paragraphs, height, follows);
        prop_assert_eq!(pages.iter().sum::<usize>(), paragraphs.iter().sum::<usize>());
        prop_assert!(pages.iter().all(|lines| (1..=height).contains(lines)), "{:?}", pages);
    }
}
