//! A year of use: 200 answers a day. The state stays small, a restart is exact, the mirror fits.

use domain::records::RECORD_MAX;
use domain::records::fold::{Ledger, MIRROR_MAX, State, fold, pack_mirror, unpack_mirror};
use recall::Fsrs6;
use std::rc::Rc;
use testkit::{FakeClock, Luck, year};

#[test]
fn a_year_of_use_starts_from_a_snapshot_and_fits_its_mirror() {
    let (mut luck, mut clock) = (Luck::new(365), FakeClock::default());
    let log = year("ani", &mut luck, &mut clock);
    assert!(log.len() >= 73_000);
    let longest = log.iter().map(|record| record.encode().len()).max();
    assert!(longest <= Some(RECORD_MAX));

    let recall = Rc::new(Fsrs6::default());
    let mut ledger = Ledger::new(State::default(), recall.clone());
    for part in log.chunks(5000) {
        assert!(!ledger.add(part.iter().cloned()).needs_log);
    }
    let snapshot = ledger.snapshot().0.to_snapshot();
    let base = State::from_snapshot(&snapshot).expect("a snapshot is read");
    let mut restarted = Ledger::new(base, recall.clone());
    let tail = log.len() - usize::try_from(restarted.now().covered().count()).expect("few");
    assert!(tail <= 600, "{tail} records after the snapshot");
    restarted.add(log[log.len() - tail..].iter().cloned());
    let now = restarted.now();
    assert_eq!(**now, **ledger.now());
    assert_eq!(**now, fold(log, &*recall));

    // The browser deflates; here a library does.
    let deflated = miniz_oxide::deflate::compress_to_vec_zlib(now.to_snapshot().as_bytes(), 6);
    let mirror = pack_mirror(&deflated);
    let units = mirror.encode_utf16().count();
    assert!(
        units <= MIRROR_MAX / 2,
        "{units} units; the snapshot has {} bytes",
        snapshot.len()
    );
    let inflated = miniz_oxide::inflate::decompress_to_vec_zlib(
        &unpack_mirror(&mirror).expect("a mirror is read"),
    );
    let text = String::from_utf8(inflated.expect("it was deflated")).expect("it is text");
    assert_eq!(
        State::from_snapshot(&text).expect("a snapshot is read"),
        **now,
        "nothing is left out"
    );
}
