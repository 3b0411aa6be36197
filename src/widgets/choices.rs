//! One of a few: a group of radio buttons, large enough for a thumb.

use yew::prelude::*;

/// A group called `legend`; `options` are values and words, with the language of the words where it is another.
pub fn choices(
    name: &'static str,
    legend: &str,
    options: &[(&'static str, &str, Option<&'static str>)],
    chosen: &str,
    on_choose: &Callback<&'static str>,
) -> Html {
    html! {
        <fieldset class="choices">
            <legend>{ legend.to_owned() }</legend>
            <div>{ for options.iter().map(|(value, words, lang)| {
                let checked = *value == chosen;
                let onchange = {
                    let (value, on_choose) = (*value, on_choose.clone());
                    Callback::from(move |_: Event| on_choose.emit(value))
                };
                html! {
                    <label key={*value} class={classes!("choice", checked.then_some("on"))} lang={*lang}>
                        <input type="radio" {name} value={*value} {checked} {onchange} />
                        <span>{ (*words).to_owned() }</span>
                    </label>
                }
            }) }</div>
        </fieldset>
    }
}
