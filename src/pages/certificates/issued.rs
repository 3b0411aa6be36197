//! Making a certificate that is earned, and one that was made again. The same number and day give the same document.

use super::sheet::sheet;
use crate::certificate::wording;
use crate::desk::Desk;
use crate::pack::Pack;
use crate::platform::press::{self, PressFault};
use crate::platform::{clock, dom, file};
use credential::{Content, Name, NameFault};
use domain::day::Day;
use domain::ids::CertificateId;
use domain::records::fold::Issued;
use domain::records::{Certificate, Event, Setting};
use std::rc::Rc;
use texts::Texts;
use yew::prelude::*;

/// The setting that keeps the name in kana: with it the same document can be made again.
const KANA: &str = "name-kana";

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
    kana: Option<Name>,
    day: Day,
    is_new: bool,
}

impl Order {
    /// The one that was issued, when the names are the same, or a new one of today.
    fn of(name: Name, kana: Option<Name>, before: Option<&Issued>) -> Self {
        match before.filter(|before| *before.certificate.name == *name.as_str()) {
            Some(before) => Self {
                serial: before.certificate.serial.to_string(),
                name,
                kana,
                day: Day::civil(before.stamp.wall_ms, before.stamp.offset_min),
                is_new: false,
            },
            None => Self {
                serial: credential::serial(clock::random_bytes()),
                name,
                kana,
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
    let typed_kana = use_state(|| None::<String>);
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
    let said_kana = view.setting(KANA).unwrap_or_default();
    let kana = (*typed_kana)
        .clone()
        .unwrap_or_else(|| said_kana.to_owned());
    // Another name is another certificate.
    let before = issued.filter(|_| kana.trim() == said_kana).cloned();
    let again = before.as_ref().is_some_and(|before| {
        Name::parse(&dom::composed(&name))
            .is_ok_and(|name| name.as_str() == &*before.certificate.name)
    });
    let is_new = !again;
    let order = {
        let (name, kana, before) = (name.clone(), kana.clone(), before.clone());
        move || {
            let name = Name::parse(&dom::composed(&name))?;
            let kana = match kana.trim() {
                "" => None,
                kana => Some(Name::parse(&dom::composed(kana))?),
            };
            Ok(Order::of(name, kana, before.as_ref()))
        }
    };
    let on_make = {
        let (props, desk, texts) = (props.clone(), desk.clone(), texts.clone());
        let (stage, made, order) = (stage.clone(), made.clone(), order.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match order() {
                Ok(order) => print(&props, &desk, &texts, order, &stage, &made),
                Err(fault) => stage.set(Stage::Refused(fault)),
            }
        })
    };
    let on_view = {
        let (props, desk) = (props.clone(), desk.clone());
        let (stage, made) = (stage.clone(), made.clone());
        Callback::from(move |_: MouseEvent| {
            let Ok(order) = order() else { return };
            let (stage, made) = (stage.clone(), made.clone());
            let answered = move |content: Option<Content>| match content {
                Some(content) => made.set(Some(Rc::new(content))),
                None => stage.set(Stage::NotEarned),
            };
            ask(&props, &desk, &order, Callback::from(answered));
        })
    };
    let on_type = |typed: &UseStateHandle<Option<String>>| {
        let (typed, stage, made) = (typed.clone(), stage.clone(), made.clone());
        Callback::from(move |event: InputEvent| {
            typed.set(Some(dom::value_of(&event)));
            stage.set(Stage::Ready);
            made.set(None);
        })
    };
    let busy = *stage == Stage::Printing;
    let id = format!("name-{}-{}", props.pack.index.id, props.certificate);
    let id_kana = format!("kana-{}-{}", props.pack.index.id, props.certificate);
    let button = if is_new {
        texts.certificates_make()
    } else {
        texts.certificates_again()
    };
    html! {
        <form class="stack" onsubmit={on_make}>
            <label class="block" for={id.clone()}>{ texts.certificates_name() }</label>
            <input class="field" {id} value={name} oninput={on_type(&typed)} autocomplete="name" maxlength="120" />
            <p class="soft small">{ texts.certificates_name_hint() }</p>
            <label class="block" for={id_kana.clone()}>{ texts.certificates_kana() }</label>
            <input class="field" id={id_kana} value={kana} oninput={on_type(&typed_kana)} lang="ja" autocomplete="off" maxlength="36" placeholder="サリ・デウィ" />
            <p class="soft small">{ texts.certificates_kana_hint() }</p>
            <p class="soft small" hidden={is_new}>{ texts.certificates_issued(issued.map(|issued| issued.certificate.serial.to_string()).unwrap_or_default()) }</p>
            <button class="btn" disabled={busy}>{ if busy { texts.certificates_making() } else { button } }</button>
            <button type="button" class="btn quiet" hidden={is_new || made.is_some()} onclick={on_view}>{ texts.certificates_view() }</button>
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

/// Asks the worker for the content of a certificate.
fn ask(props: &PressProps, desk: &Desk, order: &Order, answered: Callback<Option<Content>>) {
    let pack = &props.pack;
    let asked = format!(
        "{} {} {} {}",
        props.certificate,
        order.serial,
        order.day.0,
        pack.hash()
    );
    let index = dom::absolute(&format!("{}/index.json", pack.path));
    let kana = order.kana.as_ref().map_or("", Name::as_str);
    desk.certificate(&asked, [order.name.as_str(), kana, &index], answered);
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
    let asked = order.clone();
    let answered = {
        let (desk, texts) = (desk.clone(), texts.clone());
        let (stage, made, name) = (stage.clone(), made.clone(), name.clone());
        Callback::from(move |content: Option<Content>| {
            let Some(content) = content else {
                return stage.set(Stage::NotEarned);
            };
            let words = wording(&texts, &content);
            let content = Rc::new(content);
            let kana = order.kana.as_ref().map_or("", Name::as_str);
            let issue = order.is_new.then(|| {
                let certificate = Event::Certificate(Certificate {
                    serial: order.serial.as_str().into(),
                    certificate: certificate.clone(),
                    pack: pack.stamp(),
                    name: name.as_str().into(),
                    hash: credential::file::hash(&content)[..16].into(),
                });
                [Event::Setting(Setting::new(KANA, kana)), certificate]
            });
            let (desk, stage, made) = (desk.clone(), stage.clone(), made.clone());
            press::pdf(&content.clone(), words, move |printed| match printed {
                Err(fault) => stage.set(Stage::Failed(fault)),
                Ok(bytes) => {
                    desk.record(issue.clone().into_iter().flatten());
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
    ask(props, desk, &asked, answered);
}
