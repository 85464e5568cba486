//! Addresses of the web and of the post in a text, which a reader can follow.

use std::ops::Range;

use super::lines::Line;

/// An address in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    /// Its bytes in the whole text.
    pub(crate) bytes: Range<usize>,
    /// Where it leads: `https://…` or `mailto:…`.
    pub(crate) uri: String,
}

/// What stands around an address and is not part of it.
const PUNCTUATION: &[char] =
    &['.', ',', ';', ':', '!', '?', '(', ')', '«', '»', '"', '“', '”', '<', '>', '[', ']'];

/// The addresses of a text, in order.
fn addresses(text: &str) -> Vec<Address> {
    if !text.contains(['@', '/']) && !text.contains("www.") {
        return Vec::new();
    }
    let mut found = Vec::new();
    for word in text.split_whitespace() {
        let bare = word.trim_matches(PUNCTUATION);
        if let Some(uri) = uri(bare) {
            let start = bare.as_ptr() as usize - text.as_ptr() as usize;
            found.push(Address { bytes: start..start + bare.len(), uri });
        }
    }
    found
}

fn uri(word: &str) -> Option<String> {
    let plain =
        word.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'"' | b'\\'));
    let dotted = |host: &str| host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
    if !plain {
        return None;
    }
    if let Some(rest) = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://")) {
        return dotted(rest.split('/').next().unwrap_or_default()).then(|| word.to_owned());
    }
    if word.starts_with("www.") && word.matches('.').count() >= 2 {
        return Some(format!("https://{word}"));
    }
    let (local, host) = word.split_once('@')?;
    let host_ok = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    (!local.is_empty() && host_ok && dotted(host)).then(|| format!("mailto:{word}"))
}

impl Line {
    /// The line in parts, from left to right: how far from its start each begins, and the address it is part of.
    pub(crate) fn parts(&self) -> Vec<(f32, Line, Option<Address>)> {
        let whole = self.bytes();
        let touched = |address: &Address| address.bytes.start < whole.end && address.bytes.end > whole.start;
        let addresses: Vec<Address> = if self.is_plain() {
            addresses(self.whole_text()).into_iter().filter(touched).collect()
        } else {
            Vec::new()
        };
        if addresses.is_empty() {
            return vec![(0.0, self.clone(), None)];
        }
        let mut parts = Vec::new();
        let mut at = whole.start;
        let mut push = |bytes: Range<usize>, address: Option<Address>| {
            if !bytes.is_empty() {
                let (offset, line) = self.part(bytes);
                parts.push((offset, line, address));
            }
        };
        for address in addresses {
            let start = address.bytes.start.max(at);
            let end = address.bytes.end.min(whole.end);
            push(at..start, None);
            push(start..end, Some(address));
            at = end;
        }
        push(at..whole.end, None);
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_without_their_punctuation() {
        let text = "Scriva a urp@comune.it (o a https://www.comune.it/urp), oppure www.comune.it.";
        let found: Vec<_> =
            addresses(text).into_iter().map(|found| (&text[found.bytes], found.uri)).collect();
        assert_eq!(
            found,
            [
                ("urp@comune.it", "mailto:urp@comune.it".to_owned()),
                ("https://www.comune.it/urp", "https://www.comune.it/urp".to_owned()),
                ("www.comune.it", "https://www.comune.it".to_owned()),
            ]
        );
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        for text in ["a@b", "@x.it", "2026/0413", "http://", "e/o", "www.it", "x@y@z.it", "javascript://a.b"]
        {
            assert_eq!(addresses(text), [], "{text}");
        }
    }
}
