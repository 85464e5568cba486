//! The structure of the paper as objects of the file, and the links on its pages.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary, text_string};

use crate::{
    page::Area,
    tree::{Counting, Element, Field, FieldValue, Role, Scope, Tree},
    write::Tagged,
};

/// The name of a role in PDF.
pub(crate) fn tag(role: &Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Heading(1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(_) => "H3",
        Role::Paragraph => "P",
        Role::List(_) => "L",
        Role::Item => "LI",
        Role::Label => "Lbl",
        Role::Body => "LBody",
        Role::Table => "Table",
        Role::Row => "TR",
        Role::Header(_) => "TH",
        Role::Cell => "TD",
        Role::Figure(_) => "Figure",
        Role::Link(_) => "Link",
        Role::Field(_) => "Form",
    }
}

/// What an element holds.
enum Kid {
    Element(Element),
    Stretch { page: usize, number: i64 },
    Annotation { page: usize, id: ObjectId },
}

/// Adds the structure and the links to a file whose pages are numbered stretch by stretch as `tagged` says.
pub(super) fn add(document: &mut Document, tree: &Tree, tagged: &Tagged) -> lopdf::Result<()> {
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    let mut grown = Grown::of(tree);
    for (page, stretches) in tagged.stretches.iter().enumerate() {
        for (number, element) in (0..).zip(stretches) {
            grown.push(tree, *element, Kid::Stretch { page, number });
        }
    }
    let annotations = annotate(document, tree, tagged, &pages)?;
    for (page, element, id) in &annotations {
        grown.push(tree, *element, Kid::Annotation { page: *page, id: *id });
    }
    let ids: BTreeMap<Element, ObjectId> = tree
        .elements()
        .filter(|element| grown.is_there(*element))
        .map(|element| (element, document.new_object_id()))
        .collect();
    let root = document.new_object_id();
    for (element, id) in &ids {
        let parent = tree.node(*element).parent.and_then(|parent| ids.get(&parent)).copied().unwrap_or(root);
        let object =
            element_object(tree, tagged, *element, &grown.kids[element.index()], &ids, &pages, parent);
        document.objects.insert(*id, object.into());
    }
    let numbers = parents(tagged, &annotations, &ids);
    let parents = document.add_object(dictionary! { "Nums" => numbers });
    let whole = ids.get(&Tree::DOCUMENT).copied();
    let kids: Vec<Object> = whole.into_iter().map(Object::from).collect();
    let next = i64::try_from(pages.len() + annotations.len()).unwrap_or(i64::MAX);
    let object = dictionary! {
        "Type" => "StructTreeRoot", "K" => kids, "ParentTree" => parents, "ParentTreeNextKey" => next,
    };
    document.objects.insert(root, object.into());
    for (number, id) in (0..).zip(&pages) {
        let page = document.get_object_mut(*id)?.as_dict_mut()?;
        page.set("StructParents", Object::Integer(number));
        page.set("Tabs", "S");
        let links: Vec<Object> = annotations
            .iter()
            .filter(|(page, _, _)| *page as i64 == number)
            .map(|(_, _, id)| (*id).into())
            .collect();
        if !links.is_empty() {
            page.set("Annots", links);
        }
    }
    document.catalog_mut()?.set("StructTreeRoot", root);
    Ok(())
}

/// The kids of each element, in the order they are read.
struct Grown {
    children: Vec<Vec<Element>>,
    kids: Vec<Vec<Kid>>,
    there: Vec<bool>,
}

impl Grown {
    fn of(tree: &Tree) -> Self {
        let count = tree.elements().count();
        let mut children = vec![Vec::new(); count];
        for element in tree.elements() {
            if let Some(parent) = tree.node(element).parent {
                children[parent.index()].push(element);
            }
        }
        Self { children, kids: (0..count).map(|_| Vec::new()).collect(), there: vec![false; count] }
    }

    fn is_there(&self, element: Element) -> bool {
        self.there[element.index()]
    }

    fn push(&mut self, tree: &Tree, element: Element, kid: Kid) {
        self.attach(tree, element);
        self.kids[element.index()].push(kid);
    }

    /// An element is in the tree from its first mark on; a row has all its cells, also the empty ones.
    fn attach(&mut self, tree: &Tree, element: Element) {
        if std::mem::replace(&mut self.there[element.index()], true) {
            return;
        }
        if let Some(parent) = tree.node(element).parent {
            self.attach(tree, parent);
            let is_cell_of_row = matches!(tree.node(parent).role, Role::Row);
            if !is_cell_of_row {
                self.kids[parent.index()].push(Kid::Element(element));
            }
        }
        if matches!(tree.node(element).role, Role::Row) {
            for cell in self.children[element.index()].clone() {
                self.kids[element.index()].push(Kid::Element(cell));
                self.there[cell.index()] = true;
            }
        }
    }
}

fn element_object(
    tree: &Tree,
    tagged: &Tagged,
    element: Element,
    kids: &[Kid],
    ids: &BTreeMap<Element, ObjectId>,
    pages: &[ObjectId],
    parent: ObjectId,
) -> Dictionary {
    let role = &tree.node(element).role;
    let first_page = kids.iter().find_map(|kid| match kid {
        Kid::Stretch { page, .. } | Kid::Annotation { page, .. } => Some(*page),
        Kid::Element(_) => None,
    });
    let mut held: Vec<Object> = kids
        .iter()
        .filter_map(|kid| match kid {
            Kid::Element(kid) => ids.get(kid).copied().map(Object::from),
            Kid::Stretch { page, number } if Some(*page) == first_page => Some(Object::Integer(*number)),
            Kid::Stretch { page, number } => {
                Some(dictionary! { "Type" => "MCR", "Pg" => pages[*page], "MCID" => *number }.into())
            }
            Kid::Annotation { page, id } => {
                Some(dictionary! { "Type" => "OBJR", "Pg" => pages[*page], "Obj" => *id }.into())
            }
        })
        .collect();
    let mut object = dictionary! { "S" => tag(role), "P" => parent };
    match held.len() {
        0 => {}
        1 => object.set("K", held.remove(0)),
        _ => object.set("K", held),
    }
    if let Some(page) = first_page {
        object.set("Pg", pages[page]);
    }
    match role {
        Role::Figure(shows) => object.set("Alt", text_string(shows)),
        Role::Field(field) => object.set("ActualText", text_string(&field.spoken())),
        _ => {}
    }
    if let Some(attributes) = attributes(role, tagged.figures.get(&element)) {
        object.set("A", attributes);
    }
    object
}

fn attributes(role: &Role, area: Option<&Area>) -> Option<Dictionary> {
    match role {
        Role::List(counting) => {
            let numbering = match counting {
                Counting::Dashes => "Disc",
                Counting::Numbers => "Decimal",
            };
            Some(dictionary! { "O" => "List", "ListNumbering" => numbering })
        }
        Role::Header(scope) => {
            let scope = match scope {
                Scope::Column => "Column",
                Scope::Row => "Row",
            };
            Some(dictionary! { "O" => "Table", "Scope" => scope })
        }
        Role::Figure(_) => {
            let Area { x, y, width, height } = *area?;
            let bounds: Vec<Object> = [x, y, x + width, y + height].into_iter().map(Object::from).collect();
            Some(dictionary! { "O" => "Layout", "BBox" => bounds, "Placement" => "Block" })
        }
        Role::Field(Field { label, value }) => {
            let mut field = dictionary! { "O" => "PrintField", "Desc" => text_string(label) };
            match value {
                FieldValue::Text(_) => field.set("Role", "tv"),
                FieldValue::Ticked(ticked) => {
                    field.set("Role", "cb");
                    field.set("checked", if *ticked { "on" } else { "off" });
                }
            }
            Some(field)
        }
        _ => None,
    }
}

/// The links, each an annotation that names what it leads to.
fn annotate(
    document: &mut Document,
    tree: &Tree,
    tagged: &Tagged,
    pages: &[ObjectId],
) -> lopdf::Result<Vec<(usize, Element, ObjectId)>> {
    /// Printed with the page.
    const PRINT: i64 = 4;
    let mut annotations = Vec::new();
    for (index, (page, element, area)) in tagged.links.iter().enumerate() {
        let Role::Link(uri) = &tree.node(*element).role else { continue };
        let Area { x, y, width, height } = *area;
        let bounds: Vec<Object> = [x, y, x + width, y + height].into_iter().map(Object::from).collect();
        let action = dictionary! { "S" => "URI", "URI" => Object::string_literal(uri.as_str()) };
        let annotation = dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "Rect" => bounds,
            "Border" => vec![0.into(), 0.into(), 0.into()],
            "A" => action,
            "Contents" => text_string(uri),
            "F" => PRINT,
            "StructParent" => i64::try_from(pages.len() + index).unwrap_or(i64::MAX),
        };
        annotations.push((*page, *element, document.add_object(annotation)));
    }
    Ok(annotations)
}

/// From the number of a page or of an annotation back to its elements.
fn parents(
    tagged: &Tagged,
    annotations: &[(usize, Element, ObjectId)],
    ids: &BTreeMap<Element, ObjectId>,
) -> Vec<Object> {
    let reference = |element: &Element| ids.get(element).map_or(Object::Null, |id| (*id).into());
    let pages = tagged.stretches.iter().map(|stretches| {
        let elements: Vec<Object> = stretches.iter().map(reference).collect();
        Object::Array(elements)
    });
    let links = annotations.iter().map(|(_, element, _)| reference(element));
    pages.chain(links).zip(0..).flat_map(|(object, number)| [Object::Integer(number), object]).collect()
}
