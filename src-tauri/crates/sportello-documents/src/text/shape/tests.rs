use proptest::prelude::*;

use super::*;

proptest! {
    /// Looked up pair by pair, a text has the glyphs, the places and the kerns the shaper gives all of it.
    #[test]
    fn letters_that_are_looked_up_are_those_of_the_shaper(
        text in "[ -~\u{a0}-\u{ac}\u{ae}-\u{ff}–—‘’“”„•…€]{1,60}",
        face in prop::sample::select(vec![Face::Regular, Face::SemiBold, Face::Mono]),
    ) {
        let mut shaper = Shaper::default();
        let run = || Run { face, text: 0..text.len() };
        let (mut looked_up, mut shaped) = (Shaped::default(), Shaped::default());
        let found = shaper.push_letters(&mut looked_up, &text, run(), Level::ltr());
        let whole = shaper.push(&mut shaped, &text, run(), Level::ltr());
        // What no face of the house has, and the few kerns wider than the table holds, are left to the shaper.
        prop_assert!(found || !text.is_ascii());
        if found {
            prop_assert!(whole.is_ok());
            prop_assert_eq!(&looked_up.glyphs, &shaped.glyphs);
            let texts = |shaped: &Shaped| shaped.clusters.iter().map(|cluster| cluster.text.clone()).collect::<Vec<_>>();
            prop_assert_eq!(texts(&looked_up), texts(&shaped));
        }
    }
}
