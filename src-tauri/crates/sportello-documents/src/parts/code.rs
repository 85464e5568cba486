//! Codes for machines, with their text under them for people.

use std::rc::Rc;

use crate::{
    codes::Modules,
    page::{Area, Mark, Owner, Shape},
    sheet::Sheet,
    stack::Strip,
    tree::{Element, Role, Tree},
};

impl Sheet<'_> {
    /// A code on a strip, its dark cells as large as the box; the white they need is around it. `shows` says it in words.
    pub(crate) fn code(&mut self, strip: &mut Strip, dark: Area, modules: Modules, shows: &str) -> Element {
        let figure = self.tree.element(Role::Figure(shows.to_owned()), Tree::DOCUMENT);
        let [quiet_x, quiet_y] = modules.quiet.map(|cells| cells as f32);
        let across = dark.width / (modules.width as f32 - 2.0 * quiet_x);
        let down = dark.height / (modules.height as f32 - 2.0 * quiet_y);
        let area = Area {
            x: dark.x - quiet_x * across,
            y: dark.y - quiet_y * down,
            width: modules.width as f32 * across,
            height: modules.height as f32 * down,
        };
        let shape = Shape::Code { area, modules: Rc::new(modules) };
        strip.marks.push(Mark { owner: Owner::Element(figure), shape });
        strip.height = strip.height.max(dark.y + dark.height);
        figure
    }
}
