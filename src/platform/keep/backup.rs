//! Backup, restore and erasing, beside the learner's log.
//!
//! Invariants: a file is judged whole before anything is written; what is restored is on disk before it counts; a file
//! with records of more than one learner is refused, for none of our programs writes one.

use super::{Desk, STORE, database, key, range, say};
use crate::chosen::Chosen;
use domain::ids::ProfileId;
use domain::records::backup::{self, Backup, BackupFault};
use domain::records::fold::Spans;
use domain::records::{Record, decode_all};
use idb::Query;
use std::hash::{DefaultHasher, Hash, Hasher};

impl Desk {
    /// Answers with the file of all that the two stores have.
    pub(super) async fn backup(&mut self, lines: &[&str]) {
        let log = match self.log(&self.learner).await {
            Ok(log) => log,
            Err(error) => {
                // The page then says that the file has one store only.
                say(format!("refused\n{error}"));
                Vec::new()
            }
        };
        let all = log.iter().map(String::as_str).chain(lines.iter().copied());
        let (records, _) = decode_all(all);
        let name = self.ledger.now().settings().find(|(key, _)| *key == "name");
        let name = name.map_or("", |(_, name)| name);
        let Ok(learner) = self.learner.parse::<ProfileId>() else {
            return say("backup".into());
        };
        let records: Vec<Record> = records
            .into_iter()
            .filter(|record| record.profile == learner)
            .collect();
        let file = backup::write(env!("CARGO_PKG_VERSION"), &learner, name, &records);
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
            let here = self.ledger.now().covered().clone();
            return Ok((backup, here));
        }
        let log = self.log(profile.as_str()).await;
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
        let fresh: Vec<Record> = fresh
            .filter(|record| !here.contains(record.id()))
            .cloned()
            .collect();
        let mut rows: Vec<(String, String)> = fresh
            .iter()
            .map(|record| (key(profile, record), record.encode().to_owned()))
            .collect();
        // What cannot be read is kept under what it says, so that restoring twice is restoring once.
        for bad in &backup.quarantine {
            let mut sum = DefaultHasher::new();
            bad.line.hash(&mut sum);
            let key = format!("{profile}.damaged.{:016x}", sum.finish());
            rows.push((key, bad.line.to_string()));
        }
        if let Err(error) = self.write(&rows).await {
            say(format!("refused\n{error}"));
            return Chosen::not_kept();
        }
        let chosen = Chosen::of(backup, backup.difference(here));
        if profile == self.learner {
            let damaged = backup.quarantine.iter().map(|bad| bad.line.to_string());
            self.damaged.extend(damaged);
            self.ledger.add(fresh);
            self.refold(&[]).await;
        }
        chosen
    }
}

/// Takes a learner's records out of IndexedDB; says whether that was done.
pub(super) async fn erase(learner: &str) -> bool {
    let erasing = async {
        let database = database().await?;
        let transaction = database.transaction(&[STORE], idb::TransactionMode::ReadWrite)?;
        transaction
            .object_store(STORE)?
            .delete(Query::from(range(learner)?))?
            .await?;
        transaction.await.map(|_| ())
    };
    let erased: Result<(), idb::Error> = erasing.await;
    let answer = if erased.is_ok() { "done" } else { "failed" };
    say(format!("erased\n{answer}"));
    erased.is_ok()
}
