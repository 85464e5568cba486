//! The archive of municipalities and states: the one the program carries, or a newer one of the same format in the
//! folder of the store.

use crate::error::{Code, Failure, Outcome};
use sportello_domain::place::{PlaceFault, Places};
use std::io::Write;
use std::path::Path;

const MUNICIPALITIES: &str = include_str!("../../../../catalog/comuni.csv");
const STATES: &str = include_str!("../../../../catalog/stati_esteri.csv");

/// The two tables of the archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceTable {
    /// Municipalities, today's and of every time.
    Municipalities,
    /// Foreign states.
    States,
}

impl PlaceTable {
    /// Its name in the folder of the store.
    fn file(self) -> &'static str {
        match self {
            Self::Municipalities => "comuni.csv",
            Self::States => "stati_esteri.csv",
        }
    }

    /// Which of the two a file is: only states have an ISO code.
    fn of(text: &str) -> Self {
        let header = text.lines().next().unwrap_or_default();
        if header.contains("iso_alpha2") { Self::States } else { Self::Municipalities }
    }

    fn read(self, folder: &Path) -> Option<String> {
        std::fs::read_to_string(folder.join(self.file())).ok()
    }
}

/// The archive, and why the newer one in the folder is not used, when it is not.
pub fn places(folder: &Path) -> (Places, Option<PlaceFault>) {
    let newer = [PlaceTable::Municipalities, PlaceTable::States].map(|table| table.read(folder));
    let [municipalities, states] = &newer;
    let read = Places::read(
        municipalities.as_deref().unwrap_or(MUNICIPALITIES),
        states.as_deref().unwrap_or(STATES),
    );
    match read {
        Ok(places) => (places, None),
        // A test reads every row of the archive the program carries.
        Err(fault) => (Places::read(MUNICIPALITIES, STATES).unwrap_or_default(), Some(fault)),
    }
}

/// Puts a newer table in the folder of the store, whole or not at all. Answers which it was and how many rows the
/// archive has now.
///
/// # Errors
/// A failure of the disk. A wrong row is an answer.
pub fn places_update(folder: &Path, text: &str) -> Outcome<Result<(PlaceTable, usize), PlaceFault>> {
    let table = PlaceTable::of(text);
    let other = |table: PlaceTable, carried: &str| table.read(folder).unwrap_or_else(|| carried.to_owned());
    let read = match table {
        PlaceTable::Municipalities => Places::read(text, &other(PlaceTable::States, STATES)),
        PlaceTable::States => Places::read(&other(PlaceTable::Municipalities, MUNICIPALITIES), text),
    };
    let places = match read {
        Ok(places) => places,
        Err(fault) => return Ok(Err(fault)),
    };
    let written: std::io::Result<()> = (|| {
        let half = folder.join(format!("{}.nuovo", table.file()));
        let mut file = std::fs::File::create(&half)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        std::fs::rename(&half, folder.join(table.file()))
    })();
    written.map_err(|error| Failure::new(Code::DiskError, error.kind().to_string()))?;
    Ok(Ok((table, places.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_table_in_the_folder_wins_and_a_wrong_one_does_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let (carried, fault) = places(folder.path());
        assert_eq!((carried.is_empty(), fault), (false, None));
        let newer = "belfiore,nome,provincia,valido_dal,valido_al\nE617,Lissone,MB,1869-01-01,\n";
        let done = places_update(folder.path(), newer).expect("written").expect("sound");
        let states = STATES.lines().count() - 1;
        assert_eq!(done, (PlaceTable::Municipalities, 1 + states));
        assert_eq!(places(folder.path()).0.len(), 1 + states);
        let wrong = places_update(folder.path(), &newer.replace("E617", "E61")).expect("asked");
        assert!(wrong.is_err());
        assert_eq!(places(folder.path()).0.len(), 1 + states, "a refused table changes nothing");
        std::fs::write(folder.path().join("comuni.csv"), "what?").expect("written");
        let (again, fault) = places(folder.path());
        assert_eq!((again.len(), fault.is_some()), (carried.len(), true));
    }
}
