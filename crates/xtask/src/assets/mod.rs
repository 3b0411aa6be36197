//! Fonts and pictures, made from npm packages that a lock file pins.
//!
//! Results are kept under `target/assets/` by a hash of everything they depend on, so that a
//! build without new characters or pictures does no work and needs no network.

#[cfg(test)]
mod certificates;
mod characters;
mod drawings;
mod fonts;
mod icons;

use crate::dist::{self, Dist};
use crate::{place, run};
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The folder of the npm packages' list and lock.
const PACKAGES: &str = "crates/xtask/assets";

/// Raised when the way of making changes, so that older results are not taken for current.
const RECIPE: &str = "2";

/// Everything the results depend on.
pub struct Wanted {
    lock: String,
    /// What learners read in lessons.
    learner: BTreeSet<char>,
    /// What the interface shows in Japanese, with kana for furigana.
    interface: BTreeSet<char>,
    icons: icons::List,
    /// Pictures that lessons name.
    pictures: BTreeSet<String>,
    own_pictures: BTreeMap<String, String>,
}

impl Wanted {
    /// Looks through lessons, locales and the list of icons.
    pub fn gather() -> Result<Self> {
        let root = place::root();
        let mut own_pictures = BTreeMap::new();
        for (name, path) in place::files_below(&root.join("static/pictures"))? {
            if let Some(name) = name.strip_suffix(".svg") {
                own_pictures.insert(name.to_owned(), place::text(&path)?);
            }
        }
        let interface = characters::japanese_in(&root.join("locales"), |name| {
            // What only tools say needs no font of ours.
            let area = name
                .rsplit('/')
                .next()
                .and_then(|file| file.strip_suffix(".ftl"));
            !area.is_some_and(|area| texts::APART.iter().any(|(apart, _)| *apart == area))
        })?;
        let mut learner = characters::japanese_in(&root.join("lessons"), |_| true)?;
        learner.extend(&interface);
        let icons = icons::List::parse(&place::text(&root.join("static/icons.toml"))?)?;
        let pictures = icons.named_in(&root.join("lessons"))?;
        Ok(Self {
            lock: place::text(&root.join(PACKAGES).join("package-lock.json"))?,
            learner,
            interface,
            icons,
            pictures,
            own_pictures,
        })
    }
}

/// What the build takes over.
pub struct Assets {
    learner: Vec<u8>,
    interface: Vec<u8>,
    certificate: Vec<u8>,
    /// A sprite of lesson pictures, a symbol each.
    pub pictures: Vec<u8>,
    /// A sprite of interface icons, carried by the page itself.
    pub icons: String,
    /// Who made the fonts and pictures, and the full text of their licences.
    pub licences: Vec<u8>,
}

/// Names of the fonts in the site.
pub struct FontNames {
    pub learner: String,
    pub interface: String,
    pub certificate: String,
}

/// Held while assets are made: tests run side by side in one process, and two of them must not write the same files.
static MAKING: Mutex<()> = Mutex::new(());

/// Held while packages are installed, for the same reason: two `npm ci` in one folder break each other.
static INSTALLING: Mutex<()> = Mutex::new(());

/// Takes the lock. One that a failed test has left behind guards nothing that could be half done.
fn hold(lock: &'static Mutex<()>) -> MutexGuard<'static, ()> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Returns the assets, making those that are not current.
pub fn make(wanted: &Wanted) -> Result<Assets> {
    let _making = hold(&MAKING);
    let klee = || {
        let path = "@expo-google-fonts/klee-one/400Regular/KleeOne_400Regular.ttf";
        fonts::Face::read("Klee One", &package(path))
    };
    let biz = || {
        let path = "@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf";
        fonts::Face::read("BIZ UDPGothic", &package(path))
    };
    let drawings = drawings::Drawings::new(&wanted.own_pictures);
    let drawn = format!("{:?}{:?}", wanted.icons, wanted.own_pictures);
    let notice = place::text(&place::root().join("NOTICE"))?;
    let text = |bytes| String::from_utf8(bytes).context("a sprite is not text");
    Ok(Assets {
        learner: wanted.kept("klee-one.woff2", &format!("{:?}", wanted.learner), || {
            klee()?.web(&wanted.learner)
        })?,
        interface: wanted.kept(
            "biz-udpgothic.woff2",
            &format!("{:?}", wanted.interface),
            || biz()?.web(&wanted.interface),
        )?,
        certificate: wanted.kept("certificate.ttf", "", || biz()?.certificate())?,
        pictures: wanted.kept(
            "pictures.svg",
            &format!("{drawn}{:?}", wanted.pictures),
            || wanted.icons.picture_sprite(&wanted.pictures, &drawings),
        )?,
        licences: wanted.kept("licences.txt", &notice, || licences(&notice))?,
        icons: text(wanted.kept("icons.svg", &drawn, || {
            wanted.icons.interface_sprite(&drawings)
        })?)?,
    })
}

impl Wanted {
    /// The names of the pictures that packs may use.
    pub fn picture_names(&self) -> Vec<&str> {
        self.icons.picture_names()
    }

    /// The result called `name`, from the last time when the lock and `inputs` are the same.
    fn kept(
        &self,
        name: &str,
        inputs: &str,
        make: impl FnOnce() -> Result<Vec<u8>>,
    ) -> Result<Vec<u8>> {
        let key = dist::hash([RECIPE, &self.lock, inputs].join("\0").as_bytes());
        let folder = place::target().join("assets");
        let path = folder.join(format!("{}-{name}", &key[..16]));
        if let Ok(bytes) = std::fs::read(&path) {
            return Ok(bytes);
        }
        install()?;
        println!("making {name}");
        let bytes = make()?;
        std::fs::create_dir_all(&folder)?;
        // Written beside and renamed, so that a run that is broken off leaves no half file.
        let beside = folder.join(format!("{}-{name}.part", &key[..16]));
        std::fs::write(&beside, &bytes)?;
        std::fs::rename(&beside, &path)?;
        Ok(bytes)
    }
}

/// Files of the packages whose text has to go along with what is made of them.
const LICENCES: [&str; 4] = [
    "@expo-google-fonts/klee-one/LICENSE_FONT",
    "@expo-google-fonts/biz-udpgothic/LICENSE_FONT",
    "lucide-static/LICENSE",
    "healthicons/LICENSE",
];

fn licences(notice: &str) -> Result<Vec<u8>> {
    let mut all = notice.to_owned();
    for name in LICENCES {
        all.push_str(&format!("\n\n======== {name}\n\n"));
        all.push_str(&place::text(&package(name))?);
    }
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        all.push_str(&format!("\n\n======== {name}\n\n"));
        all.push_str(&place::text(&place::root().join(name))?);
    }
    Ok(all.into_bytes())
}

/// A file inside the installed packages.
fn package(inside: &str) -> PathBuf {
    place::root()
        .join(PACKAGES)
        .join("node_modules")
        .join(inside)
}

/// Installs the packages when the lock has changed since the last time.
fn install() -> Result<()> {
    let _installing = hold(&INSTALLING);
    let folder = place::root().join(PACKAGES);
    let lock = place::text(&folder.join("package-lock.json"))?;
    let mark = folder.join("node_modules/.installed");
    let key = dist::hash(lock.as_bytes());
    if std::fs::read_to_string(&mark).is_ok_and(|done| done == key) {
        return Ok(());
    }
    let npm = run::npm(&["ci", "--ignore-scripts", "--omit=dev"], PACKAGES);
    run::done(npm, "npm ci (fonts and pictures)")
        .context("Node 20 or newer with npm is needed for fonts and pictures")?;
    std::fs::write(mark, key)?;
    Ok(())
}

impl Assets {
    /// Adds the fonts to the site.
    pub fn add_fonts(&self, dist: &mut Dist) -> FontNames {
        FontNames {
            learner: dist.hashed("klee-one", "woff2", self.learner.clone()),
            interface: dist.hashed("biz-udpgothic", "woff2", self.interface.clone()),
            certificate: dist.hashed("certificate-font", "ttf", self.certificate.clone()),
        }
    }

    /// Prints what was made and how large it is.
    pub fn report(&self) {
        let files = [
            ("learner font", self.learner.len()),
            ("interface font", self.interface.len()),
            ("certificate font", self.certificate.len()),
            ("pictures", self.pictures.len()),
            ("icons, in the page", self.icons.len()),
        ];
        for (name, bytes) in files {
            println!("{:>8.1} KB  {name}", bytes as f64 / 1024.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn certificates_can_show_every_joyo_kanji() -> Result<()> {
        make(&Wanted::gather()?)?;
        // What was made lies in a cache; the list itself is needed too.
        install()?;
        let list = place::text(&package("joyo-kanji/index.js"))?;
        let kanji: BTreeSet<char> = list
            .chars()
            .filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c))
            .collect();
        assert!(
            kanji.len() >= 2_100,
            "the list of Jōyō kanji holds only {}",
            kanji.len()
        );
        let path = "@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf";
        let missing = fonts::Face::read("BIZ UDPGothic", &package(path))?.missing(&kanji);
        assert!(missing.is_empty(), "{missing:?}");
        Ok(())
    }

    #[test]
    fn every_japanese_character_has_its_glyph() -> Result<()> {
        // Making the fonts fails with the list of characters that have none.
        let assets = make(&Wanted::gather()?)?;
        assert!(
            assets.learner.len() <= 370 * 1024,
            "the learner font is over 370 KB"
        );
        Ok(())
    }
}
