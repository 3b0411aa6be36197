//! Making a certificate that is earned, and one that was made again. The same number and day give the same document.

use crate::certificate::wording;
use crate::desk::Desk;
use crate::pack::Pack;
use crate::platform::press::{self, PressFault};
use crate::platform::{clock, dom, file};
use credential::{Content, Name, NameFault};
use domain::day::Day;
use domain::ids::CertificateId;
use domain::records::fold::Issued;
use domain::records::{Certificate, Event};
use std::rc::Rc;
use texts::Texts;
use yew::prelude::*;

/// Props of [`Press`].
#[derive(Clone, Properties, PartialEq)]
pub struct PressProps {
    /// The pack.
    pub pack: Pack,
    /// Which of its certificates; it is earned.
    pub certificate: CertificateId,
}

/// What is under way or came of it.
#[derive(Clone, PartialEq)]
enum Stage {
    Ready,
    Printing,
    Refused(NameFault),
    NotEarned,
    Failed(PressFault),
    Printed,
}

/// What a certificate is made of besides what was earned.
#[derive(Clone, PartialEq)]
struct Order {
    serial: String,
    name: Name,
    day: Day,
    is_new: bool,
}

impl Order {
    /// The one that was issued, when the name is the same, or a new one of today.
    fn of(name: Name, before: Option<&Issued>) -> Self {
        match before.filter(|before| *before.certificate.name == *name.as_str()) {
            Some(before) => Self {
                serial: before.certificate.serial.to_string(),
                name,
                day: Day::civil(before.stamp.wall_ms, before.stamp.offset_min),
                is_new: false,
            },
            None => Self {
                serial: credential::serial(clock::random_bytes()),
                name,
                day: Day::civil(clock::wall_ms(), clock::offset_min()),
                is_new: true,
            },
        }
    }
}

/// The name, and the ways to the document.
#[component]
pub fn Press(props: &PressProps) -> Html {
    let typed = use_state(|| None::<String>);
    let stage = use_state(|| Stage::Ready);
    let made = use_state(|| None::<Rc<Content>>);
    let (Some(texts), Some(desk)) = (use_context::<Texts>(), use_context::<Desk>()) else {
        return html! { <div /> };
    };
    let texts = &texts;
    let view = desk.view.clone().unwrap_or_default();
    let mut all = view.certificates.iter().rev();
    let issued = all.find(|issued| {
        let known = &issued.certificate;
        known.certificate == props.certificate && known.pack.id == props.pack.index.id
    });
    let name = (*typed).clone().unwrap_or_else(|| {
        let named = issued.map(|issued| issued.certificate.name.to_string());
        named.unwrap_or_else(|| view.setting("name").unwrap_or_default().to_owned())
    });
    let before = issued.cloned();
    // Another name is another certificate.
    let again = before.as_ref().is_some_and(|before| {
        Name::parse(&dom::composed(&name))
            .is_ok_and(|name| name.as_str() == &*before.certificate.name)
    });
    let is_new = !again;
    let on_make = {
        let (props, desk, texts) = (props.clone(), desk.clone(), texts.clone());
        let (stage, made, name) = (stage.clone(), made.clone(), name.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let order = match Name::parse(&dom::composed(&name)) {
                Ok(name) => Order::of(name, before.as_ref()),
                Err(fault) => return stage.set(Stage::Refused(fault)),
            };
            print(&props, &desk, &texts, order, &stage, &made);
        })
    };
    let on_type = {
        let (typed, stage, made) = (typed.clone(), stage.clone(), made.clone());
        Callback::from(move |event: InputEvent| {
            typed.set(Some(dom::value_of(&event)));
            stage.set(Stage::Ready);
            made.set(None);
        })
    };
    let busy = *stage == Stage::Printing;
    let id = format!("name-{}-{}", props.pack.index.id, props.certificate);
    let button = if is_new {
        texts.certificates_make()
    } else {
        texts.certificates_again()
    };
    html! {
        <form class="stack" onsubmit={on_make}>
            <label class="block" for={id.clone()}>{ texts.certificates_name() }</label>
            <input class="field" {id} value={name} oninput={on_type} autocomplete="name" maxlength="120" />
            <p class="soft small">{ texts.certificates_name_hint() }</p>
            <p class="soft small" hidden={is_new}>{ texts.certificates_issued(issued.map(|issued| issued.certificate.serial.to_string()).unwrap_or_default()) }</p>
            <button class="btn" disabled={busy}>{ if busy { texts.certificates_making() } else { button } }</button>
            <div role="status">{ outcome(&stage, texts) }</div>
            { made.as_ref().map_or_else(|| html! { <div hidden=true /> }, |content| sheet(content, texts)) }
        </form>
    }
}

/// What happened, in words.
fn outcome(stage: &Stage, texts: &Texts) -> Html {
    let said = match stage {
        Stage::Ready => return html! { <span hidden=true /> },
        Stage::Printing => texts.certificates_wait().to_owned(),
        Stage::Printed => texts.certificates_printed().to_owned(),
        Stage::Refused(NameFault::Empty) => texts.certificates_name_empty().to_owned(),
        Stage::Refused(NameFault::TooLong { .. }) => texts.certificates_name_long().to_owned(),
        Stage::Refused(NameFault::Hidden(_)) => texts.certificates_name_hidden().to_owned(),
        Stage::NotEarned => texts.certificates_not_earned().to_owned(),
        Stage::Failed(PressFault::Glyphs(missing)) => texts.certificates_glyphs(missing),
        Stage::Failed(PressFault::Missing) => texts.certificates_missing().to_owned(),
        Stage::Failed(PressFault::Broken(detail)) => texts.certificates_broken(detail),
    };
    let class = match stage {
        Stage::Ready | Stage::Printing | Stage::Printed => "soft",
        Stage::Refused(_) | Stage::NotEarned | Stage::Failed(_) => "note",
    };
    html! { <p {class}>{ said }</p> }
}

/// Has the document drawn, saves it, and records that it was issued: only what can be printed is issued.
fn print(
    props: &PressProps,
    desk: &Desk,
    texts: &Texts,
    order: Order,
    stage: &UseStateHandle<Stage>,
    made: &UseStateHandle<Option<Rc<Content>>>,
) {
    let name = order.name.as_str().to_owned();
    stage.set(Stage::Printing);
    let pack = props.pack.clone();
    let certificate = props.certificate.clone();
    let asked = format!(
        "{certificate} {} {} {}",
        order.serial,
        order.day.0,
        pack.hash()
    );
    let index = dom::absolute(&format!("{}/index.json", pack.path));
    let answered = {
        let (desk, texts) = (desk.clone(), texts.clone());
        let (stage, made, name) = (stage.clone(), made.clone(), name.clone());
        Callback::from(move |content: Option<Content>| {
            let Some(content) = content else {
                return stage.set(Stage::NotEarned);
            };
            let words = wording(&texts, &content);
            let content = Rc::new(content);
            let issue = order.is_new.then(|| {
                Event::Certificate(Certificate {
                    serial: order.serial.as_str().into(),
                    certificate: certificate.clone(),
                    pack: pack.stamp(),
                    name: name.as_str().into(),
                    hash: credential::file::hash(&content)[..16].into(),
                })
            });
            let (desk, stage, made) = (desk.clone(), stage.clone(), made.clone());
            press::pdf(&content.clone(), words, move |printed| match printed {
                Err(fault) => stage.set(Stage::Failed(fault)),
                Ok(bytes) => {
                    desk.record(issue.clone());
                    file::save_bytes(
                        &format!("{}.pdf", content.serial),
                        "application/pdf",
                        &bytes,
                    );
                    made.set(Some(content.clone()));
                    stage.set(Stage::Printed);
                }
            });
        })
    };
    desk.certificate(&asked, [&name, "", &index], answered);
}

/// The document in short, as it can be printed from the page, and as a file for programs.
fn sheet(content: &Rc<Content>, texts: &Texts) -> Html {
    let lang = texts.lang().tag();
    let text = |text| {
        let (text, own) = content.text(text, lang);
        html! { <span lang={own.to_owned()}>{ text.to_owned() }</span> }
    };
    let words = wording(texts, content);
    let on_json = {
        let content = content.clone();
        Callback::from(move |_: MouseEvent| {
            let text = credential::file::write(&content);
            file::save_bytes(
                &format!("{}.json", content.serial),
                "application/json",
                text.as_bytes(),
            );
        })
    };
    let over = [&words.lesson, &words.form, &words.right]
        .map(ToString::to_string)
        .join(", ");
    let on_print = Callback::from(|_: MouseEvent| dom::print());
    html! {
        <div class="stack">
            <article class="certificate stack">
                <p class="eyebrow">{ content.grade.title(lang) }</p>
                <p class="certificate-name">{ content.name.to_string() }</p>
                <p>{ words.passed }{ " " }<b>{ text(&content.course.title) }</b></p>
                <dl>
                    <div><dt>{ words.studied }</dt><dd>{ words.period }</dd></div>
                    <div><dt>{ words.issued }</dt><dd>{ words.issued_day }</dd></div>
                    <div><dt>{ words.supervision }</dt><dd>{ words.unsupervised }</dd></div>
                    <div><dt>{ words.serial }</dt><dd>{ content.serial.clone() }</dd></div>
                    <div><dt>{ words.code }</dt><dd>{ credential::file::code(content) }</dd></div>
                </dl>
                <div class="scroll" role="group" tabindex="0" aria-label={over}><table>
                    <thead><tr><th scope="col">{ words.lesson }</th><th scope="col">{ words.form }</th><th scope="col">{ words.right }</th></tr></thead>
                    <tbody>
                        { for content.lessons.iter().map(|lesson| html! { <tr key={lesson.id.clone()}><td>{ text(&lesson.title) }</td><td>{ lesson.result.form.clone() }</td><td>{ format!("{}/{}", lesson.result.score.right, lesson.result.score.total) }</td></tr> }) }
                        { for content.test.iter().map(|test| html! { <tr key="test"><td>{ text(&test.title) }</td><td>{ test.result.form.clone() }</td><td>{ format!("{}/{}", test.result.score.right, test.result.score.total) }</td></tr> }) }
                    </tbody>
                </table></div>
                <p class="small">{ content.grade.notice(lang).unwrap_or_default() }</p>
            </article>
            <div class="row wrap">
                <button type="button" class="btn quiet auto" onclick={on_print}>{ texts.certificates_print() }</button>
                <button type="button" class="btn quiet auto" onclick={on_json}>{ texts.certificates_json() }</button>
            </div>
        </div>
    }
}
