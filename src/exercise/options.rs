//! Options to choose from, by finger or with the keys 1 to 4.

use super::face;
use crate::platform::dom;
use crate::widgets::icon;
use domain::kinds::{Answer, Choices, Verdict};
use texts::Texts;
use yew::prelude::*;

/// Props of [`Options`].
#[derive(Properties, PartialEq)]
pub struct OptionsProps {
    /// The options.
    pub choices: Choices,
    /// Their order.
    pub order: Vec<u8>,
    /// The pack's first language.
    pub first: AttrValue,
    /// The answer given and its verdict.
    pub answered: Option<(Answer, Verdict)>,
    /// The answer that stands, where another can be given.
    #[prop_or_default]
    pub chosen: Option<Answer>,
    /// An option was chosen.
    pub on_answer: Callback<Answer>,
}

/// The options of a question.
#[component]
pub fn Options(props: &OptionsProps) -> Html {
    let Some(texts) = use_context::<Texts>() else {
        return html! { <div /> };
    };
    let texts = &texts;
    let places = props.order.iter().map(|at| usize::from(*at));
    let order: Vec<usize> = places.filter(|at| *at < props.choices.0.len()).collect();
    let choose = |at: usize| {
        let id = props.choices.0[at].id.clone();
        props.on_answer.reform(move |()| Answer::Option(id.clone()))
    };
    {
        let chosen: Vec<Callback<()>> = order.iter().map(|at| choose(*at)).collect();
        let done = props.answered.is_some();
        use_effect_with((props.order.clone(), done), move |_| {
            let listener = (!done).then(|| {
                dom::on_key(move |key| {
                    let number = key.name.parse::<usize>().ok().filter(|_| !key.typing);
                    let picked = number.and_then(|number| chosen.get(number.checked_sub(1)?));
                    picked.inspect(|pick| pick.emit(())).is_some()
                })
            });
            move || drop(listener)
        });
    }
    html! {
        <div class="opts">
            { for order.iter().enumerate().map(|(place, at)| {
                let option = &props.choices.0[*at];
                let given = props.answered.as_ref().is_some_and(|(answer, _)| *answer == Answer::Option(option.id.clone()));
                let stands = props.chosen == Some(Answer::Option(option.id.clone()));
                let (class, mark) = match (&props.answered, option.right, given) {
                    (Some(_), true, _) => ("opt right", "check"),
                    (Some(_), false, true) => ("opt wrong", "x"),
                    (None, _, _) if stands => ("opt chosen", ""),
                    _ => ("opt", ""),
                };
                let onclick = choose(*at).reform(|_: MouseEvent| ());
                html! {
                    <button type="button" key={option.id.as_str().to_owned()} value={option.id.as_str().to_owned()} {class} {onclick} disabled={props.answered.is_some()} aria-pressed={stands.then_some("true")}>
                        <kbd aria-hidden="true">{ place + 1 }</kbd>
                        <span class="option-text">
                            { face(&option.icon, &option.ja, &option.text, &props.first, texts) }
                        </span>
                        <span class="mark" hidden={mark.is_empty()}>{ icon(mark) }</span>
                    </button>
                }
            }) }
        </div>
    }
}
