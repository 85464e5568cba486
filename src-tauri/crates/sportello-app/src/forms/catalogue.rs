//! The forms there are: those the program carries, and those of the municipality, in the folder `moduli` beside the store,
//! which win by their id. A changed file is seen at the next question; nothing is started again.

use sportello_domain::form::{Form, FormFault, Guide, Language, Library, Needs, SharedFault, State};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::SystemTime;

include!(concat!(env!("OUT_DIR"), "/forms.rs"));

/// The folder of the municipality's own forms.
pub(crate) const FOLDER: &str = "moduli";
const BLOCKS: &str = "blocchi.toml";
const PARAMETERS: &str = "parametri.toml";
/// Files of a folder that are looked at: a municipality has some dozens.
const MOST_FILES: usize = 500;
/// The longest file.
const LONGEST: u64 = 1024 * 1024;

/// Where a form comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FormOrigin {
    /// The program carries it.
    Program,
    /// It is the municipality's.
    Municipality,
}

/// A file of a form, read.
#[derive(Debug)]
pub struct FormEntry {
    /// The name of its file.
    pub file: String,
    /// Where it comes from.
    pub origin: FormOrigin,
    /// The form, or what is wrong with the file.
    pub form: Result<Form, Vec<FormFault>>,
}

/// The forms there are.
#[derive(Debug)]
pub struct FormCatalogue {
    /// What all forms share.
    pub library: Library,
    /// What is wrong with the municipality's shared files; then the program's own are used.
    pub shared: Vec<SharedFault>,
    /// Every form, by its title; those that cannot be read after them.
    pub entries: Vec<FormEntry>,
    guides: Vec<Guide>,
    needs: Needs,
}

impl FormCatalogue {
    /// A form that can be asked.
    pub fn form(&self, id: &str) -> Option<&Form> {
        self.entries.iter().filter_map(|entry| entry.form.as_ref().ok()).find(|form| form.file.id == id)
    }

    /// The forms that answer a need, the best first.
    pub fn search(&self, typed: &str) -> Vec<&FormEntry> {
        let sound: Vec<&FormEntry> = self.entries.iter().filter(|entry| entry.form.is_ok()).collect();
        let found = self.needs.search(typed).into_iter().filter_map(|at| sound.get(at).copied());
        found.filter(|entry| entry.form.as_ref().is_ok_and(|form| form.file.state == State::Active)).collect()
    }

    /// The texts of a form in another language, and those of the shared blocks.
    pub fn guide(&self, id: &str, language: Language) -> Option<(&Guide, Option<&Guide>)> {
        let find = |form: &str| {
            self.guides.iter().rev().find(|guide| guide.form == form && guide.language == language)
        };
        Some((find(id)?, find("blocchi")))
    }

    /// The languages a form has texts in.
    pub fn languages(&self, id: &str) -> Vec<Language> {
        Language::ALL.iter().copied().filter(|language| self.guide(id, *language).is_some()).collect()
    }
}

/// A file and what is in it.
struct File {
    name: String,
    text: String,
}

/// What the program carries, read once.
static CARRIED: LazyLock<Arc<FormCatalogue>> = LazyLock::new(|| Arc::new(read(&[])));

/// The last folder that was read, and how it looked.
static LAST: Mutex<Option<(PathBuf, Look, Arc<FormCatalogue>)>> = Mutex::new(None);

/// Name, size and time of every file.
type Look = Vec<(PathBuf, u64, Option<SystemTime>)>;

/// The forms there are, with those of the municipality in this folder of the store.
pub fn form_catalogue(folder: &Path) -> Arc<FormCatalogue> {
    let folder = folder.join(FOLDER);
    let look = look(&folder);
    if look.is_empty() {
        return Arc::clone(&CARRIED);
    }
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((known, seen, catalogue)) = last.as_ref()
        && *known == folder
        && *seen == look
    {
        return Arc::clone(catalogue);
    }
    let catalogue = Arc::new(read(&files(&look)));
    *last = Some((folder, look, Arc::clone(&catalogue)));
    catalogue
}

fn look(folder: &Path) -> Look {
    let mut look: Look = [folder.to_owned(), folder.join("guide")]
        .iter()
        .filter_map(|folder| std::fs::read_dir(folder).ok())
        .flatten()
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let about = entry.metadata().ok().filter(|about| about.is_file() && about.len() <= LONGEST)?;
            let path = entry.path();
            let is_text = path.extension().is_some_and(|end| end == "toml");
            is_text.then(|| (path, about.len(), about.modified().ok()))
        })
        .take(MOST_FILES)
        .collect();
    look.sort();
    look
}

fn files(look: &Look) -> Vec<File> {
    let read = |(path, _, _): &(PathBuf, u64, Option<SystemTime>)| {
        // What is no text is told as a fault of its first line.
        let text = String::from_utf8(std::fs::read(path).ok()?).unwrap_or_else(|_| "\u{0}".to_owned());
        let text = text.trim_start_matches('\u{feff}').to_owned();
        Some(File { name: path.file_name()?.to_string_lossy().into_owned(), text })
    };
    look.iter().filter_map(read).collect()
}

/// Reads everything: what the program carries, and over it the municipality's files.
fn read(own: &[File]) -> FormCatalogue {
    let carried = |name: &str| {
        FORMS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text).unwrap_or_default()
    };
    let own_text = |name: &str| own.iter().find(|file| file.name == name).map(|file| file.text.as_str());
    let tables: Vec<(&str, &str)> =
        TABLES.iter().map(|(name, text)| (name.trim_end_matches(".csv"), *text)).collect();
    let mut parameters = vec![(PARAMETERS, carried(PARAMETERS))];
    parameters.extend(own_text(PARAMETERS).map(|text| (PARAMETERS, text)));
    let read = Library::read(own_text(BLOCKS).unwrap_or(carried(BLOCKS)), &parameters, &tables);
    let (library, shared) = match read {
        Ok(library) => (library, Vec::new()),
        // A test reads what the program carries.
        Err(faults) => {
            (Library::read(carried(BLOCKS), &parameters[..1], &tables).unwrap_or_default(), faults)
        }
    };
    let is_form = |name: &str| name != BLOCKS && name != PARAMETERS;
    let is_guide = |name: &str| name.trim_end_matches(".toml").contains('.');
    let mut entries: Vec<FormEntry> = Vec::new();
    for file in own.iter().filter(|file| is_form(&file.name) && !is_guide(&file.name)) {
        let form = Form::read(&file.text, &library);
        entries.push(FormEntry { file: file.name.clone(), origin: FormOrigin::Municipality, form });
    }
    for (name, text) in FORMS.iter().filter(|(name, _)| is_form(name)) {
        let form = Form::read(text, &library);
        let id = form.as_ref().map(|form| form.file.id.as_str()).unwrap_or_default();
        let hidden = entries.iter().any(|entry| entry.form.as_ref().is_ok_and(|form| form.file.id == id));
        if !hidden {
            entries.push(FormEntry { file: (*name).to_owned(), origin: FormOrigin::Program, form });
        }
    }
    entries.sort_by_key(|entry| match &entry.form {
        Ok(form) => (false, form.file.title.to_lowercase()),
        Err(_) => (true, entry.file.clone()),
    });
    let guides = GUIDES
        .iter()
        .map(|(_, text)| *text)
        .chain(own.iter().filter(|file| is_guide(&file.name)).map(|file| file.text.as_str()));
    let guides = guides.filter_map(|text| Guide::read(text).ok()).collect();
    let sound = entries.iter().filter_map(|entry| entry.form.as_ref().ok());
    let needs = Needs::of(sound.map(|form| &form.file));
    FormCatalogue { library, shared, entries, guides, needs }
}

/// Looks at a file as the catalogue would; a guide, the blocks and the parameters are known by what they say they are.
///
/// # Errors
/// What is wrong with it.
pub fn form_check(catalogue: &FormCatalogue, text: &str) -> Result<Form, Vec<FormFault>> {
    Form::read(text.trim_start_matches('\u{feff}'), &catalogue.library)
}

#[cfg(test)]
mod tests;
