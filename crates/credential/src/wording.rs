//! The words printed around the content, in the language of the document.
//!
//! Invariant: what a certificate is and is not stands here, in every language, and cannot be worded by the caller.

use crate::content::Grade;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Labels and headings, filled from the app's texts. See `docs/certificates.md`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// Language tag of the document.
    pub lang: String,
    /// "Nama".
    pub name: String,
    /// "Telah lulus semua cek dan tes dari".
    pub passed: String,
    /// "Tingkat".
    pub level: String,
    /// "Masa belajar".
    pub studied: String,
    /// The days of study as one sentence or span: "1 – 24 November 2026".
    pub period: String,
    /// "Diterbitkan".
    pub issued: String,
    /// The day of issue in full: "24 November 2026".
    pub issued_day: String,
    /// "Pengawasan".
    pub supervision: String,
    /// "Tidak diawasi".
    pub unsupervised: String,
    /// "Materi".
    pub material: String,
    /// "Nomor".
    pub serial: String,
    /// "Kode isi".
    pub code: String,
    /// "Hasil tes".
    pub test_results: String,
    /// "Hasil cek pelajaran".
    pub lesson_results: String,
    /// Column heads: "Bagian", "Pelajaran", "Formulir", "Tanggal", "Benar".
    pub section: String,
    /// See [`Wording::section`].
    pub lesson: String,
    /// See [`Wording::section`].
    pub form: String,
    /// See [`Wording::section`].
    pub date: String,
    /// See [`Wording::section`].
    pub right: String,
    /// "Seluruhnya".
    pub total: String,
    /// "Tes ini sementara: …".
    pub provisional: String,
    /// "dibaca, tidak didengar", of a section that was to be heard.
    pub unheard: String,
    /// "Yang dapat dilakukan".
    pub covers: String,
    /// How days are written in tables, by their ISO form: "24 Nov 2026"; a day that is not here is printed as it stands.
    pub days: BTreeMap<String, String>,
}

impl Wording {
    /// A day as the reader writes it.
    pub fn day<'a>(&'a self, iso: &'a str) -> &'a str {
        self.days.get(iso).map_or(iso, String::as_str)
    }
}

/// The languages of the fixed words, the reference first.
pub const LANGUAGES: [&str; 3] = ["id", "en", "ja"];

impl Grade {
    /// What such a document is called.
    pub fn title(self, lang: &str) -> &'static str {
        match (self, lang) {
            (Self::SelfStudy, "ja") => "自習の記録",
            (Self::SelfStudy, "en") => "Self-study record",
            (Self::SelfStudy, _) => "Catatan Belajar Mandiri",
            (Self::Centre, "ja") => "教育機関の証明書",
            (Self::Centre, "en") => "Centre certificate",
            (Self::Centre, _) => "Sertifikat Lembaga",
        }
    }

    /// What it proves and what not; nothing for a grade whose signature says so itself.
    pub fn notice(self, lang: &str) -> Option<&'static str> {
        match (self, lang) {
            (Self::SelfStudy, "ja") => Some(
                "自習の記録 — この端末のアプリが作成したものです。試験監督はなく、機関の署名もありません。JLPT・JFTの結果ではありません。",
            ),
            (Self::SelfStudy, "en") => Some(
                "SELF-STUDY RECORD — made by the app on this device; not supervised, not signed by an institution, not a JLPT/JFT result.",
            ),
            (Self::SelfStudy, _) => Some(
                "CATATAN BELAJAR MANDIRI — dibuat oleh aplikasi di perangkat ini; tidak diawasi, tidak ditandatangani lembaga, bukan hasil JLPT/JFT.",
            ),
            (Self::Centre, _) => None,
        }
    }
}
