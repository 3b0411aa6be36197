//! A certificate on the page: the document in short, to be looked at and printed, and as a file for programs.

use crate::certificate::wording;
use crate::platform::{dom, file};
use credential::Content;
use std::rc::Rc;
use texts::Texts;
use yew::prelude::*;

/// The document in short, as it can be printed from the page, and as a file for programs.
pub fn sheet(content: &Rc<Content>, texts: &Texts) -> Html {
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
                <p lang="ja" hidden={content.kana.is_none()}>{ content.kana.as_ref().map(ToString::to_string).unwrap_or_default() }</p>
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
