//! The six letters of a name, after the official transliteration (Agenzia delle Entrate, circular 34/E of 20 July 2011,
//! with the table of the Ministry of the Interior's circular 1/2008).

/// The letters A to Z of a name. Ä Ö Ü are AE OE UE, ß is SS; other signs fall from their letter; spaces, apostrophes and
/// dashes are nothing.
fn letters(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek().copied();
        match (character.to_uppercase().next().unwrap_or(character), next) {
            ('Ä' | 'Æ' | 'Ǽ', _) | ('A', Some('\u{308}')) => plain.push_str("AE"),
            ('Ö' | 'Œ', _) | ('O', Some('\u{308}')) => plain.push_str("OE"),
            ('Ü', _) | ('U', Some('\u{308}')) => plain.push_str("UE"),
            ('ẞ', _) => plain.push_str("SS"),
            _ if character == 'ß' => plain.push_str("SS"),
            _ => plain.push_str(deunicode::deunicode_char(character).unwrap_or_default()),
        }
    }
    plain.retain(|c| c.is_ascii_alphabetic());
    plain.make_ascii_uppercase();
    plain
}

/// Consonants and vowels, each in their order.
fn parted(text: &str) -> (String, String) {
    letters(text).chars().partition(|c| !"AEIOU".contains(*c))
}

fn three(consonants: &str, vowels: &str) -> Option<String> {
    if consonants.is_empty() && vowels.is_empty() {
        return None;
    }
    Some(consonants.chars().chain(vowels.chars()).chain("XXX".chars()).take(3).collect())
}

/// Consonants, then vowels, then X. Several surnames are one word; a woman's is the one she was born with.
///
/// `None` when there is no letter.
pub fn surname_part(surname: &str) -> Option<String> {
    let (consonants, vowels) = parted(surname);
    three(&consonants, &vowels)
}

/// As the surname; of four or more consonants, the second is left out.
///
/// `None` when there is no letter.
pub fn name_part(name: &str) -> Option<String> {
    let (mut consonants, vowels) = parted(name);
    if consonants.len() > 3 {
        consonants.remove(1);
    }
    three(&consonants, &vowels)
}
