//! Composing a paper part by part: each part sets its words, puts their marks on strips, and says what they are. The
//! parts themselves are in `parts`.

use std::fmt::Write as _;

use chrono::{DateTime, FixedOffset};

use crate::{
    DocumentFault, House, NamedBox, Options, PageGeometry, Rendered,
    finish::About,
    fonts::Face,
    page::{Area, Ink, Mark, Owner, Page, Place, Size, mm},
    stack::{Column, Strip, stacked},
    text::{Line, Style, Typesetter},
    tree::{Element, Role, Tree},
    write,
};

/// The white around the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Margins {
    /// Left and right, in points.
    pub(crate) side: f32,
    /// Head of the pages, in points.
    pub(crate) top: f32,
    /// Under the text; the foot of the page is in it.
    pub(crate) bottom: f32,
}

impl Margins {
    /// A letter: some 80 letters to a line.
    pub(crate) const LETTER: Self = Self { side: mm(25.0), top: mm(25.0), bottom: mm(29.0) };
    /// A sheet for the office, with room for columns.
    pub(crate) const OFFICE: Self = Self { side: mm(18.0), top: mm(16.0), bottom: mm(20.0) };
}

/// Foot of the page.
const FOOT: Style = Style::new(Face::Regular, 9.0, 12.0).grey();
/// Baseline of the foot over the lower edge of the page.
const FOOT_RISE: f32 = mm(11.0);

/// A paper being composed.
pub(crate) struct Sheet<'a> {
    /// Who writes.
    pub(crate) house: &'a House,
    /// Sets its words.
    pub(crate) setter: Typesetter,
    /// What its words mean.
    pub(crate) tree: Tree,
    /// Left edge of the text.
    pub(crate) left: f32,
    /// Width of the text.
    pub(crate) measure: f32,
    size: Size,
    margins: Margins,
    strips: Vec<Strip>,
    gap: f32,
    turns: bool,
    /// Whether a text that runs from right to left stands at the right: a paragraph does, a name in a column does not.
    pub(crate) follows_script: bool,
    /// Where in the data the words come from: `rows[3].`.
    path: String,
}

impl<'a> Sheet<'a> {
    /// An empty paper.
    pub(crate) fn new(house: &'a House, size: Size, margins: Margins) -> Self {
        Self {
            house,
            setter: Typesetter::default(),
            tree: Tree::default(),
            left: margins.side,
            measure: size.width - 2.0 * margins.side,
            size,
            margins,
            strips: Vec::new(),
            gap: 0.0,
            turns: false,
            follows_script: false,
            path: String::new(),
        }
    }

    /// Height of the text of a page.
    pub(crate) fn depth(&self) -> f32 {
        self.size.height - self.margins.top - self.margins.bottom
    }

    /// The colour of the house.
    pub(crate) fn accent(&self) -> Ink {
        self.house.accent.map_or(Ink::Black, |accent| Ink::Rgb(accent.rgb))
    }

    /// The same for letters, which must be read.
    pub(crate) fn letter_accent(&self) -> Ink {
        match self.house.accent {
            Some(accent) if accent.can_be_read() => Ink::Rgb(accent.rgb),
            _ => Ink::Black,
        }
    }

    /// Composes a line of a list of the data; a fault in it says which.
    pub(crate) fn within<T>(
        &mut self,
        list: &'static str,
        index: usize,
        compose: impl FnOnce(&mut Self) -> Result<T, DocumentFault>,
    ) -> Result<T, DocumentFault> {
        let outer = self.path.len();
        let _ = write!(self.path, "{list}[{index}].");
        let composed = compose(self).map_err(|fault| fault.within(list, index));
        self.path.truncate(outer);
        composed
    }

    /// White before what comes next; of several the largest counts.
    pub(crate) fn skip(&mut self, height: f32) {
        self.gap = self.gap.max(height);
    }

    /// What comes next begins a page.
    pub(crate) fn turn(&mut self) {
        self.turns = true;
    }

    /// Adds a strip under the others.
    pub(crate) fn push(&mut self, mut strip: Strip) {
        strip.before += std::mem::take(&mut self.gap);
        strip.turns |= std::mem::take(&mut self.turns);
        self.strips.push(strip);
    }

    /// How many strips there are.
    pub(crate) fn strips(&self) -> usize {
        self.strips.len()
    }

    /// The strips from `from` on take at least this height, and stay together: something stands beside them.
    pub(crate) fn at_least(&mut self, from: usize, height: f32) {
        let strips = &mut self.strips[from..];
        let taken: f32 = strips.iter().map(|strip| strip.before + strip.height).sum();
        let mut so_far = 0.0;
        for strip in strips.iter_mut() {
            so_far += strip.before + strip.height;
            strip.keep |= so_far < height;
        }
        if let Some(last) = strips.last_mut() {
            last.height += (height - taken).max(0.0);
        }
    }

    /// The last `count` strips stay on the page of what comes next.
    pub(crate) fn keep(&mut self, count: usize) {
        let from = self.strips.len().saturating_sub(count);
        self.strips[from..].iter_mut().for_each(|strip| strip.keep = true);
    }

    /// The last `count` strips stay together, and do not mind what comes next.
    pub(crate) fn keep_all_but_last(&mut self, count: usize) {
        self.keep(count);
        if let Some(last) = self.strips.last_mut() {
            last.keep = false;
        }
    }

    /// Lines one below the other on a strip, the first in a line box whose top is `top`. Gives the foot of the last one.
    /// `field` is the field of the data they say, empty for words of ours.
    pub(crate) fn put(
        &mut self,
        strip: &mut Strip,
        element: Element,
        (x, width, top): (f32, f32, f32),
        lines: &[Line],
        field: &str,
    ) -> f32 {
        let mut links: Vec<(usize, Element)> = Vec::new();
        let mut y = top;
        for line in lines {
            let style = line.style();
            let start = if self.follows_script && line.is_rtl() { x + width - line.width() } else { x };
            for (offset, part, address) in line.parts() {
                let owner = match address {
                    None => element,
                    Some(address) => {
                        let at = address.bytes.start;
                        let known = links.iter().find(|(known, _)| *known == at).map(|(_, link)| *link);
                        known.unwrap_or_else(|| {
                            let link = self.tree.element(Role::Link(address.uri), element);
                            links.push((at, link));
                            link
                        })
                    }
                };
                strip.marks.push(Mark::text(
                    Owner::Element(owner),
                    start + offset,
                    y + style.baseline(),
                    part,
                ));
            }
            y += style.leading;
        }
        if !field.is_empty() && !lines.is_empty() {
            let widest = lines.iter().map(Line::width).fold(0.0, f32::max);
            let x = if self.follows_script && lines[0].is_rtl() { x + width - widest } else { x };
            let area = Area { x, y: top, width: widest, height: y - top };
            let text = lines.iter().map(Line::words).collect::<Vec<_>>().join("\n");
            strip.places.push(Place { field: format!("{}{field}", self.path), area, text });
        }
        strip.height = strip.height.max(y);
        y
    }

    /// Says where a value stands that is drawn letter by letter.
    pub(crate) fn stands(&self, strip: &mut Strip, area: Area, text: &str, field: &str) {
        strip.places.push(Place { field: format!("{}{field}", self.path), area, text: text.to_owned() });
    }

    /// Puts everything on pages and makes the file. `foot` stands on every page beside its number.
    pub(crate) fn rendered(
        mut self,
        title: &str,
        foot: Option<&str>,
        made_at: DateTime<FixedOffset>,
        options: Options,
    ) -> Result<Rendered, DocumentFault> {
        let column =
            Column { size: self.size, top: self.margins.top, bottom: self.size.height - self.margins.bottom };
        let mut pages = stacked(std::mem::take(&mut self.strips), column)?;
        if let Some(foot) = foot {
            self.feet(&mut pages, foot)?;
        }
        let title = self.setter.line(title, FOOT, "title")?.words();
        let author = self.setter.line(&self.house.municipality, FOOT, "municipality")?.words();
        let about = About { title: &title, author: &author, made_at, twin_1b: options.twin_1b };
        let pdf = write::pdf(&pages, &self.tree, &about)?;
        Ok(Rendered { pdf, title, pages: pages.iter().map(geometry).collect() })
    }

    /// The number of the page on every page, and what the paper is where it has room: it is whole on the first page.
    fn feet(&mut self, pages: &mut [Page], foot: &str) -> Result<(), DocumentFault> {
        let left = self.setter.line(foot, FOOT, "foot")?;
        let count = pages.len();
        let y = self.size.height - FOOT_RISE;
        for (page, number) in pages.iter_mut().zip(1..) {
            if left.width() <= self.measure * 0.75 {
                page.marks.push(Mark::text(Owner::Foot, self.left, y, left.clone()));
            }
            let number = self.setter.line(&format!("Pagina {number} di {count}"), FOOT, "foot")?;
            page.marks.push(Mark::text(Owner::Foot, self.left + self.measure - number.width(), y, number));
        }
        Ok(())
    }
}

fn geometry(page: &Page) -> PageGeometry {
    let mm = |points: f32| points * 25.4 / 72.0;
    let boxes = page.places.iter().map(|place| NamedBox {
        field: place.field.clone(),
        x: mm(place.area.x),
        y: mm(place.area.y),
        width: mm(place.area.width),
        height: mm(place.area.height),
        text: place.text.clone(),
    });
    PageGeometry { width: mm(page.size.width), height: mm(page.size.height), boxes: boxes.collect() }
}
