//! Words as they are searched: plain small letters and digits, blind to accents, case and apostrophes.
//!
//! Both engines index what this module yields, so the lexicon, the prefix index and the query always see the same
//! words. Names of other scripts are transliterated: `Шевченко` is found by typing `shevchenko`.

/// The longest word kept; the rest of it is not searchable.
const LONGEST_WORD: usize = 40;

/// The words of a text, as they go into an index. A word with an apostrophe gives its parts and the whole
/// (`D'Angelo` → `d angelo dangelo`), so that it is found however it is typed.
pub fn index_words(text: &str) -> String {
    let plain = plain(text);
    let mut words = String::with_capacity(plain.len());
    for chunk in plain.split(|c: char| !c.is_ascii_alphanumeric() && c != '\'') {
        let parts: Vec<&str> = chunk.split('\'').filter(|part| !part.is_empty()).collect();
        for part in &parts {
            push(&mut words, part);
        }
        if parts.len() > 1 {
            push(&mut words, &parts.concat());
        }
    }
    words
}

/// The words somebody typed in a search box, in order. Nothing of the input can act as query syntax.
pub fn query_words(text: &str) -> Vec<String> {
    plain(text)
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(LONGEST_WORD).collect())
        .collect()
}

/// The digits of a text: how a telephone number is compared.
pub fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn plain(text: &str) -> String {
    deunicode::deunicode_with_tofu(text, " ").to_ascii_lowercase()
}

fn push(words: &mut String, word: &str) {
    if !words.is_empty() {
        words.push(' ');
    }
    words.extend(word.chars().take(LONGEST_WORD));
}

#[cfg(test)]
mod tests;
