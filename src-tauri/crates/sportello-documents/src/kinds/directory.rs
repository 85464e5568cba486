//! Whom to call and where to go: the phone list for the wall, the sheet for a door, the list of a floor.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    DocumentFault, House, Options, Rendered, date,
    fonts::Face,
    page::Size,
    parts::{CELL_STRONG, FieldRow, Grid, GridColumn, NOTE},
    render::MadeAt,
    sheet::{Margins, Sheet},
    text::Style,
    tree::{Role, Tree},
};

/// An office, as the directory shows it. The phone list leaves out area, hours and purpose; the list of the floors area,
/// e-mail and people; the sheet of a door has all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeEntry {
    /// Its name.
    pub name: String,
    /// What it is part of: an area, a sector.
    #[serde(default)]
    pub area: Option<String>,
    /// Building and floor: `Palazzo comunale, primo piano`.
    #[serde(default)]
    pub floor: Option<String>,
    /// The room.
    #[serde(default)]
    pub room: Option<String>,
    /// The telephone.
    #[serde(default)]
    pub phone: Option<String>,
    /// The e-mail address.
    #[serde(default)]
    pub email: Option<String>,
    /// When it is open, in words.
    #[serde(default)]
    pub hours: Option<String>,
    /// What people come for.
    #[serde(default)]
    pub purpose: Option<String>,
    /// Who works there.
    #[serde(default)]
    pub people: Vec<PersonEntry>,
}

/// A person of an office.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonEntry {
    /// Name and surname.
    pub name: String,
    /// What they do there: `responsabile`.
    #[serde(default)]
    pub role: Option<String>,
    /// Their telephone.
    #[serde(default)]
    pub phone: Option<String>,
}

/// The sheet a list is printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 297 × 420 mm, for a wall: one and a half times as large.
    A3,
}

/// The phone list of the municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhoneList {
    /// The sheet.
    #[serde(default)]
    pub paper: Paper,
    /// The offices, in order.
    pub offices: Vec<OfficeEntry>,
    /// The day it was made: an old list is worse than none.
    pub dated: NaiveDate,
}

/// The sheet on the door of an office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoorSheet {
    /// The sheet.
    #[serde(default)]
    pub paper: Paper,
    /// Whose door it is.
    pub office: OfficeEntry,
    /// The day it was made.
    pub dated: NaiveDate,
}

/// Who is on which floor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FloorList {
    /// The sheet.
    #[serde(default)]
    pub paper: Paper,
    /// The offices; those of a floor one after the other.
    pub offices: Vec<OfficeEntry>,
    /// The day it was made.
    pub dated: NaiveDate,
}

impl Paper {
    fn size(self) -> Size {
        match self {
            Self::A4 => Size::A4,
            Self::A3 => Size::A3,
        }
    }

    fn scale(self) -> f32 {
        match self {
            Self::A4 => 1.0,
            Self::A3 => std::f32::consts::SQRT_2,
        }
    }

    fn margins(self) -> Margins {
        let Margins { side, top, bottom } = Margins::OFFICE;
        let scale = self.scale();
        Margins { side: side * scale, top: top * scale, bottom: bottom * scale }
    }

    fn sheet(self, house: &House) -> Sheet<'_> {
        Sheet::new(house, self.size(), self.margins())
    }

    fn style(self, face: Face, size: f32, leading: f32) -> Style {
        Style::new(face, size * self.scale(), leading * self.scale())
    }
}

pub(crate) fn phone_list(
    list: &PhoneList,
    house: &House,
    made_at: MadeAt,
    options: Options,
) -> Result<Rendered, DocumentFault> {
    const TITLE: &str = "Elenco telefonico";
    let mut sheet = list.paper.sheet(house);
    sheet.banner(&format!("Aggiornato {}", date::after("al", list.dated)), "dated")?;
    heading(&mut sheet, TITLE, list.paper)?;
    let strong = list.paper.style(Face::SemiBold, CELL_STRONG.size, CELL_STRONG.leading);
    let cell = list.paper.style(Face::Regular, CELL_STRONG.size, CELL_STRONG.leading);
    let columns = vec![
        GridColumn::new("Ufficio", "name").style(strong),
        GridColumn::new("Persona", "people").style(cell),
        GridColumn::new("Telefono", "phone").style(strong),
        GridColumn::new("E-mail", "email").style(cell),
        GridColumn::new("Dove", "room").style(cell),
    ];
    let mut rows = Vec::new();
    for office in &list.offices {
        let place =
            [&office.floor, &office.room].into_iter().flatten().cloned().collect::<Vec<_>>().join(", ");
        let or_nothing = |words: &Option<String>| words.clone().unwrap_or_default();
        let unbroken = |phone: &Option<String>| phone.as_deref().map(bound).unwrap_or_default();
        rows.push(vec![
            office.name.clone(),
            String::new(),
            unbroken(&office.phone),
            or_nothing(&office.email),
            place,
        ]);
        rows.extend(office.people.iter().map(|person| {
            let name = match &person.role {
                Some(role) => format!("{}, {role}", person.name),
                None => person.name.clone(),
            };
            vec![String::new(), name, unbroken(&person.phone), String::new(), String::new()]
        }));
    }
    sheet.table(&Grid { list: "offices", columns, rows, row_height: 0.0 })?;
    sheet.rendered(TITLE, Some(&house.municipality), made_at, options)
}

pub(crate) fn door_sheet(
    door: &DoorSheet,
    house: &House,
    made_at: MadeAt,
    options: Options,
) -> Result<Rendered, DocumentFault> {
    let (paper, office) = (door.paper, &door.office);
    let mut sheet = paper.sheet(house);
    sheet.banner(office.floor.as_deref().unwrap_or_default(), "office.floor")?;
    sheet.skip(40.0 * paper.scale());
    let name = paper.style(Face::SemiBold, 40.0, 48.0);
    let large = paper.style(Face::Regular, 20.0, 28.0);
    let strong = paper.style(Face::SemiBold, 20.0, 28.0);
    let lines =
        sheet.setter.fold(&office.name, name.ink(sheet.letter_accent()), sheet.measure, "office.name")?;
    let heading = sheet.tree.element(Role::Heading(1), Tree::DOCUMENT);
    sheet.run(heading, (sheet.left, sheet.measure), lines, "office.name");
    if let Some(area) = &office.area {
        sheet.paragraph(area, large.grey(), "office.area")?;
    }
    for (words, field) in [(&office.purpose, "office.purpose"), (&office.hours, "office.hours")] {
        if let Some(words) = words {
            sheet.skip(18.0 * paper.scale());
            sheet.prose(words, if field == "office.hours" { strong } else { large }, field)?;
        }
    }
    sheet.skip(24.0 * paper.scale());
    for (index, person) in office.people.iter().enumerate() {
        let phone = person.phone.as_ref().map(|phone| format!("tel.\u{a0}{}", bound(phone)));
        let words = [Some(person.name.clone()), person.role.clone(), phone];
        let words = words.into_iter().flatten().collect::<Vec<_>>().join(", ");
        sheet.within("people", index, |sheet| sheet.paragraph(&words, large, "name"))?;
    }
    let contacts = [("Stanza", &office.room), ("Telefono", &office.phone), ("E-mail", &office.email)];
    let rows: Vec<FieldRow<'_>> = contacts
        .into_iter()
        .filter_map(|(label, value)| {
            Some(FieldRow::new(label, value.as_ref()?.as_str(), "office").style(strong))
        })
        .collect();
    sheet.skip(18.0 * paper.scale());
    sheet.fields(&rows)?;
    sheet.skip(24.0 * paper.scale());
    sheet.paragraph(&format!("Aggiornato {}", date::after("al", door.dated)), NOTE, "dated")?;
    sheet.rendered(&office.name, None, made_at, options)
}

pub(crate) fn floor_list(
    list: &FloorList,
    house: &House,
    made_at: MadeAt,
    options: Options,
) -> Result<Rendered, DocumentFault> {
    const TITLE: &str = "Dove sono gli uffici";
    let paper = list.paper;
    let mut sheet = paper.sheet(house);
    sheet.banner(&format!("Aggiornato {}", date::after("al", list.dated)), "dated")?;
    heading(&mut sheet, TITLE, paper)?;
    let floor_style = paper.style(Face::SemiBold, 16.0, 22.0);
    let (label, value) = (paper.style(Face::SemiBold, 12.0, 17.0), paper.style(Face::Regular, 11.0, 17.0));
    for floor in list.offices.chunk_by(|left, right| left.floor == right.floor) {
        let name = floor[0].floor.as_deref().unwrap_or("Altri uffici");
        sheet.skip(16.0 * paper.scale());
        let lines =
            sheet.setter.fold(name, floor_style.ink(sheet.letter_accent()), sheet.measure, "floor")?;
        let heading = sheet.tree.element(Role::Heading(2), Tree::DOCUMENT);
        let count = lines.len();
        sheet.run(heading, (sheet.left, sheet.measure), lines, "floor");
        sheet.keep(count);
        for office in floor {
            let details = [&office.room, &office.phone, &office.hours, &office.purpose];
            let details: Vec<String> = details.into_iter().flatten().cloned().collect();
            sheet.skip(4.0 * paper.scale());
            sheet.paragraph(&office.name, label, "name")?;
            if !details.is_empty() {
                sheet.keep(1);
                sheet.paragraph(&details.join(" · "), value, "room")?;
            }
        }
    }
    sheet.rendered(TITLE, Some(&house.municipality), made_at, options)
}

/// A number that is dialled stays on one line.
fn bound(phone: &str) -> String {
    phone.split_whitespace().collect::<Vec<_>>().join("\u{a0}")
}

fn heading(sheet: &mut Sheet<'_>, words: &str, paper: Paper) -> Result<(), DocumentFault> {
    let style = paper.style(Face::SemiBold, 22.0, 28.0);
    let lines = sheet.setter.fold(words, style, sheet.measure, "title")?;
    let heading = sheet.tree.element(Role::Heading(1), Tree::DOCUMENT);
    sheet.run(heading, (sheet.left, sheet.measure), lines, "");
    sheet.skip(8.0);
    Ok(())
}
