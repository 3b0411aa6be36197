//! *Kemajuan*: can-dos with their evidence, the calendar of study, the forecast of reviews.

use crate::desk::Desk;
use crate::pack::Pack;
use crate::pages::PacksProps;
use crate::platform::{clock, dom};
use crate::view::View;
use crate::widgets::{icon, loading, tr};
use domain::day::Day;
use domain::model::CanDo;
use texts::{Texts, format};
use yew::prelude::*;

/// Weeks of the calendar.
const WEEKS: i32 = 12;

/// How far the learner is.
#[component]
pub fn Progress(props: &PacksProps) -> Html {
    let (Some(texts), Some(desk)) = (use_context::<Texts>(), use_context::<Desk>()) else {
        return html! { <main class="page" /> };
    };
    let texts = &texts;
    dom::set_title(&format!("{} · Kakehashi", texts.progress_title()));
    let Some(view) = desk.view else {
        return html! { <main class="page">{ loading(texts.app_loading()) }</main> };
    };
    let today = clock::stamp().day();
    html! {
        <main class="page stack">
            <h1 tabindex="-1">{ texts.progress_title() }</h1>
            <p class="soft">{ texts.progress_lead() }</p>
            { calendar(&view, today, texts) }
            { forecast(&view, today, texts) }
            <div class="stack">{ for props.packs.iter().filter(|pack| !pack.index.can_dos.is_empty()).map(|pack| course(pack, &view, texts)) }</div>
        </main>
    }
}

/// A row a week, a cell a day, with its minutes.
fn calendar(view: &View, today: Day, texts: &Texts) -> Html {
    let monday = today.monday();
    let earliest = view.days.first().map_or(monday, |(day, _)| day.monday());
    let weeks = (0..WEEKS).map(|back| monday.plus(-7 * back));
    let weeks: Vec<Day> = weeks.take_while(|week| *week >= earliest).collect();
    let studied = view
        .days
        .iter()
        .filter(|(day, _)| today.since(*day) < 7 * WEEKS);
    let all: u32 = studied.clone().map(|(_, study)| study.minutes()).sum();
    html! {
        <section class="card stack">
            <h2>{ texts.progress_calendar() }</h2>
            <p class="soft">{ texts.progress_calendar_text(studied.count(), format::minutes(texts, all)) }</p>
            <div class="scroll" tabindex="0" role="region" aria-label={texts.progress_calendar().to_owned()}><table class="calendar">
                <thead><tr>
                    <th scope="col">{ texts.progress_week() }</th>
                    { for (1..8_u8).map(|number| html! { <th key={number} scope="col"><abbr title={texts.weekday(number)}>{ texts.weekday_short(number) }</abbr></th> }) }
                </tr></thead>
                <tbody>{ for weeks.into_iter().map(|week| {
                    let date = week.date();
                    html! {
                        <tr key={week.0}>
                            <th scope="row">{ format::day_short(texts, date.month, date.day) }</th>
                            { for (0..7).map(|n| {
                                let day = week.plus(n);
                                let minutes = view.minutes_on(day);
                                let class = match minutes { 0 => "", 1..15 => "little", 15..40 => "some", 40.. => "much" };
                                let shown = if minutes > 0 { minutes.to_string() } else if day > today { String::new() } else { "–".to_owned() };
                                html! { <td key={n} {class} aria-current={(day == today).then_some("date")}>{ shown }</td> }
                            }) }
                        </tr>
                    }
                }) }</tbody>
            </table></div>
        </section>
    }
}

/// Reviews of the coming days, as bars that are a table too.
fn forecast(view: &View, today: Day, texts: &Texts) -> Html {
    let most = view.forecast.iter().copied().max().unwrap_or(0);
    if most == 0 {
        return html! { <section class="card"><h2>{ texts.progress_forecast() }</h2><p class="soft">{ texts.progress_no_forecast() }</p></section> };
    }
    html! {
        <section class="card stack">
            <h2>{ texts.progress_forecast() }</h2>
            <table class="bars"><tbody>{ for (0..).zip(&view.forecast).map(|(ahead, count)| {
                let date = today.plus(ahead).date();
                let name = if ahead < 2 { format::day_from_today(texts, ahead) } else { format::day_short(texts, date.month, date.day) };
                html! { <tr key={ahead}><th scope="row">{ name }</th><td class="bar" aria-hidden="true"><progress max={most.to_string()} value={count.to_string()} /></td><td>{ texts.progress_cards(*count) }</td></tr> }
            }) }</tbody></table>
        </section>
    }
}

fn course(pack: &Pack, view: &View, texts: &Texts) -> Html {
    let first = AttrValue::from(pack.index.first_language().to_owned());
    html! {
        <section class="card stack" key={pack.index.id.as_str().to_owned()}>
            <h2>{ tr(&pack.index.title, &first, texts) }</h2>
            <ul class="results">{ for pack.index.can_dos.iter().map(|entry| can_do(pack, entry, view, &first, texts)) }</ul>
        </section>
    }
}

/// A can-do with what the last check or test said.
fn can_do(pack: &Pack, entry: &CanDo, view: &View, first: &AttrValue, texts: &Texts) -> Html {
    let evidence = view
        .can_dos
        .get(&pack.index.id)
        .and_then(|all| all.get(&entry.id));
    let (class, mark, said) = match evidence {
        None => ("soft", "ellipsis", texts.progress_untested().to_owned()),
        Some(evidence) => {
            let date = evidence.last.date();
            let when = format::day_short(texts, date.month, date.day);
            let said = texts.progress_evidence(when, evidence.latest.right, evidence.latest.total);
            if evidence.is_shown() {
                ("shown", "check", said)
            } else {
                ("weak", "refresh-cw", said)
            }
        }
    };
    html! {
        <li key={entry.id.as_str().to_owned()} class="evidence">
            <span {class}>{ icon(mark) }</span>
            <span>{ tr(&entry.text, first, texts) }<span class="soft small block">{ said }</span></span>
        </li>
    }
}
