//! The frame of the pages that are not full screens: the bar of five, from 900 px on a rail.

use crate::route::Route;
use crate::widgets::icon;
use texts::Texts;
use yew::prelude::*;

/// A page with the bar; `now` is the place that is marked.
pub fn framed(now: &Route, page: Html, texts: &Texts) -> Html {
    let places = [
        (Route::Today, "home", texts.nav_today()),
        (Route::Courses, "book-open", texts.nav_courses()),
        (Route::Review, "refresh-cw", texts.nav_review()),
        (Route::Tests, "clipboard-check", texts.nav_tests()),
        (Route::More, "ellipsis", texts.nav_more()),
    ];
    let under_more = match now {
        Route::Progress | Route::Certificates | Route::Settings => true,
        Route::Today
        | Route::Courses
        | Route::Lesson(..)
        | Route::Review
        | Route::Tests
        | Route::Test(..)
        | Route::More
        | Route::Welcome
        | Route::Unknown(_) => false,
        #[cfg(feature = "panic-route")]
        Route::Panic => false,
    };
    html! {
        <div class="framed">
            { page }
            <nav class="nav" aria-label={texts.nav_label().to_owned()}>
                <span class="brand">{ "Kakehashi " }<span lang="ja">{ "架け橋" }</span></span>
                { for places.into_iter().map(|(route, name, label)| {
                    let here = route == *now || under_more && route == Route::More;
                    html! { <a key={name} href={route.hash()} aria-current={here.then_some("page")}>{ icon(name) }<span>{ label.to_owned() }</span></a> }
                }) }
            </nav>
        </div>
    }
}
