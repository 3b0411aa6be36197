//! Folders of files to maps of bytes, and back. Links are not followed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Every file below `folder` by its path within it, `/` between folders; hidden files are passed over.
pub fn read(folder: &Path) -> Result<pack::Files, String> {
    let mut files = BTreeMap::new();
    collect(folder, "", &mut files)?;
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut pack::Files) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{} cannot be read: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type().map_err(failed)?;
        if name.starts_with('.') || kind.is_symlink() {
            continue;
        }
        let path = format!("{prefix}{name}");
        if kind.is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else {
            files.insert(path, fs::read(entry.path()).map_err(failed)?);
        }
    }
    Ok(())
}

/// Writes files into a folder that does not exist yet.
pub fn write(out: &Path, files: &pack::Files) -> Result<(), String> {
    if out.exists() {
        return Err(format!(
            "{} exists already; name a new folder",
            out.display()
        ));
    }
    for (name, bytes) in files {
        let path = out.join(name);
        let failed =
            |error: std::io::Error| format!("{} cannot be written: {error}", path.display());
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        fs::write(&path, bytes).map_err(failed)?;
    }
    Ok(())
}

/// Replaces a file at once: whatever happens, either the old or the new text is there.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{} cannot be written: {error}", path.display());
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // Hidden, so that a leftover is no lesson.
    let beside = path.with_file_name(format!(".{name}.new"));
    fs::write(&beside, bytes).map_err(failed)?;
    fs::rename(&beside, path).map_err(failed)
}
