//! What the program can be started with: the same names as the companion CLI.

use std::ffi::OsString;
use std::path::PathBuf;

/// How this desk is started.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// `--data-dir`: another folder.
    pub(crate) data_dir: Option<PathBuf>,
    /// `--key-file`: the key is in a file.
    pub(crate) key_file: Option<PathBuf>,
    /// `--demo`: clearly marked demonstration data, in a folder of their own.
    pub(crate) demo: bool,
}

impl Arguments {
    /// Reads them; the first one that is not known is the error.
    pub(crate) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, String> {
        let mut read = Self::default();
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            let name = argument.to_string_lossy().into_owned();
            let mut value = || arguments.next().map(PathBuf::from).ok_or_else(|| name.clone());
            match name.as_str() {
                "--data-dir" => read.data_dir = Some(value()?),
                "--key-file" => read.key_file = Some(value()?),
                "--demo" => read.demo = true,
                _ => return Err(name),
            }
        }
        Ok(read)
    }

    /// Whether this is the desk people work at every day.
    pub(crate) fn is_the_usual_desk(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Arguments, String> {
        Arguments::read(words.iter().map(OsString::from))
    }

    #[test]
    fn names_are_those_of_the_cli() {
        let read_all = read(&["--data-dir", "/a", "--key-file", "/b", "--demo"]).expect("all known");
        let wanted = Arguments { data_dir: Some("/a".into()), key_file: Some("/b".into()), demo: true };
        assert_eq!(read_all, wanted);
        assert!(read(&[]).expect("none").is_the_usual_desk());
        assert_eq!(read(&["--data-dir"]), Err("--data-dir".to_owned()));
        assert_eq!(read(&["--prova"]), Err("--prova".to_owned()));
    }
}
