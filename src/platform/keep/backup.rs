//! Backup, restore and erasing, beside the learner's log.
//!
//! Invariants: a file is judged whole before anything is written; what is restored is on disk before it counts; a file
//! with records of more than one learner is refused, for none of our programs writes one.

use super::shelf::Shelf;
use super::{Begun, Desk, begin, say};
use crate::chosen::Chosen;
use domain::ids::ProfileId;
use domain::records::backup::{self, Backup, BackupFault};
use domain::records::fold::Spans;
use domain::records::{Record, decode_all};
use std::hash::{DefaultHasher, Hash, Hasher};

impl Desk {
    /// Answers with the file of all that the two stores have.
    pub(super) async fn backup(&mut self, lines: &[&str]) {
        let log = match &self.shelf {
            Some(shelf) => shelf.lines(&self.learner).await,
            None => Ok(Vec::new()),
        };
        let log = log.unwrap_or_else(|error| {
            // The page then says that the file has one store only.
            say(format!("refused\n{error}"));
            Vec::new()
        });
        // What no store has taken yet is in the file too.
        let pending = self.log.pending().map(Record::encode);
        let all = log.iter().map(String::as_str).chain(pending);
        let all = all.chain(lines.iter().copied());
        let (mut records, damaged) = decode_all(all);
        let name = self.log.now().setting("name").unwrap_or_default();
        let Ok(learner) = self.learner.parse::<ProfileId>() else {
            return say("backup".into());
        };
        records.retain(|record| record.profile == learner);
        let damaged = damaged.iter().map(|bad| bad.line.to_string()).collect();
        let app = env!("CARGO_PKG_VERSION");
        let file = backup::write(app, &learner, name, &records, &damaged);
        say(format!("backup\n{file}"));
    }

    /// Answers what a file holds and what restoring it would do.
    pub(super) async fn inspect(&self, file: &str) {
        let chosen = match self.judge(file).await {
            Ok((backup, here)) => Chosen::of(&backup, backup.difference(&here)),
            Err(refused) => refused,
        };
        say(format!("inspected\n{}", chosen.write()));
    }

    /// Adds what a file has and the log lacks; answers what was done.
    pub(super) async fn restore(&mut self, file: &str) {
        let chosen = match self.judge(file).await {
            Ok((backup, here)) => self.merge(&backup, &here).await,
            Err(refused) => refused,
        };
        say(format!("restored\n{}", chosen.write()));
    }

    /// The file read whole, with what is here already of its learner.
    async fn judge(&self, file: &str) -> Result<(Backup, Spans), Chosen> {
        let backup = backup::read(file.as_bytes()).map_err(Chosen::refused)?;
        let profile = &backup.header.profile;
        if backup
            .records
            .iter()
            .any(|record| record.profile != *profile)
        {
            return Err(Chosen::refused(BackupFault::Changed));
        }
        if profile.as_str() == self.learner {
            let here = self.log.here();
            return Ok((backup, here));
        }
        let shelf = self.shelf.as_ref().ok_or_else(Chosen::not_kept)?;
        let log = shelf.lines(profile.as_str()).await;
        let log = log.map_err(|_| Chosen::not_kept())?;
        let mut here = Spans::default();
        for record in decode_all(log.iter().map(String::as_str)).0 {
            here.add(record.id());
        }
        Ok((backup, here))
    }

    async fn merge(&mut self, backup: &Backup, here: &Spans) -> Chosen {
        let profile = backup.header.profile.as_str();
        let fresh = backup.records.iter();
        let fresh = fresh.filter(|record| !here.contains(record.id()));
        let mut rows: Vec<(String, String)> = fresh
            .map(|record| {
                let id = record.id();
                let place = format!("{}.{}", id.writer, id.counter);
                (place, record.encode().to_owned())
            })
            .collect();
        // What cannot be read is kept under what it says, so that restoring twice is restoring once.
        for bad in &backup.quarantine {
            let mut sum = DefaultHasher::new();
            bad.line.hash(&mut sum);
            rows.push((
                format!("damaged.{:016x}", sum.finish()),
                bad.line.to_string(),
            ));
        }
        let Some(shelf) = self.shelf.as_ref().filter(|_| !self.newer) else {
            return Chosen::not_kept();
        };
        if let Err(error) = shelf.restore(profile, &rows).await {
            say(format!("refused\n{error}"));
            return Chosen::not_kept();
        }
        let chosen = Chosen::of(backup, backup.difference(here));
        // What a mirror alone knows stays known.
        let more = (self.log.lost() > 0).then(|| self.log.now().as_ref().clone());
        if profile == self.learner
            && let Ok(Begun { mut log, .. }) = begin(shelf, profile, more).await
        {
            let waiting: Vec<Record> = self.log.pending().cloned().collect();
            log.take(waiting);
            log.settle();
            self.log = log;
            self.refold().await;
        }
        chosen
    }
}

/// Takes a learner's records out of IndexedDB; says whether that was done.
pub(super) async fn erase(learner: &str) -> bool {
    let erased = match Shelf::open().await {
        Ok(shelf) => shelf.erase(learner).await,
        Err(error) => Err(error),
    };
    let answer = if erased.is_ok() { "done" } else { "failed" };
    say(format!("erased\n{answer}"));
    erased.is_ok()
}
