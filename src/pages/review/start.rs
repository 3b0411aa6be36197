//! What stands before a review: how much there is, how long it takes, what the coming days bring.

use crate::pages::cards::Material;
use crate::platform::{clock, speech};
use crate::route::Route;
use crate::view::View;
use domain::day::Day;
use texts::{Texts, format};
use yew::prelude::*;

/// Sizes of the forecast's drawing: a bar with its gap, the tallest bar, room for the number above and the day below.
const STEP: u32 = 24;
const TALL: u32 = 72;
const ROOM: u32 = 16;

/// Today's review, or when the next cards come.
pub fn start(material: &Material, view: &View, begin: Callback<MouseEvent>, texts: &Texts) -> Html {
    let plan = &material.plan;
    let today = clock::stamp().day();
    let what = if material.count() == 0 {
        nothing(view, texts)
    } else {
        let minutes = format::minutes(texts, u32::try_from(plan.minutes()).unwrap_or(u32::MAX));
        let count = if plan.missed.is_empty() {
            texts.review_cards(plan.cards.len(), minutes)
        } else {
            texts.review_cards_and_items(plan.cards.len(), plan.missed.len(), minutes)
        };
        html! {
            <section class="card stack">
                <h2>{ count }</h2>
                <p class="soft">{ texts.review_lead() }</p>
                <p class="soft small" hidden={plan.left_over == 0}>{ texts.review_left_over(plan.left_over) }</p>
                <button class="btn" id="begin" onclick={begin}>{ texts.review_begin() }</button>
            </section>
        }
    };
    html! {
        <>
            { what }
            <p class="soft small" id="elsewhere" hidden={plan.elsewhere == 0}>{ texts.review_elsewhere(plan.elsewhere) }</p>
            <p class="note" hidden={plan.silent == 0}>{ if speech::is_off() { texts.review_sound_off(plan.silent) } else { texts.review_silent(plan.silent) } }</p>
            { forecast(view, today, texts) }
        </>
    }
}

/// Nothing is due: when the next cards come, and the way to a lesson.
fn nothing(view: &View, texts: &Texts) -> Html {
    html! {
        <section class="card stack">
            <h2>{ texts.review_nothing() }</h2>
            <p>{ next(view, texts) }</p>
            <a class="btn" href={Route::Courses.hash()}>{ texts.app_back_to_courses() }</a>
        </section>
    }
}

/// When the next cards come.
pub fn next(view: &View, texts: &Texts) -> String {
    let coming = (0_i32..).zip(&view.forecast).skip(1);
    let first = coming.into_iter().find(|(_, count)| **count > 0);
    match first {
        Some((ahead, count)) => texts.review_next(*count, format::day_from_today(texts, ahead)),
        None if view.packs.is_empty() => texts.review_none_yet().to_owned(),
        None => texts.review_none_soon().to_owned(),
    }
}

/// The cards of the coming days as bars, with their table behind.
fn forecast(view: &View, today: Day, texts: &Texts) -> Html {
    let days: Vec<(Day, u32)> = (0..)
        .zip(&view.forecast)
        .map(|(ahead, count)| (today.plus(ahead), *count))
        .collect();
    let most = days.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let width = STEP * u32::try_from(days.len()).unwrap_or(0);
    let height = TALL + 2 * ROOM;
    html! {
        <section class="card stack" hidden={most == 0}>
            <h2>{ texts.review_forecast() }</h2>
            <svg class="forecast" viewBox={format!("0 0 {width} {height}")} aria-hidden="true">
                { for (0..).zip(&days).map(|(place, (day, count))| bar(place, *day, *count, most)) }
            </svg>
            <details class="behind">
                <summary>{ texts.review_table() }</summary>
                <table>
                    <thead><tr><th scope="col">{ texts.review_day() }</th><th scope="col">{ texts.review_due() }</th></tr></thead>
                    <tbody>{ for days.iter().map(|(day, count)| {
                        let date = day.date();
                        html! { <tr key={day.0}><th scope="row">{ format::day_short(texts, date.month, date.day) }</th><td>{ *count }</td></tr> }
                    }) }</tbody>
                </table>
            </details>
        </section>
    }
}

fn bar(place: u32, day: Day, count: u32, most: u32) -> Html {
    let tall = (TALL * count).div_ceil(most.max(1));
    let (left, top) = (place * STEP, ROOM + TALL - tall);
    let middle = (left + STEP / 2).to_string();
    let shown = if count == 0 {
        String::new()
    } else {
        count.to_string()
    };
    html! {
        <g key={day.0}>
            <rect x={(left + 3).to_string()} y={top.to_string()} width={(STEP - 6).to_string()} height={tall.to_string()} rx="3" />
            <text x={middle.clone()} y={(top.saturating_sub(4)).to_string()}>{ shown }</text>
            <text class="day" x={middle} y={(ROOM + TALL + 13).to_string()}>{ day.date().day }</text>
        </g>
    }
}
