//! The types of the command list in TypeScript, as one file: `ui/src/bindings.ts`. Committed, and compared with this
//! by a test.

use crate::commands::Commands;
use crate::documents::PageQuery;
use crate::error::Failure;
use crate::jobs::Event;
use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use ts_rs::{Config, TS, TypeVisitor};

const HEAD: &str = "// Generated from the command list of sportello-app by `cargo gen`. Do not edit.\n";

/// The whole file.
pub fn render() -> String {
    let config = Config::new().with_large_int("number");
    let mut types = Types { config: &config, found: BTreeMap::new(), seen: HashSet::new() };
    types.visit::<Commands>();
    types.visit::<PageQuery>();
    types.visit::<Failure>();
    types.visit::<Event>();
    let mut file = HEAD.to_owned();
    for declaration in types.found.into_values() {
        file.push('\n');
        file.push_str(&declaration);
    }
    file
}

struct Types<'a> {
    config: &'a Config,
    found: BTreeMap<String, String>,
    /// Lists and the like are gone through once too: a type may hold a list of itself.
    seen: HashSet<TypeId>,
}

impl TypeVisitor for Types<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // Only our own types have a file of their own; numbers, lists and the like are written where they are used.
        if T::output_path().is_some() {
            let name = T::ident(self.config);
            if self.found.contains_key(&name) {
                return;
            }
            let docs = T::docs().unwrap_or_default();
            let declaration = format!("{}\nexport {}\n", docs.trim_end(), T::decl(self.config));
            self.found.insert(name, declaration.trim_start().to_owned());
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}
