//! What can go wrong with a command itself, as data until it is shown.

use std::io;
use std::path::{Path, PathBuf};
use texts::ToolTexts;

/// Why a command could not do its work.
#[derive(Debug)]
pub enum Trouble {
    /// Something is there where a new folder is to be written.
    Exists(PathBuf),
    /// A file or folder that cannot be read.
    CannotRead(PathBuf, io::Error),
    /// A file or folder that cannot be written.
    CannotWrite(PathBuf, io::Error),
}

impl Trouble {
    /// Reading failed at this path.
    pub fn reading(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::CannotRead(path.to_owned(), error)
    }

    /// Writing failed at this path.
    pub fn writing(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::CannotWrite(path.to_owned(), error)
    }

    /// The sentence for a person.
    pub fn text(&self, texts: &ToolTexts) -> String {
        match self {
            Self::Exists(path) => texts.tool_exists(path.display()),
            Self::CannotRead(path, error) => texts.tool_cannot_read(error, path.display()),
            Self::CannotWrite(path, error) => texts.tool_cannot_write(error, path.display()),
        }
    }
}
