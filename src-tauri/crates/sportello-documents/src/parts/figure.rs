//! Pictures in their boxes.

use std::rc::Rc;

use crate::{
    DocumentFault,
    page::{Area, Mark, Owner, Shape},
    picture::Picture,
    sheet::Sheet,
    stack::Strip,
    tree::{Role, Tree},
};

impl Sheet<'_> {
    /// The crest of the house in a box no larger than this, at its upper left corner. Gives the width it takes.
    pub(crate) fn crest(&mut self, strip: &mut Strip, room: Area) -> Result<f32, DocumentFault> {
        let Some(logo) = &self.house.logo else { return Ok(0.0) };
        let picture = Picture::read(&logo.bytes, "logo")?;
        let shows =
            if logo.alt.trim().is_empty() { self.house.municipality.clone() } else { logo.alt.clone() };
        Ok(self.picture(strip, room, picture, shows).width)
    }

    /// A picture as large as it can be in a box, at its upper left corner. Gives the place it takes.
    pub(crate) fn picture(&mut self, strip: &mut Strip, room: Area, picture: Picture, shows: String) -> Area {
        let proportion = picture.proportion();
        let width = room.width.min(room.height * proportion);
        let area = Area { width, height: width / proportion, ..room };
        let figure = self.tree.element(Role::Figure(shows), Tree::DOCUMENT);
        let shape = Shape::Picture { area, picture: Rc::new(picture) };
        strip.marks.push(Mark { owner: Owner::Element(figure), shape });
        strip.height = strip.height.max(area.y + area.height);
        area
    }
}
