//! What there is to read in a step: prose, dialogues, words, kanji, kana.

use crate::platform::speech;
use crate::widgets::{Speaker, blocks, ja, picture, romaji, silence, tr};
use domain::ids::WordKey;
use domain::model::{Dialogue, KanaCard, Kanji, Piece, Prose, Word, WordList, Words};
use std::rc::Rc;
use texts::Texts;
use yew::prelude::*;

/// Pieces to read, in order.
pub fn pieces(pieces: &[Piece], all: &Words, first: &AttrValue, texts: &Texts) -> Html {
    html! {
        <div class="stack">{ for pieces.iter().enumerate().map(|(n, piece)| html! {
            <div key={n}>{ match piece {
                Piece::Prose(prose) => prose_of(prose, first, texts),
                Piece::Dialogue(dialogue) => html! { <Conversation dialogue={dialogue.clone()} first={first.clone()} /> },
                Piece::Words(list) => words(list, all, first, texts),
                Piece::Kanji(list) => kanji(list, all, first, texts),
                Piece::Kana(list) => kana(list, all, first, texts),
                Piece::Exercise(_) => html! { <span hidden=true /> },
            } }</div>
        }) }</div>
    }
}

fn prose_of(prose: &Prose, first: &AttrValue, texts: &Texts) -> Html {
    let own = prose.get(texts.lang().tag());
    let lang = own.is_none().then(|| first.clone());
    let text = own.or_else(|| prose.get(first.as_str()));
    blocks(text.map(Vec::as_slice).unwrap_or_default(), lang)
}

#[derive(Properties, PartialEq)]
struct ConversationProps {
    dialogue: Rc<Dialogue>,
    first: AttrValue,
}

/// A dialogue: heard first where there is a voice, its script on demand.
#[component]
fn Conversation(props: &ConversationProps) -> Html {
    let open = use_state(|| !speech::available());
    let Some(texts) = use_context::<Texts>() else {
        return html! { <div /> };
    };
    let texts = &texts;
    let ConversationProps { dialogue, first } = props;
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let all: String = dialogue
        .lines
        .iter()
        .map(|line| line.ja.reading())
        .collect::<Vec<_>>()
        .join("。");
    html! {
        <section class="card stack">
            <div class="row between">
                <h2>{ tr(&dialogue.title, first, texts) }</h2>
                <Speaker text={all} label={texts.lesson_listen().to_owned()} />
            </div>
            <p class="soft small" hidden={speech::available()}>{ silence(texts) }</p>
            <button class="btn quiet auto" onclick={toggle} aria-expanded={open.to_string()}>{ if *open { texts.lesson_hide_script() } else { texts.lesson_show_script() } }</button>
            <ul class="lines" hidden={!*open}>{ for dialogue.lines.iter().enumerate().map(|(n, line)| {
                let speaker = dialogue.speakers.iter().find(|speaker| Some(&speaker.name) == line.who.as_ref());
                let name = speaker.map(|speaker| speaker.ja.clone()).filter(|ja| !ja.is_empty());
                html! {
                    <li key={n}>
                        <span class="row">
                            <b class="who">{ match name { Some(text) => html! { { ja(&text, false) } }, None => html! { <span lang="ja">{ line.who.as_deref().unwrap_or_default().to_owned() }</span> } } }</b>
                            <Speaker text={line.ja.reading()} label={texts.lesson_listen().to_owned()} />
                        </span>
                        <span class="said">{ ja(&line.ja, false) }</span>
                        { romaji(&line.ja) }
                        <span class="soft small block">{ tr(&line.tr, first, texts) }</span>
                    </li>
                }
            }) }</ul>
        </section>
    }
}

fn find<'a>(words: &'a Words, key: &WordKey) -> Option<&'a Word> {
    words.0.iter().find(|word| word.key == *key)
}

fn words(list: &WordList, words: &Words, first: &AttrValue, texts: &Texts) -> Html {
    let group = |title: &str, keys: &[WordKey]| {
        html! {
            <section hidden={keys.is_empty()} class="stack">
                <h2>{ title.to_owned() }</h2>
                <ul class="words">{ for keys.iter().filter_map(|key| find(words, key)).map(|word| self::word(word, first, texts)) }</ul>
            </section>
        }
    };
    html! { <div class="stack">{ group(texts.lesson_to_use(), &list.to_use) }{ group(texts.lesson_to_know(), &list.to_know) }</div> }
}

fn word(word: &Word, first: &AttrValue, texts: &Texts) -> Html {
    let example = word.example.as_ref();
    html! {
        <li key={word.key.as_str().to_owned()} class="word">
            <span class="row between">
                <span class="word-ja">{ ja(&word.ja, false) }{ romaji(&word.ja) }</span>
                <span class="row">
                    <span hidden={word.icon.is_none()}>{ word.icon.as_ref().map_or_else(|| html! { <span /> }, |icon| html! { { picture(icon, "") } }) }</span>
                    <Speaker text={word.reading.to_string()} label={texts.lesson_listen().to_owned()} />
                </span>
            </span>
            <b>{ tr(&word.gloss, first, texts) }</b>
            <span class="soft small block" hidden={word.note.is_empty()}>{ tr(&word.note, first, texts) }</span>
            <span class="small block example" hidden={example.is_none()}>
                { ja(&example.map(|example| example.ja.clone()).unwrap_or_default(), false) }
                <span class="soft block">{ tr(&example.map(|example| example.tr.clone()).unwrap_or_default(), first, texts) }</span>
            </span>
        </li>
    }
}

fn kanji(list: &[Kanji], words: &Words, first: &AttrValue, texts: &Texts) -> Html {
    html! {
        <section class="stack">
            <h2>{ texts.lesson_kanji() }</h2>
            <ul class="cards">{ for list.iter().enumerate().map(|(n, kanji)| html! {
                <li key={n} class="kanji">
                    <span class="big" lang="ja">{ kanji.kanji.to_string() }</span>
                    <span>
                        <b lang="ja">{ kanji.reading.to_string() }</b>{ " · " }{ tr(&kanji.gloss, first, texts) }
                        <span class="block">{ find(words, &kanji.word).map_or_else(|| html! { <span /> }, |word| html! { { ja(&word.ja, false) } }) }</span>
                        <span class="soft small block" hidden={kanji.mnemonic.is_empty()}>{ tr(&kanji.mnemonic, first, texts) }</span>
                    </span>
                </li>
            }) }</ul>
        </section>
    }
}

fn kana(list: &[KanaCard], words: &Words, first: &AttrValue, texts: &Texts) -> Html {
    html! {
        <ul class="cards">{ for list.iter().filter_map(|card| find(words, &card.key).map(|word| (card, word))).map(|(card, word)| {
            let example = card.example.as_ref().and_then(|key| find(words, key));
            html! {
                <li key={card.key.as_str().to_owned()} class="kanji">
                    <span class="big">{ ja(&word.ja, false) }</span>
                    <span>
                        <span class="row between"><b>{ tr(&word.gloss, first, texts) }</b><Speaker text={word.reading.to_string()} label={texts.lesson_listen().to_owned()} /></span>
                        <span class="block" hidden={card.mnemonic.is_empty()}>{ tr(&card.mnemonic, first, texts) }</span>
                        <span class="soft small block" hidden={card.note.is_empty()}>{ tr(&card.note, first, texts) }</span>
                        <span class="small block example" hidden={example.is_none()}>{ example.map_or_else(|| html! { <span /> }, |word| html! {
                            <>{ ja(&word.ja, false) }{ " — " }{ tr(&word.gloss, first, texts) }</>
                        }) }</span>
                    </span>
                </li>
            }
        }) }</ul>
    }
}
