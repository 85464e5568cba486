//! Questions with their blocks opened: what the evaluator goes through.

use super::condition::Condition;
use super::fault::{FormProblem, near};
use super::field::{Choice, Compute, Field, Kind, Repeat, Rule, most_rows};
use super::library::Library;
use super::place_in_file::{Step, Way, way};
use super::term::Literal;

/// Blocks inside blocks: how deep.
const DEEPEST: usize = 6;

/// A question, ready to be asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Its name among its neighbours.
    pub id: String,
    /// What it is answered with.
    pub kind: Kind,
    /// What is asked.
    pub label: String,
    /// How to answer.
    pub help: Option<String>,
    /// An answer somebody could give.
    pub example: Option<String>,
    /// Whether an answer is needed; of a block, whether its own questions may need one.
    pub required: bool,
    /// What can be chosen.
    pub options: Vec<Choice>,
    /// The questions inside.
    pub children: Vec<Question>,
    /// How many rows.
    pub repeat: Repeat,
    /// What fills it: `cittadino.cognome`.
    pub prefill: Option<String>,
    /// The block in which it is written.
    pub block: Option<String>,
    pub(super) when: Option<Condition>,
    pub(super) min: Option<Literal>,
    pub(super) max: Option<Literal>,
    pub(super) unique: Vec<String>,
    pub(super) default: Option<Literal>,
    pub(super) compute: Option<Compute>,
    pub(super) rules: Vec<Rule>,
    pub(super) valid_on: Option<String>,
    pub(super) printed: Option<String>,
    /// Where it stands in the file that is being read; empty when it comes from another.
    pub(super) way: Way,
}

impl Question {
    /// Whether its value is computed.
    pub fn is_computed(&self) -> bool {
        self.compute.is_some()
    }

    /// What the form proposes for it.
    pub fn proposed(&self) -> Option<&Literal> {
        self.default.as_ref()
    }

    /// Whether its answer can stand in a cell of a table: it has no sentence of its own.
    pub fn printed_as_cell(&self) -> bool {
        self.printed.is_none() && self.kind != Kind::Note
    }
}

/// Opens blocks; notes what is wrong on the way.
pub(super) struct Compiler<'a> {
    library: &'a Library,
    /// Where, and what.
    pub(super) faults: Vec<(Way, FormProblem)>,
    inside: Vec<String>,
}

impl<'a> Compiler<'a> {
    pub(super) fn new(library: &'a Library) -> Self {
        Self { library, faults: Vec::new(), inside: Vec::new() }
    }

    fn note(&mut self, at: &[Step], problem: FormProblem) {
        // What is written in another file was looked at when that file was read.
        if !at.is_empty() {
            self.faults.push((at.to_vec(), problem));
        }
    }

    /// The questions of a block, its includes first. `here` is where the block is written, if that file is being read.
    pub(super) fn block(&mut self, id: &str, here: &[Step]) -> Vec<Question> {
        let Some(block) = self.library.blocks.get(id) else { return Vec::new() };
        if self.inside.iter().any(|outer| outer == id) || self.inside.len() >= DEEPEST {
            self.note(here, FormProblem::CircularBlock { id: id.to_owned() });
            return Vec::new();
        }
        self.inside.push(id.to_owned());
        let mut questions = Vec::new();
        for (at, include) in block.include.iter().enumerate() {
            let at =
                if here.is_empty() { Vec::new() } else { way(here, [Step::Key("include"), Step::Index(at)]) };
            self.known_block(include, &at);
            questions.extend(self.block(include, &[]));
        }
        let inside = if here.is_empty() { Vec::new() } else { way(here, [Step::Key("campi")]) };
        questions.extend(self.questions(&block.fields, &inside, None, Some(id)));
        self.inside.pop();
        questions
    }

    fn known_block(&mut self, id: &str, at: &[Step]) {
        if !self.library.blocks.contains_key(id) {
            let near = near(id, self.library.blocks.keys().map(String::as_str));
            self.note(at, FormProblem::UnknownBlock { id: id.to_owned(), near });
        } else if self.inside.iter().any(|outer| outer == id) {
            self.note(at, FormProblem::CircularBlock { id: id.to_owned() });
        }
    }

    /// The questions of a list of fields. `prefill` is what fills the block they are in.
    pub(super) fn questions(
        &mut self,
        fields: &[Field],
        here: &[Step],
        prefill: Option<&str>,
        block: Option<&str>,
    ) -> Vec<Question> {
        let place = |at| if here.is_empty() { Vec::new() } else { way(here, [Step::Index(at)]) };
        fields
            .iter()
            .enumerate()
            .map(|(at, field)| self.question(field, &place(at), prefill, block))
            .collect()
    }

    fn question(
        &mut self,
        field: &Field,
        here: &[Step],
        outer: Option<&str>,
        block: Option<&str>,
    ) -> Question {
        let inner = |key| if here.is_empty() { Vec::new() } else { way(here, [Step::Key(key)]) };
        let outer = outer.filter(|_| field.kind != Kind::Group);
        let prefill = field.prefill.clone().or_else(|| outer.map(|outer| format!("{outer}.{}", field.id)));
        let mut label = field.label.clone();
        let mut help = field.help.clone();
        let mut children = Vec::new();
        if let Some(id) = &field.block {
            self.known_block(id, &inner("blocco"));
            if let Some(block) = self.library.blocks.get(id) {
                label = label.or_else(|| Some(block.title.clone()));
                help = help.or_else(|| block.help.clone());
            }
            children = self.block(id, &[]);
            self.adapt(field, &mut children, here);
        }
        // What fills a block fills each of its questions.
        children.iter_mut().for_each(|child| fill(child, prefill.as_deref()));
        children.extend(self.questions(&field.fields, &inner("campi"), prefill.as_deref(), block));
        let options = match &field.options_from {
            None => field.options.clone(),
            Some(name) => self.table(name, &inner("opzioni_da")),
        };
        Question {
            id: field.id.clone(),
            kind: field.kind,
            label: label.unwrap_or_default(),
            help,
            example: field.example.clone(),
            required: field.required.unwrap_or(field.kind == Kind::Block),
            options,
            children,
            repeat: repeat(field),
            prefill,
            block: block.map(str::to_owned),
            when: field.when.clone(),
            min: field.min.clone().or_else(|| field.min_from.clone().map(Literal::Text)),
            max: field.max.clone().or_else(|| field.max_from.clone().map(Literal::Text)),
            unique: field.unique.clone(),
            default: field.default.clone(),
            compute: field.compute.clone(),
            rules: field.rules.clone(),
            valid_on: field.valid_on.clone(),
            printed: field.printed.clone(),
            way: here.to_vec(),
        }
    }

    fn table(&mut self, name: &str, at: &[Step]) -> Vec<Choice> {
        if let Some(rows) = self.library.table(name) {
            return rows.to_vec();
        }
        let near = near(name, self.library.tables());
        self.note(at, FormProblem::UnknownTable { id: name.to_owned(), near });
        Vec::new()
    }

    /// Leaves questions of a block out, or changes whether they need an answer.
    fn adapt(&mut self, field: &Field, children: &mut Vec<Question>, here: &[Step]) {
        let lists = [
            ("senza", &field.without),
            ("solo", &field.only),
            ("facoltativi", &field.optional),
            ("obbligatori", &field.needed),
        ];
        for (key, names) in lists {
            for (at, name) in names.iter().enumerate() {
                if !children.iter().any(|child| child.id == *name) && !here.is_empty() {
                    let near = near(name, children.iter().map(|child| child.id.as_str()));
                    let at = way(here, [Step::Key(key), Step::Index(at)]);
                    self.note(&at, FormProblem::UnknownField { path: name.clone(), near });
                }
            }
        }
        let named = |names: &[String], id: &str| names.iter().any(|name| name == id);
        children.retain(|child| {
            !named(&field.without, &child.id) && (field.only.is_empty() || named(&field.only, &child.id))
        });
        // A question that is asked only after one that was left out is asked always.
        let kept: Vec<String> = children.iter().map(|child| child.id.clone()).collect();
        let all: Vec<String> =
            field.block.iter().flat_map(|id| self.block(id, &[])).map(|question| question.id).collect();
        for child in children {
            let lost = |path: &str| {
                let first = path.split(['.', ':']).next().unwrap_or_default();
                all.iter().any(|id| id == first) && !kept.iter().any(|id| id == first)
            };
            if child.when.as_ref().is_some_and(|when| names(when).iter().any(|path| lost(path))) {
                child.when = None;
            }
            child.rules.retain(|rule| !names(&rule.when).iter().any(|path| lost(path)));
            if named(&field.optional, &child.id) {
                child.required = false;
            }
            if named(&field.needed, &child.id) {
                child.required = true;
            }
        }
    }
}

fn repeat(field: &Field) -> Repeat {
    let min = u32::from(field.required == Some(true));
    let repeat = field.repeat.clone().unwrap_or(Repeat { min, max: most_rows(), add: None });
    Repeat { min: repeat.min.max(min), ..repeat }
}

/// Lets what fills a block fill its questions, unless they say otherwise.
fn fill(question: &mut Question, outer: Option<&str>) {
    if question.prefill.is_none() && question.kind != Kind::Group {
        question.prefill = outer.map(|outer| format!("{outer}.{}", question.id));
        let prefill = question.prefill.clone();
        question.children.iter_mut().for_each(|child| fill(child, prefill.as_deref()));
    }
}

/// The questions a condition names, on both sides.
pub(super) fn names(condition: &Condition) -> Vec<String> {
    let literals = condition.among.iter().flatten().chain(
        [&condition.equal, &condition.other, &condition.contains, &condition.less, &condition.more]
            .into_iter()
            .flatten(),
    );
    let mut found: Vec<String> = condition.field.iter().cloned().collect();
    for literal in literals {
        if let super::term::Term::Field(path) = literal.term() {
            found.push(path);
        }
    }
    let below = condition.all.iter().flatten().chain(condition.any.iter().flatten());
    for inner in below.chain(condition.not.as_deref()) {
        found.extend(names(inner));
    }
    found
}
