//! Our own reader of a finished file: the structure a screen reader walks, with the words each element says. It knows only
//! what our files hold, and panics on anything else: in a test that is the point.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, content::Content};

/// An element as it is heard.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Heard {
    /// Its type: `P`.
    pub(crate) tag: String,
    /// What stands for what is drawn: alternative text, or spoken text.
    pub(crate) instead: Option<String>,
    /// Attributes worth a test: scope, role, tick.
    pub(crate) attributes: Vec<String>,
    /// Its own words, those of its elements left out.
    pub(crate) words: String,
    /// Its elements.
    pub(crate) kids: Vec<Heard>,
    /// The numbered stretches it holds, by page.
    pub(crate) stretches: Vec<(usize, i64)>,
    /// The links it holds.
    pub(crate) links: Vec<String>,
}

/// What is said by each numbered stretch of each page, and the text of what belongs to nothing.
struct Said {
    stretches: BTreeMap<(usize, i64), String>,
}

impl Heard {
    /// Reads the structure of a file.
    pub(crate) fn of(pdf: &[u8]) -> Self {
        let document = Document::load_mem(pdf).unwrap();
        let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
        let said = said(&document, &pages);
        let root =
            document.catalog().unwrap().get_deref(b"StructTreeRoot", &document).unwrap().as_dict().unwrap();
        let whole = root.get(b"K").unwrap().as_array().unwrap()[0].as_reference().unwrap();
        element(&document, &pages, &said, whole)
    }

    /// The tree, an element a line.
    pub(crate) fn outline(&self) -> String {
        let mut lines = Vec::new();
        self.lines(0, &mut lines);
        lines.join("\n")
    }

    fn lines(&self, depth: usize, lines: &mut Vec<String>) {
        let mut line = format!("{}{}", "  ".repeat(depth), self.tag);
        for attribute in &self.attributes {
            line += &format!(" [{attribute}]");
        }
        if let Some(instead) = &self.instead {
            line += &format!(" «{instead}»");
        }
        if !self.words.trim().is_empty() {
            line += &format!(" {}", self.words.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        for link in &self.links {
            line += &format!(" -> {link}");
        }
        lines.push(line);
        self.kids.iter().for_each(|kid| kid.lines(depth + 1, lines));
    }

    /// Every element, in the order it is heard.
    pub(crate) fn all(&self) -> Vec<&Self> {
        std::iter::once(self).chain(self.kids.iter().flat_map(Self::all)).collect()
    }
}

fn element(document: &Document, pages: &[ObjectId], said: &Said, id: ObjectId) -> Heard {
    let object = document.get_dictionary(id).unwrap();
    let name = |dictionary: &Dictionary, key: &[u8]| {
        dictionary
            .get(key)
            .ok()
            .and_then(|name| name.as_name().ok())
            .map(|name| String::from_utf8_lossy(name).into_owned())
    };
    let text = |key: &[u8]| object.get(key).ok().map(|text| lopdf::decode_text_string(text).unwrap());
    let mut attributes = Vec::new();
    if let Ok(found) = object.get(b"A").and_then(Object::as_dict) {
        for key in [b"Scope".as_slice(), b"Role", b"checked", b"ListNumbering"] {
            attributes.extend(name(found, key));
        }
    }
    let own_page = object.get(b"Pg").ok().map(|page| page_number(pages, page));
    let kids: Vec<Object> = match object.get(b"K") {
        Ok(Object::Array(kids)) => kids.clone(),
        Ok(one) => vec![one.clone()],
        Err(_) => Vec::new(),
    };
    let mut heard = Heard {
        tag: name(object, b"S").unwrap(),
        instead: text(b"Alt").or_else(|| text(b"ActualText")),
        attributes,
        words: String::new(),
        kids: Vec::new(),
        stretches: Vec::new(),
        links: Vec::new(),
    };
    for kid in kids {
        match kid {
            Object::Integer(number) => hear(&mut heard, said, (own_page.unwrap(), number)),
            Object::Reference(id) => heard.kids.push(element(document, pages, said, id)),
            Object::Dictionary(kid) if kid.has_type(b"MCR") => {
                let page = page_number(pages, kid.get(b"Pg").unwrap());
                hear(&mut heard, said, (page, kid.get(b"MCID").unwrap().as_i64().unwrap()));
            }
            Object::Dictionary(kid) if kid.has_type(b"OBJR") => {
                let annotation = kid.get_deref(b"Obj", document).unwrap().as_dict().unwrap();
                let action = annotation.get(b"A").unwrap().as_dict().unwrap();
                assert!(annotation.has(b"Contents"), "a link says where it leads");
                let uri = action.get(b"URI").unwrap().as_str().unwrap();
                heard.links.push(String::from_utf8(uri.to_vec()).unwrap());
            }
            other => panic!("{other:?}"),
        }
    }
    heard
}

fn hear(heard: &mut Heard, said: &Said, stretch: (usize, i64)) {
    if !heard.words.is_empty() {
        heard.words.push('|');
    }
    heard.words.push_str(said.stretches.get(&stretch).unwrap_or_else(|| panic!("no stretch {stretch:?}")));
    heard.stretches.push(stretch);
}

fn page_number(pages: &[ObjectId], page: &Object) -> usize {
    let id = page.as_reference().unwrap();
    pages.iter().position(|page| *page == id).unwrap()
}

/// Follows the operators of every page: which stretch is open, which font is in force, what is shown.
fn said(document: &Document, pages: &[ObjectId]) -> Said {
    let mut stretches = BTreeMap::new();
    for (page, id) in pages.iter().enumerate() {
        let fonts: BTreeMap<Vec<u8>, BTreeMap<u16, String>> = document
            .get_page_fonts(*id)
            .unwrap()
            .into_iter()
            .map(|(name, font)| (name, readings(document, font)))
            .collect();
        let content = Content::decode(&document.get_page_content(*id)).unwrap();
        let mut open: Vec<(Option<i64>, Option<String>)> = Vec::new();
        let mut font = None;
        for operation in &content.operations {
            match operation.operator.as_str() {
                "BMC" => open.push((None, None)),
                "BDC" => {
                    let properties = operation.operands[1].as_dict().unwrap();
                    let number = properties.get(b"MCID").ok().map(|number| number.as_i64().unwrap());
                    let actual = properties.get(b"ActualText").ok();
                    let actual = actual.map(|text| lopdf::decode_text_string(text).unwrap());
                    if let Some(number) = number {
                        let known = stretches.insert((page, number), String::new());
                        assert!(known.is_none(), "stretch {number} of page {page} twice");
                    }
                    if let (Some(text), Some(number)) = (&actual, innermost(&open)) {
                        stretches.entry((page, number)).and_modify(|said: &mut String| said.push_str(text));
                    }
                    open.push((number, actual));
                }
                "EMC" => drop(open.pop().expect("as many ends as beginnings")),
                "Tf" => font = fonts.get(operation.operands[0].as_name().unwrap()),
                "Tj" | "TJ" if !open.iter().any(|(_, actual)| actual.is_some()) => {
                    assert!(!open.is_empty(), "text that is neither content nor artifact");
                    if let Some(number) = innermost(&open) {
                        let words = shown(&operation.operands, font.unwrap());
                        stretches.entry((page, number)).and_modify(|said: &mut String| said.push_str(&words));
                    }
                }
                _ => {}
            }
        }
        assert!(open.is_empty(), "as many beginnings as ends");
    }
    Said { stretches }
}

fn innermost(open: &[(Option<i64>, Option<String>)]) -> Option<i64> {
    open.iter().rev().find_map(|(number, _)| *number)
}

fn shown(operands: &[Object], readings: &BTreeMap<u16, String>) -> String {
    let items: Vec<&Object> = operands
        .iter()
        .flat_map(|operand| match operand {
            Object::Array(items) => items.iter().collect(),
            other => vec![other],
        })
        .collect();
    let codes = items.into_iter().filter_map(|item| item.as_str().ok()).flat_map(|text| {
        text.chunks(2).map(|code| u16::from_be_bytes([code[0], code[1]])).collect::<Vec<_>>()
    });
    codes
        .map(|code| {
            assert_ne!(code, 0, "an empty box");
            readings.get(&code).unwrap_or_else(|| panic!("code {code} says nothing")).as_str()
        })
        .collect()
}

/// `ToUnicode`: lines of `<code> <text>` and of `<from> <to> <text>`.
fn readings(document: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let map = font.get_deref(b"ToUnicode", document).unwrap().as_stream().unwrap();
    let map = map.decompressed_content().unwrap_or_else(|_| map.content.clone());
    let map = String::from_utf8(map).unwrap();
    let mut readings = BTreeMap::new();
    let mut section = "";
    for line in map.lines() {
        let line = line.trim();
        if line.ends_with("beginbfchar")
            || line.ends_with("beginbfrange")
            || line.ends_with("begincodespacerange")
        {
            section = line.rsplit(' ').next().unwrap_or_default();
        } else if line.starts_with("end") {
            section = "";
        }
        let parts: Vec<&str> =
            line.split(['<', '>']).map(str::trim).filter(|part| !part.is_empty()).collect();
        match (section, parts.as_slice()) {
            ("beginbfchar", [code, text]) => {
                readings.insert(number(code), utf16(text));
            }
            ("beginbfrange", [from, to, text]) => {
                for (offset, code) in (number(from)..=number(to)).enumerate() {
                    let mut letters: Vec<u32> = utf16(text).chars().map(u32::from).collect();
                    *letters.last_mut().unwrap() += u32::try_from(offset).unwrap();
                    readings.insert(code, letters.into_iter().filter_map(char::from_u32).collect());
                }
            }
            _ => {}
        }
    }
    readings
}

fn number(hexadecimal: &str) -> u16 {
    u16::from_str_radix(hexadecimal, 16).unwrap()
}

fn utf16(hexadecimal: &str) -> String {
    let units: Vec<u16> =
        hexadecimal.as_bytes().chunks(4).map(|unit| number(std::str::from_utf8(unit).unwrap())).collect();
    String::from_utf16(&units).unwrap()
}
