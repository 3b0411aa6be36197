//! What a chosen backup file holds, as the worker tells the page before and after anything is merged.

use domain::ids::ProfileId;
use domain::records::backup::{Backup, BackupFault, Difference};
use serde::{Deserialize, Serialize};

/// A file that somebody chose.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Chosen {
    /// Why it is refused, or why it could not be written; empty when nothing is wrong.
    pub fault: String,
    /// Records that a cut file promises.
    pub expected: usize,
    /// Records that a cut file has.
    pub found: usize,
    /// Whose it is; none when it is refused.
    pub profile: Option<ProfileId>,
    /// The learner's name, or nothing.
    pub name: String,
    /// Records in it.
    pub count: usize,
    /// Records that are not here yet.
    pub new: usize,
    /// Records that are here already.
    pub known: usize,
    /// Lines that cannot be read.
    pub damaged: usize,
    /// The whole file was checked, not only each record for itself.
    pub verified: bool,
}

impl Chosen {
    /// A file that can be restored.
    pub fn of(backup: &Backup, difference: Difference) -> Self {
        Self {
            profile: Some(backup.header.profile.clone()),
            name: backup.header.name.clone(),
            count: backup.records.len(),
            new: difference.new,
            known: difference.known,
            damaged: difference.damaged,
            verified: backup.is_verified(),
            ..Self::default()
        }
    }

    /// A file that is refused.
    pub fn refused(fault: BackupFault) -> Self {
        let (expected, found) = match fault {
            BackupFault::Truncated { expected, found } => (expected, found),
            BackupFault::Empty
            | BackupFault::NotABackup
            | BackupFault::Newer(_)
            | BackupFault::Changed => (0, 0),
        };
        let fault = match fault {
            BackupFault::Empty => "empty",
            BackupFault::NotABackup => "not-a-backup",
            BackupFault::Newer(_) => "newer",
            BackupFault::Truncated { .. } => "truncated",
            BackupFault::Changed => "changed",
        };
        Self {
            fault: fault.into(),
            expected,
            found,
            ..Self::default()
        }
    }

    /// The stores did not take or give what they should.
    pub fn not_kept() -> Self {
        Self {
            fault: "store".into(),
            ..Self::default()
        }
    }

    /// As JSON.
    pub fn write(&self) -> String {
        // Names and numbers only: nothing in it can fail to be written.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What [`Chosen::write`] wrote.
    pub fn read(text: &str) -> Option<Self> {
        crate::platform::json::read(text).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_as_it_was_written() {
        let cut = Chosen::refused(BackupFault::Truncated {
            expected: 4,
            found: 3,
        });
        assert_eq!(Chosen::read(&cut.write()), Some(cut));
        let whole = Chosen {
            profile: "p1".parse().ok(),
            name: "Sari さん".into(),
            new: 3,
            verified: true,
            ..Chosen::default()
        };
        assert_eq!(Chosen::read(&whole.write()), Some(whole));
    }
}
