//! The backup file: a header line of JSON, then one record a line.
//!
//! Invariants: reading never panics and touches nothing; a file that is not whole is refused with the reason; restoring
//! is the union of two sets, so restoring twice is restoring once. `docs/records.md` describes the file.

use super::fold::Spans;
use super::{Quarantined, Record, decode_all};
use crate::ids::ProfileId;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// The version of the file that this code writes, and the newest it reads.
pub const FORMAT: u32 = 1;

/// What the first cell of a header says.
const KIND: &str = "backup";

/// The first line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    kakehashi: String,
    format: u32,
    /// Version of the app that wrote it.
    #[serde(default)]
    pub app: String,
    /// The learner.
    pub profile: ProfileId,
    /// The learner's name.
    #[serde(default)]
    pub name: String,
    /// How many records follow.
    pub count: usize,
    /// SHA-256 of the record lines, each with its line break. Empty in a file from the rescue page, which has no
    /// cryptography: there the checksum of each record has to do.
    #[serde(default)]
    pub sha256: String,
}

/// A backup that was read whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Backup {
    /// Whose it is and who wrote it.
    pub header: Header,
    /// Its records, in the order of the file.
    pub records: Vec<Record>,
    /// Lines that are no whole records, though the file is as it was written.
    pub quarantine: Vec<Quarantined>,
}

/// Why a file is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupFault {
    /// Nothing in it.
    Empty,
    /// Not a backup of Kakehashi.
    NotABackup,
    /// Written by a newer version of the app.
    Newer(u32),
    /// Its end is missing.
    Truncated {
        /// Records that the header promises.
        expected: usize,
        /// Lines that are there.
        found: usize,
    },
    /// Something was changed after it was written.
    Changed,
}

/// What a restore would do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Records that are not here yet.
    pub new: usize,
    /// Records that are here already.
    pub known: usize,
    /// Lines that cannot be read; they go to quarantine.
    pub damaged: usize,
}

/// The file of a learner's records, whatever their order, and of lines that could not be read: they are not dropped.
pub fn write(
    app: &str,
    profile: &ProfileId,
    name: &str,
    records: &[Record],
    damaged: &BTreeSet<String>,
) -> String {
    let mut records: Vec<&Record> = records.iter().collect();
    records.sort_by(|a, b| a.place.cmp(&b.place));
    records.dedup_by(|a, b| a.id() == b.id());
    let mut body = String::new();
    for record in &records {
        body.push_str(record.encode());
        body.push('\n');
    }
    // One line each: only a damaged one has a line break in it.
    let damaged = damaged.iter().map(|line| line.replace(['\r', '\n'], " "));
    let damaged: Vec<String> = damaged.filter(|line| !line.is_empty()).collect();
    for line in &damaged {
        body.push_str(line);
        body.push('\n');
    }
    let header = Header {
        kakehashi: KIND.into(),
        format: FORMAT,
        app: app.into(),
        profile: profile.clone(),
        name: name.into(),
        count: records.len() + damaged.len(),
        sha256: hex(&Sha256::digest(body.as_bytes())),
    };
    let header = serde_json::to_string(&header).unwrap_or_default();
    format!("{header}\n{body}")
}

/// Reads a file that somebody chose.
pub fn read(bytes: &[u8]) -> Result<Backup, BackupFault> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(BackupFault::Empty);
    }
    // A program that changes line breaks does no harm.
    let mut lines = text.lines();
    let header = read_header(lines.next().unwrap_or(""))?;
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    if lines.len() < header.count {
        return Err(BackupFault::Truncated {
            expected: header.count,
            found: lines.len(),
        });
    }
    if !header.sha256.is_empty() {
        let mut hash = Sha256::new();
        for line in &lines {
            hash.update(line.as_bytes());
            hash.update(b"\n");
        }
        if hex(&hash.finalize()) != header.sha256.to_ascii_lowercase() {
            // A last line that was cut is told apart from a change elsewhere.
            let whole = lines
                .last()
                .is_some_and(|line| Record::decode(line).is_ok());
            let cut = !whole && !text.ends_with('\n');
            let truncated = BackupFault::Truncated {
                expected: header.count,
                found: lines.len() - 1,
            };
            return Err(if cut { truncated } else { BackupFault::Changed });
        }
    }
    let (records, quarantine) = decode_all(lines);
    Ok(Backup {
        header,
        records,
        quarantine,
    })
}

/// What the header must say before anything else is read; a newer file may say the rest in another way.
#[derive(Deserialize)]
struct Label {
    kakehashi: String,
    format: u32,
}

fn read_header(line: &str) -> Result<Header, BackupFault> {
    let label: Label = serde_json::from_str(line).map_err(|_| BackupFault::NotABackup)?;
    if label.kakehashi != KIND || label.format == 0 {
        return Err(BackupFault::NotABackup);
    }
    if label.format > FORMAT {
        return Err(BackupFault::Newer(label.format));
    }
    serde_json::from_str(line).map_err(|_| BackupFault::NotABackup)
}

impl Backup {
    /// What restoring would add to records that are here, given by their identities.
    pub fn difference(&self, here: &Spans) -> Difference {
        let mut all = here.clone();
        let mut difference = Difference {
            damaged: self.quarantine.len(),
            ..Difference::default()
        };
        for record in &self.records {
            if all.contains(record.id()) {
                difference.known += 1;
            } else {
                difference.new += 1;
                all.add(record.id());
            }
        }
        difference
    }

    /// Whether the whole file was checked, not only each record for itself.
    pub fn is_verified(&self) -> bool {
        !self.header.sha256.is_empty()
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::{Event, Setting, Stamp, Writer};
    use crate::shuffle;

    fn records(count: u32) -> Vec<Record> {
        let mut writer = Writer::new("p1".parse().unwrap(), "00112233445566aa".parse().unwrap());
        let setting = |n| Event::Setting(Setting::new("name", &format!("Sari さん {n}")));
        (0..count)
            .map(|n| writer.write(Stamp::default(), setting(n)).unwrap())
            .collect()
    }

    fn file(count: u32) -> String {
        write(
            "0.1.0",
            &"p1".parse().unwrap(),
            "Sari \"さん\"",
            &records(count),
            &BTreeSet::new(),
        )
    }

    #[test]
    fn what_was_written_is_read() {
        let mut shuffled = records(5);
        shuffled.reverse();
        shuffled.push(shuffled[0].clone());
        assert_eq!(
            write(
                "0.1.0",
                &"p1".parse().unwrap(),
                "Sari \"さん\"",
                &shuffled,
                &BTreeSet::new()
            ),
            file(5)
        );
        let backup = read(file(5).as_bytes()).unwrap();
        assert_eq!(backup.records, records(5));
        assert_eq!(
            (backup.header.name.as_str(), backup.header.app.as_str()),
            ("Sari \"さん\"", "0.1.0")
        );
        assert!(backup.is_verified() && backup.quarantine.is_empty());
        assert_eq!(read(file(0).as_bytes()).unwrap().records, []);
    }

    #[test]
    fn lines_that_cannot_be_read_go_along() {
        let damaged = ["[1,\"p1\",cut".to_owned(), "two\nlines".to_owned()].into();
        let file = write(
            "0.1.0",
            &"p1".parse().unwrap(),
            "Ani",
            &records(2),
            &damaged,
        );
        let backup = read(file.as_bytes()).unwrap();
        assert_eq!((backup.header.count, backup.records), (4, records(2)));
        let kept: Vec<&str> = backup.quarantine.iter().map(|bad| &*bad.line).collect();
        assert_eq!(kept, ["[1,\"p1\",cut", "two lines"]);
    }

    #[test]
    fn a_program_that_changes_line_breaks_does_no_harm() {
        let windows = format!("\u{feff}{}\r\n", file(3).replace('\n', "\r\n"));
        assert_eq!(read(windows.as_bytes()).unwrap().records, records(3));
    }

    #[test]
    fn a_file_that_is_not_whole_is_refused_with_the_reason() {
        let fault = |text: &str| read(text.as_bytes()).unwrap_err();
        let whole = file(4);
        assert_eq!(fault(" \n"), BackupFault::Empty);
        assert_eq!(fault("PK\u{3}\u{4}…"), BackupFault::NotABackup);
        assert_eq!(
            fault("{\"kakehashi\":\"pack\",\"format\":1}"),
            BackupFault::NotABackup
        );
        assert_eq!(
            fault("{\"kakehashi\":\"backup\",\"format\":1}"),
            BackupFault::NotABackup
        );
        assert_eq!(
            fault("{\"kakehashi\":\"backup\",\"format\":9,\"new\":{}}"),
            BackupFault::Newer(9)
        );
        let lines: Vec<&str> = whole.lines().collect();
        assert_eq!(
            fault(&lines[..3].join("\n")),
            BackupFault::Truncated {
                expected: 4,
                found: 2
            }
        );
        assert_eq!(
            fault(&whole[..whole.len() - 9]),
            BackupFault::Truncated {
                expected: 4,
                found: 3
            }
        );
        assert_eq!(
            fault(&whole.replacen("さん 2", "さん 3", 1)),
            BackupFault::Changed
        );
        assert_eq!(
            read(&[0xff, 0xfe, 0, 1]).unwrap_err(),
            BackupFault::NotABackup
        );
    }

    #[test]
    fn a_file_from_the_rescue_page_is_checked_record_by_record() {
        let whole = file(3);
        let hash = serde_json::from_str::<Header>(whole.lines().next().unwrap())
            .unwrap()
            .sha256;
        let rescued = whole.replace(&hash, "").replacen("さん 1", "さん 7", 1);
        let backup = read(rescued.as_bytes()).unwrap();
        assert_eq!((backup.records.len(), backup.quarantine.len()), (2, 1));
        assert!(!backup.is_verified());
    }

    #[test]
    fn the_difference_says_what_a_restore_would_do() {
        let backup = read(file(5).as_bytes()).unwrap();
        let mut here = Spans::default();
        here.add(records(2)[1].id());
        assert_eq!(
            backup.difference(&here),
            Difference {
                new: 4,
                known: 1,
                damaged: 0
            }
        );
        for record in &backup.records {
            here.add(record.id());
        }
        assert_eq!(backup.difference(&here).new, 0, "twice is once");
    }

    #[test]
    fn ten_thousand_damaged_files_never_panic_and_never_pass_as_whole() {
        let whole = file(6);
        let mut state = 99;
        let mut draw = |below: usize| (shuffle::next(&mut state) % below as u64) as usize;
        for _ in 0..10_000 {
            let mut bytes = whole.clone().into_bytes();
            let at = draw(bytes.len());
            match draw(3) {
                0 => bytes[at] ^= 1 << draw(8),
                1 => bytes.truncate(at),
                _ => drop(bytes.drain(at..(at + draw(40)).min(bytes.len()))),
            }
            if let Ok(backup) = read(&bytes) {
                let intact = backup
                    .records
                    .iter()
                    .all(|record| whole.contains(record.encode()));
                assert!(intact, "{}", String::from_utf8_lossy(&bytes));
            }
        }
    }
}
