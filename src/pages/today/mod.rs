//! *Hari ini*: the one next thing, due reviews, the week, how far the goal is.

use crate::desk::Desk;
use crate::pack::Pack;
use crate::pages::welcome::goals;
use crate::pages::{PacksProps, in_app_note};
use crate::pages::{path, step_name};
use crate::platform::{clock, dom, speech};
use crate::route::Route;
use crate::view::View;
use crate::widgets::{loading, tr};
use domain::day::Day;
use domain::study::Plan;
use texts::{Texts, format};
use yew::prelude::*;

/// The first page of a day.
#[component]
pub fn Today(props: &PacksProps) -> Html {
    let (Some(texts), Some(desk)) = (use_context::<Texts>(), use_context::<Desk>()) else {
        return html! { <main class="page" /> };
    };
    let texts = &texts;
    dom::set_title("Kakehashi");
    let Some(view) = desk.view else {
        return html! { <main class="page">{ loading(texts.app_loading()) }</main> };
    };
    let stamp = clock::stamp();
    let date = Day::civil(stamp.wall_ms, stamp.offset_min).date();
    let minutes = stamp.wall_ms / 60_000 + i64::from(stamp.offset_min);
    let hour = u8::try_from(minutes.div_euclid(60).rem_euclid(24)).unwrap_or(0);
    let name = view.setting("name").unwrap_or_default();
    html! {
        <main class="page wide stack">
            <div>
                <p class="soft small">{ format::day_with_weekday(texts, date.year, date.month, date.day) }</p>
                <h1 tabindex="-1">{ format::greeting(texts, hour, name) }</h1>
            </div>
            { in_app_note(texts) }
            <div class="two">
                <div class="stack">
                    { next(&props.packs, &view, texts) }
                    { reviews(&view, texts) }
                </div>
                <div class="stack">
                    { week(&view, stamp.day(), texts) }
                    { goal(&props.packs, &view, texts) }
                </div>
            </div>
        </main>
    }
}

/// The one next thing.
fn next(packs: &[Pack], view: &View, texts: &Texts) -> Html {
    let Some(next) = path::next(packs, view) else {
        return html! {
            <section class="card stack">
                <h2>{ texts.today_all_done() }</h2>
                <p class="soft">{ texts.today_all_done_text() }</p>
                <a class="btn" href={Route::Tests.hash()}>{ texts.today_to_tests() }</a>
            </section>
        };
    };
    let first = AttrValue::from(next.pack.index.first_language().to_owned());
    let all = next.lesson.steps.len();
    let (lead, go) = match next.done {
        0 => (texts.today_begin(), texts.today_begin_button()),
        _ => (texts.today_continue(), texts.today_continue_button()),
    };
    html! {
        <section class="card stack">
            <p class="eyebrow">{ lead }</p>
            <div>
                <p class="soft small">{ tr(&next.pack.index.title, &first, texts) }{ " · " }{ texts.courses_lesson(next.lesson.number) }</p>
                <h2 class="next-title">{ tr(&next.lesson.title, &first, texts) }</h2>
                <p class="soft">{ texts.today_step(all, next.done + 1, step_name(next.step, texts)) }</p>
            </div>
            <progress max={all.to_string()} value={next.done.to_string()} aria-label={texts.today_steps_done(all, next.done)} />
            <a class="btn" href={next.route().hash()}>{ go }</a>
        </section>
    }
}

fn reviews(view: &View, texts: &Texts) -> Html {
    let due = view.due_now(speech::available());
    let minutes = Plan::minutes_of(due as usize, view.missed as usize);
    let count = due + view.missed;
    if count == 0 {
        return html! { <section class="card"><h2>{ texts.today_no_reviews() }</h2><p class="soft small">{ texts.today_no_reviews_text() }</p></section> };
    }
    html! {
        <section class="card row between">
            <div>
                <h2>{ texts.today_reviews(count) }</h2>
                <p class="soft small">{ texts.courses_minutes(minutes) }</p>
            </div>
            <a class="btn quiet auto" href={Route::Review.hash()}>{ texts.today_review() }</a>
        </section>
    }
}

/// Minutes of study on the days of this week.
fn week(view: &View, today: Day, texts: &Texts) -> Html {
    let monday = today.monday();
    let days: Vec<(u8, Day)> = (0..7_u8).map(|n| (n + 1, monday.plus(n.into()))).collect();
    let all: u32 = days.iter().map(|(_, day)| view.minutes_on(*day)).sum();
    html! {
        <section class="card stack">
            <div class="row between"><h2>{ texts.today_week() }</h2><span class="soft small">{ format::minutes_short(texts, all) }</span></div>
            <ul class="week">{ for days.into_iter().map(|(number, day)| {
                let minutes = view.minutes_on(day);
                let class = match (minutes > 0, day == today) {
                    (true, true) => "studied now",
                    (true, false) => "studied",
                    (false, true) => "now",
                    (false, false) => "",
                };
                let name = texts.weekday(number);
                let shown = if minutes > 0 { minutes.to_string() } else { "–".to_owned() };
                html! {
                    <li key={number} {class}>
                        <span class="visually-hidden">{ format!("{name}: {}", format::minutes(texts, minutes)) }</span>
                        <b aria-hidden="true">{ shown }</b><span aria-hidden="true">{ texts.weekday_short(number) }</span>
                    </li>
                }
            }) }</ul>
        </section>
    }
}

/// The goal, and what checks and tests have shown on the way to it, course by course.
fn goal(packs: &[Pack], view: &View, texts: &Texts) -> Html {
    let wanted = view.setting("goal").unwrap_or_default();
    let mut known = goals(texts).into_iter();
    let goal = known.find(|(value, ..)| *value == wanted && *value != "open");
    let goal = goal.map(|(_, words, _)| texts.today_toward(words));
    html! {
        <section class="card stack">
            <p class="eyebrow" hidden={goal.is_none()}>{ goal.unwrap_or_default() }</p>
            <div class="row between"><h2>{ texts.today_goal() }</h2><a class="small" href={Route::Progress.hash()}>{ texts.today_more() }</a></div>
            { for packs.iter().filter(|pack| !pack.index.can_dos.is_empty()).map(|pack| {
                let first = AttrValue::from(pack.index.first_language().to_owned());
                let (shown, all) = can_dos(pack, view);
                html! {
                    <div key={pack.index.id.as_str().to_owned()}>
                        <div class="row between small"><span>{ tr(&pack.index.title, &first, texts) }</span><span class="soft">{ texts.today_can_dos(all, shown) }</span></div>
                        <progress max={all.to_string()} value={shown.to_string()} aria-label={texts.today_can_dos(all, shown)} />
                    </div>
                }
            }) }
        </section>
    }
}

/// Can-dos that the last check or test has shown, among all of a pack.
fn can_dos(pack: &Pack, view: &View) -> (usize, usize) {
    let evidence = view.can_dos.get(&pack.index.id);
    let shown = |id| {
        evidence
            .and_then(|all| all.get(id))
            .is_some_and(|e| e.is_shown())
    };
    let all = &pack.index.can_dos;
    (
        all.iter().filter(|can_do| shown(&can_do.id)).count(),
        all.len(),
    )
}
