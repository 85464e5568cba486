//! Describes pages nobody would describe, one after the other, and makes them: `cargo run --release --example random_pages
//! -- SECONDS [SEED]`. Ends with an error that says the seed at the
//! first page that panics.

use std::{
    env,
    error::Error,
    io::Write as _,
    time::{Duration, Instant},
};

use chrono::DateTime;
use sportello_documents::{Document, House, NamedValue, Options, Part, PlainPage, render};

/// Letters of many scripts, blanks and marks that steer a text, letters no font has.
const LETTERS: &[char] = &[
    'a',
    'e',
    'i',
    'o',
    'r',
    'n',
    't',
    'W',
    'à',
    'ù',
    'Ł',
    'Ș',
    'ğ',
    'ị',
    'Ω',
    'Ж',
    'ї',
    'س',
    'ل',
    'ا',
    'ب',
    'َ',
    'क',
    '्',
    'ष',
    '1',
    '8',
    '€',
    '.',
    ',',
    '’',
    '-',
    '/',
    '@',
    ' ',
    ' ',
    ' ',
    ' ',
    '\n',
    '\t',
    '\u{a0}',
    '\u{ad}',
    '\u{200d}',
    '\u{202e}',
    '\u{301}',
    '\u{308}',
    '\u{feff}',
    '中',
    '\u{1f600}',
    '\u{7}',
    '{',
    '}',
    '<',
    '(',
    ')',
];

/// The next number of a sequence (xorshift64*): the same for the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % sides.max(1)
    }

    fn words(&mut self) -> String {
        let most = [0, 8, 60, 400, 4_000][self.roll(5) as usize];
        // Mostly letters every font has, or no page would ever be made.
        let known = if self.roll(60) == 0 { LETTERS.len() } else { 47 };
        (0..self.roll(most + 1)).map(|_| LETTERS[self.roll(known as u64) as usize]).collect()
    }

    fn several<T>(&mut self, most: u64, mut one: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.roll(most + 1)).map(|_| one(self)).collect()
    }

    fn part(&mut self) -> Part {
        match self.roll(10) {
            0 => Part::Heading { words: self.words(), minor: self.roll(2) == 0 },
            1 => Part::Text { words: self.words(), note: self.roll(2) == 0 },
            2 => Part::Fields {
                rows: self.several(8, |dice| NamedValue { name: dice.words(), value: dice.words() }),
            },
            3 => {
                // Now and then too few boxes, which is refused.
                let fewest = if self.roll(30) == 0 { 0 } else { 8 };
                let boxes = (fewest + self.roll(248)) as u8;
                Part::Comb { label: self.words(), value: "RSSMRA61".to_owned(), boxes }
            }
            4 => Part::Check { label: self.words(), ticked: self.roll(2) == 0 },
            5 => Part::List { items: self.several(8, Self::words), numbered: self.roll(2) == 0 },
            6 => Part::Table {
                columns: self.several(12, Self::words),
                rows: self.several(40, |dice| dice.several(12, Self::words)),
            },
            7 => {
                let side = if self.roll(30) == 0 {
                    self.roll(400) as f32 - 100.0
                } else {
                    5.0 + self.roll(90) as f32
                };
                Part::Qr { text: self.words().chars().take(300).collect(), side }
            }
            8 => Part::Sign { labels: self.several(6, Self::words) },
            _ => Part::NewPage,
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let seconds: u64 = arguments.next().ok_or("how many seconds?")?.parse()?;
    let mut seed: u64 = arguments.next().map_or(Ok(1), |seed| seed.parse())?;
    let house = House { municipality: "Comune di Montelupo".to_owned(), ..House::default() };
    let made_at = DateTime::parse_from_rfc3339("2026-11-23T10:15:00+01:00")?;
    let start = Instant::now();
    let (mut made, mut refused) = (0_u64, 0_u64);
    while start.elapsed() < Duration::from_secs(seconds) {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let page = PlainPage {
            title: dice.words(),
            landscape: dice.roll(2) == 0,
            parts: dice.several(14, Dice::part),
        };
        let rendered =
            std::panic::catch_unwind(|| render(&Document::Page(page), &house, made_at, Options::default()))
                .map_err(|_| format!("a panic at seed {seed}"))?;
        match rendered {
            Ok(_) => made += 1,
            Err(_) => refused += 1,
        }
        seed += 1;
    }
    writeln!(
        std::io::stdout(),
        "{made} pages made, {refused} refused, none panicked; the next seed is {seed}"
    )?;
    Ok(())
}
