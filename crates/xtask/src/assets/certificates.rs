//! Certificates as people get them: with the real font, the real packs and the real texts, read back by poppler.
//!
//! The PDFs stay in `target/certificates`, to be looked at.

use super::{Wanted, make};
use crate::place;
use anyhow::{Context, Result, anyhow, ensure};
use credential::{Content, Fault, Issue, Name, file, missing_glyphs, pdf, serial};
use domain::certificate::{Earned, EarnedLesson, EarnedSection, EarnedTest, Passed};
use domain::day::{Date, Day};
use domain::exam::Tally;
use domain::ids::FormId;
use domain::model::{Index, LessonEntry};
use domain::records::Rule;
use domain::translated::Tr;
use std::collections::BTreeMap;
use std::process::Command;
use texts::{Lang, Texts};

#[path = "../../../../src/certificate/wording.rs"]
mod wording;
use wording::wording;

fn font() -> Result<Vec<u8>> {
    Ok(make(&Wanted::gather()?)?.certificate)
}

/// The index of a pack that ships with the app.
fn index(name: &str) -> Result<Index> {
    let mut files = BTreeMap::new();
    for (inside, path) in place::files_below(&place::root().join("lessons").join(name))? {
        files.insert(inside, place::bytes(&path)?);
    }
    let wanted = Wanted::gather()?;
    let (compiled, _) = pack::compile_folder(&files, &wanted.picture_names());
    let compiled = compiled.with_context(|| format!("{name} does not compile"))?;
    let bytes = compiled
        .files
        .get("index.json")
        .context("a pack has an index")?;
    Ok(serde_json::from_slice(bytes)?)
}

fn day(day: u8) -> Day {
    Day::of_date(Date {
        year: 2026,
        month: 11,
        day,
    })
}

fn passed(at: u8, right: u16, total: u16) -> Passed {
    Passed {
        form: if at.is_multiple_of(3) {
            FormId::B
        } else {
            FormId::A
        },
        day: day(1 + at % 23),
        tally: Tally { right, total },
        rule: Rule::CHECK,
        version: "0.1.0".into(),
    }
}

/// The first certificate of a pack, as somebody earned it.
fn earned(index: &Index) -> Result<Earned> {
    let entry = index
        .certificates
        .first()
        .context("the pack has a certificate")?;
    let lessons = entry.lessons.iter().zip(1u8..);
    let lessons = lessons.map(|(id, at)| {
        let own = index.lessons.iter().find(|lesson| lesson.id == *id);
        Ok(lesson(index, own.context("a lesson is missing")?, at))
    });
    let test = entry.test.as_ref().map(|id| {
        let own = index
            .tests
            .iter()
            .find(|test| test.id == *id)
            .context("a test is missing")?;
        let sections = own
            .sections
            .iter()
            .zip(7u16..)
            .map(|(section, right)| EarnedSection {
                id: section.id.clone(),
                title: section.title.clone(),
                tally: Tally { right, total: 10 },
                unheard: section.id.as_str() == "listening",
            });
        Ok::<_, anyhow::Error>(EarnedTest {
            id: id.clone(),
            title: own.title.clone(),
            result: passed(22, 34, 40),
            sections: sections.collect(),
        })
    });
    Ok(Earned {
        id: entry.id.clone(),
        title: entry.title.clone(),
        pack: index.id.clone(),
        pack_title: index.title.clone(),
        version: index.version.as_str().into(),
        first_language: index.first_language().into(),
        level: index.level.as_str().into(),
        from: day(1),
        to: day(23),
        lessons: lessons.collect::<Result<_>>()?,
        test: test.transpose()?,
    })
}

fn lesson(index: &Index, own: &LessonEntry, at: u8) -> EarnedLesson {
    let can_dos = index
        .can_dos
        .iter()
        .filter(|can_do| can_do.lesson == own.id);
    EarnedLesson {
        id: own.id.clone(),
        number: own.number,
        title: own.title.clone(),
        section: own.section.clone(),
        can_dos: can_dos
            .map(|can_do| (can_do.id.clone(), can_do.skill, can_do.text.clone()))
            .collect(),
        result: passed(at, 9, 10),
    }
}

fn content(earned: &Earned, name: &str, kana: Option<&str>) -> Result<Content> {
    let parse = |name: &str| Name::parse(name).map_err(|fault| anyhow!("{fault}"));
    let issue = Issue {
        serial: serial([3, 141, 59, 26, 53, 58, 97, 93]),
        name: parse(name)?,
        kana: kana.map(parse).transpose()?,
        day: day(24),
        pack_hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
    };
    Ok(Content::self_study(earned, issue))
}

/// Makes a PDF, leaves it in `target/certificates`, and says what a program of others sees in it.
struct Seen {
    path: String,
    bytes: usize,
}

impl Seen {
    fn new(name: &str, content: &Content, lang: Lang, font: &[u8]) -> Result<Self> {
        let words = wording(&Texts::embedded(lang), content);
        let bytes = pdf(content, &words, font)?;
        ensure!(
            bytes == pdf(content, &words, font)?,
            "the same content gives the same bytes"
        );
        let folder = place::target().join("certificates");
        std::fs::create_dir_all(&folder)?;
        let path = folder.join(format!("{name}-{}.pdf", lang.tag()));
        std::fs::write(&path, &bytes)?;
        Ok(Self {
            path: path.display().to_string(),
            bytes: bytes.len(),
        })
    }

    fn run(&self, program: &str, before: &[&str], after: &[&str]) -> Result<String> {
        let run = Command::new(program)
            .args(before)
            .arg(&self.path)
            .args(after)
            .output();
        let output = run.with_context(|| format!("{program} is needed: install poppler-utils"))?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        // Older versions of poppler stumble over `/Suspects false`, which PDF/UA asks for.
        let faults: Vec<&str> = said
            .lines()
            .filter(|line| !line.contains("Suspects object is wrong type") && !line.is_empty())
            .collect();
        ensure!(
            output.status.success() && faults.is_empty(),
            "{program} on {}: {said}",
            self.path
        );
        Ok(String::from_utf8(output.stdout)?)
    }

    fn raw(&self) -> Result<String> {
        self.run("pdftotext", &["-raw", "-enc", "UTF-8"], &["-"])
    }

    /// Everything in the order of the file, without any space, so that line breaks do not matter.
    fn tight(&self) -> Result<String> {
        Ok(tight(&self.raw()?))
    }

    fn pages(&self) -> Result<usize> {
        let info = self.run("pdfinfo", &[], &[])?;
        ensure!(
            info.contains("841.89 x 595.28 pts (A4)"),
            "A4 lying: {info}"
        );
        ensure!(info.contains("Tagged:          yes"), "tagged: {info}");
        let line = info
            .lines()
            .find_map(|line| line.strip_prefix("Pages:"))
            .context("pages")?;
        Ok(line.trim().parse()?)
    }
}

fn tight(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn a_certificate_is_read_back_in_every_language() -> Result<()> {
    let font = font()?;
    for pack in ["a1-mulai", "kana"] {
        let index = index(pack)?;
        let content = content(
            &earned(&index)?,
            "Siti Nurhaliza Putri",
            Some("シティ・ヌルハリザ・プトリ"),
        )?;
        for lang in Lang::ALL {
            let seen = Seen::new(pack, &content, lang, &font)?;
            ensure!(seen.bytes < 150_000, "{} bytes", seen.bytes);
            let text = seen.tight()?;
            let mut at = 0;
            // In the order in which a person reads.
            let (course, _) = content.text(&content.course.title, lang.tag());
            let words = wording(&Texts::embedded(lang), &content);
            let last = content.lessons.last().context("a lesson")?;
            let statement = last.can_dos.last().context("a can-do")?;
            let wanted = [
                "Kakehashi",
                &content.serial,
                content.grade.title(lang.tag()),
                "SitiNurhalizaPutri",
                "シティ・ヌルハリザ・プトリ",
                course,
                &words.unsupervised,
                &file::code(&content),
                &words.lesson_results,
                "9/10",
                "90%",
                content
                    .grade
                    .notice(lang.tag())
                    .context("it says what it is")?,
                &words.covers,
                content.text(&statement.text, lang.tag()).0,
            ];
            for part in wanted {
                let part = tight(part);
                let found = text[at..].find(&part);
                at += found.with_context(|| format!("{part} is not where it belongs in {text}"))?
                    + part.len();
            }
            let mut sections = content.test.iter().flat_map(|test| &test.sections);
            ensure!(
                text.contains(&tight(&words.unheard)) == sections.any(|section| section.unheard),
                "only what was read instead of heard is marked as such: {text}"
            );
            for other in Lang::ALL {
                let notice = content.grade.notice(other.tag()).context("a notice")?;
                ensure!(text.contains(&tight(notice)), "{notice}");
            }
            ensure!(
                !text.contains('〓'),
                "the font lacks a sign of the pack or the texts"
            );
            ensure!(seen.pages()? <= 3);
            let layout = seen.run("pdftotext", &["-layout", "-enc", "UTF-8"], &["-"])?;
            ensure!(tight(&layout).contains("SitiNurhalizaPutri"));
            let fonts = seen.run("pdffonts", &[], &[])?;
            let own: Vec<&str> = fonts.lines().skip(2).collect();
            ensure!(
                !own.is_empty() && own.iter().all(|line| line.contains("yes yes yes")),
                "embedded, subset and with Unicode: {fonts}"
            );
            let attached = seen.run("pdfdetach", &["-list"], &[])?;
            ensure!(attached.contains("certificate.json"), "{attached}");
        }
    }
    Ok(())
}

#[test]
fn what_is_attached_is_the_json_file_with_the_printed_code() -> Result<()> {
    let font = font()?;
    let content = content(&earned(&index("a1-mulai")?)?, "Budi", None)?;
    let seen = Seen::new("attached", &content, Lang::Id, &font)?;
    let json = seen.run("pdfdetach", &["-save", "1", "-o", "/dev/stdout"], &[])?;
    assert_eq!(file::read(&json), Ok(content.clone()));
    let info = seen.run("pdfinfo", &[], &[])?;
    ensure!(
        info.contains("Catatan Belajar Mandiri — ") && info.contains("Budi"),
        "{info}"
    );
    ensure!(info.contains("Author:          Kakehashi"), "{info}");
    let meta = tight(&seen.run("pdfinfo", &["-meta"], &[])?);
    for said in [
        "<pdfaid:part>3<",
        "<pdfaid:conformance>A<",
        "<pdfuaid:part>1<",
    ] {
        ensure!(meta.contains(said), "{said} in {meta}");
    }
    Ok(())
}

#[test]
fn names_of_every_kind_are_printed_or_named_before() -> Result<()> {
    let font = font()?;
    let earned = earned(&index("a1-mulai")?)?;
    let long = "Raden Mas Panji Sosrokartono Kusumonegoro ".repeat(2)
        + "Adiningrat Wiryodiprojo van Broek";
    let longest = "W".repeat(120);
    let names = [
        "Ma'ruf Nur’aini",
        "Ōno Yūki",
        "Sérgio Añón Çelik",
        "髙橋 花子",
        "シティ・ヌルハリザ",
        long.trim(),
        &longest,
    ];
    for (at, name) in names.into_iter().enumerate() {
        assert_eq!(missing_glyphs(name, &font), [], "{name}");
        let content = content(&earned, name, None)?;
        let seen = Seen::new(&format!("name-{at}"), &content, Lang::Id, &font)?;
        ensure!(seen.tight()?.contains(&tight(name)), "{name}");
        assert_eq!(seen.pages()?, 2);
    }
    // Whichever of these letters the font lacks is named; none of them is drawn as another.
    for name in ["Nguyễn Thị Hồng Ánh", "Dr. Ṣāliḥ Ḥusayn", "Mpu Taṇtular"] {
        let content = content(&earned, name, None)?;
        let words = wording(&Texts::embedded(Lang::Id), &content);
        match missing_glyphs(name, &font) {
            none if none.is_empty() => {
                let seen = Seen::new("accents", &content, Lang::Id, &font)?;
                ensure!(seen.tight()?.contains(&tight(name)), "{name}");
            }
            missing => {
                assert_eq!(
                    pdf(&content, &words, &font),
                    Err(Fault::MissingGlyphs(missing))
                );
            }
        }
    }
    for (name, missing) in [
        ("Sari 🌸", vec!['🌸']),
        // An accent that was not composed would stand beside its letter.
        ("Jose\u{301}", vec!['\u{301}']),
        ("ꦱꦫꦶ", vec!['ꦱ', 'ꦫ', 'ꦶ']),
    ] {
        assert_eq!(missing_glyphs(name, &font), missing);
        let content = content(&earned, name, None)?;
        let words = wording(&Texts::embedded(Lang::Id), &content);
        assert_eq!(
            pdf(&content, &words, &font),
            Err(Fault::MissingGlyphs(missing))
        );
    }
    Ok(())
}

#[test]
fn long_courses_take_more_pages_and_lose_nothing() -> Result<()> {
    let font = font()?;
    let mut earned = earned(&index("a1-mulai")?)?;
    let one = earned.lessons[0].clone();
    let statement = "Bisa menjelaskan kepada atasan, rekan kerja, dan petugas apa yang terjadi, kapan, dan apa yang sudah dilakukan";
    earned.lessons = (1..=40u32)
        .map(|number| {
            let mut lesson = one.clone();
            lesson.number = number;
            lesson.title = Tr::of(
                "id",
                &format!("Pelajaran dengan judul yang sangat panjang sekali, nomor {number}"),
            );
            let can_dos = one.can_dos.iter().enumerate();
            lesson.can_dos = can_dos
                .map(|(at, (id, skill, _))| {
                    let text = Tr::of("id", &format!("{statement} ({number}-{at})."));
                    (id.clone(), *skill, text)
                })
                .collect();
            lesson
        })
        .collect();
    for count in [40, 18] {
        earned.lessons.truncate(count);
        let content = content(&earned, "Sari", None)?;
        let seen = Seen::new(&format!("long-{count}"), &content, Lang::Id, &font)?;
        let text = seen.tight()?;
        for lesson in &content.lessons {
            for can_do in &lesson.can_dos {
                let (statement, _) = content.text(&can_do.text, "id");
                ensure!(text.contains(&tight(statement)), "{statement}");
            }
        }
        ensure!(seen.pages()? >= 3);
    }
    Ok(())
}
