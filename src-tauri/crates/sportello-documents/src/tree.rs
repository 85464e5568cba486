//! What a page means, beside what it looks like: the structure a screen reader walks (ISO 32000-1, 14.7 and 14.8).
//!
//! Elements are made in the order they are read, so their numbers are that order. What carries no element is an
//! artifact: rules, folds, the feet of pages.

/// An element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Element(u32);

/// What an element is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Role {
    /// The whole paper.
    Document,
    /// A heading, from 1.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list, and how its items are counted.
    List(Counting),
    /// An item of a list.
    Item,
    /// Its number or its dash.
    Label,
    /// Its words.
    Body,
    /// A table.
    Table,
    /// A row of it.
    Row,
    /// The name of a column or of a row.
    Header(Scope),
    /// A cell.
    Cell,
    /// A picture or a code, with what it shows in words.
    Figure(String),
    /// Words that lead somewhere.
    Link(String),
    /// A field of a form, filled in: what is heard instead of what is drawn.
    Field(Field),
}

/// How the items of a list are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counting {
    /// By a dash.
    Dashes,
    /// By a number.
    Numbers,
}

/// What a header names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The cells under it.
    Column,
    /// The cells beside it.
    Row,
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Field {
    /// Its name.
    pub(crate) label: String,
    /// What it says, or whether it is ticked.
    pub(crate) value: FieldValue,
}

/// What is in a field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum FieldValue {
    /// Letters.
    Text(String),
    /// A tick, or none.
    Ticked(bool),
}

impl Field {
    /// What a screen reader says: `Segnalazione: sì`.
    pub(crate) fn spoken(&self) -> String {
        let value = match &self.value {
            FieldValue::Text(text) => text.as_str(),
            FieldValue::Ticked(true) => "sì",
            FieldValue::Ticked(false) => "no",
        };
        format!("{}: {value}", self.label)
    }
}

/// A node of the tree.
#[derive(Debug)]
pub(crate) struct Node {
    /// What it is.
    pub(crate) role: Role,
    /// What it is in; only the document is in nothing.
    pub(crate) parent: Option<Element>,
}

/// All the elements of a paper.
#[derive(Debug)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
}

impl Default for Tree {
    fn default() -> Self {
        Self { nodes: vec![Node { role: Role::Document, parent: None }] }
    }
}

impl Tree {
    /// The whole paper.
    pub(crate) const DOCUMENT: Element = Element(0);

    /// A new element, read after all that were made before.
    pub(crate) fn element(&mut self, role: Role, parent: Element) -> Element {
        let element = Element(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(Node { role, parent: Some(parent) });
        element
    }

    /// The node of an element.
    pub(crate) fn node(&self, element: Element) -> &Node {
        &self.nodes[element.0 as usize]
    }

    /// Every element, in reading order.
    pub(crate) fn elements(&self) -> impl Iterator<Item = Element> {
        (0..self.nodes.len()).map(|number| Element(u32::try_from(number).unwrap_or(u32::MAX)))
    }

    /// The place of an element in reading order; words that lead somewhere are read where they stand in their line.
    pub(crate) fn order(&self, element: Element) -> Element {
        let node = self.node(element);
        match (&node.role, node.parent) {
            (Role::Link(_), Some(parent)) => parent,
            _ => element,
        }
    }
}

impl Element {
    /// Its number.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}
