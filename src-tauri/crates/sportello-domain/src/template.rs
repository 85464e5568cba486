//! Prepared texts with blanks: `{numero}`. A blank that nobody filled is seen, named, and stops the text from leaving.

/// A text with its blanks filled as far as possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The text; what is unknown is still `{name}`.
    pub text: String,
    /// The names of the blanks that are left, each once, in order.
    pub missing: Vec<String>,
}

/// Fills the blanks of `template`. A value never makes new blanks: its own braces are kept as they are, and a name that
/// is not in `values` stays a blank.
pub fn fill(template: &str, values: &[(&str, Option<&str>)]) -> Filled {
    let (mut text, mut missing) = (String::with_capacity(template.len()), Vec::<String>::new());
    let mut rest = template;
    while let Some((before, name, after)) = next_blank(rest) {
        text.push_str(before);
        let value = values.iter().find(|(known, _)| *known == name).and_then(|(_, value)| *value);
        match value {
            Some(value) => text.push_str(value),
            None => {
                text.push_str(&format!("{{{name}}}"));
                if !missing.iter().any(|known| known == name) {
                    missing.push(name.to_owned());
                }
            }
        }
        rest = after;
    }
    text.push_str(rest);
    Filled { text, missing }
}

/// The first blank that is left in a text that is about to leave.
pub fn first_blank(text: &str) -> Option<&str> {
    next_blank(text).map(|(_, name, _)| name)
}

/// What stands before the first blank, its name, what stands after. A name is small letters and `_`: braces around
/// anything else are punctuation.
fn next_blank(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(open) = text[from..].find('{').map(|at| from + at) {
        let inside = &text[open + 1..];
        let length = inside.find(|c: char| !(c.is_ascii_lowercase() || c == '_')).unwrap_or(inside.len());
        if length > 0 && inside[length..].starts_with('}') {
            return Some((&text[..open], &inside[..length], &inside[length + 1..]));
        }
        from = open + 1;
    }
    None
}

#[cfg(test)]
mod tests;
