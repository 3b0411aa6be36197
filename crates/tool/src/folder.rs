//! Folders of files to maps of bytes, and back. Links are not followed.

use crate::trouble::Trouble;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Every file below `folder` by its path within it, `/` between folders; hidden files are passed over.
pub fn read(folder: &Path) -> Result<pack::Files, Trouble> {
    let mut files = BTreeMap::new();
    collect(folder, "", &mut files)?;
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut pack::Files) -> Result<(), Trouble> {
    for entry in fs::read_dir(folder).map_err(Trouble::reading(folder))? {
        let entry = entry.map_err(Trouble::reading(folder))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type().map_err(Trouble::reading(folder))?;
        if name.starts_with('.') || kind.is_symlink() {
            continue;
        }
        let (inside, path) = (format!("{prefix}{name}"), entry.path());
        if kind.is_dir() {
            collect(&path, &format!("{inside}/"), files)?;
        } else {
            let bytes = fs::read(&path).map_err(Trouble::reading(&path))?;
            files.insert(inside, bytes);
        }
    }
    Ok(())
}

/// Writes files into a folder that does not exist yet.
pub fn write(out: &Path, files: &pack::Files) -> Result<(), Trouble> {
    if out.exists() {
        return Err(Trouble::Exists(out.to_owned()));
    }
    for (name, bytes) in files {
        let path = out.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(Trouble::writing(folder))?;
        }
        fs::write(&path, bytes).map_err(Trouble::writing(&path))?;
    }
    Ok(())
}

/// Replaces a file at once: whatever happens, either the old or the new text is there.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // Hidden, so that a leftover is no lesson.
    let beside = path.with_file_name(format!(".{name}.new"));
    fs::write(&beside, bytes).map_err(Trouble::writing(path))?;
    fs::rename(&beside, path).map_err(Trouble::writing(path))
}
