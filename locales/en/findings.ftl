### What a finding in a lesson pack says: what is wrong, why it matters, what to do.
### Small letters and no full stop, as tools speak. $reason, $part and $thing only choose the sentence.

# $kind is error, warning or advice.
finding-kind = { $kind ->
    [error] error
    [warning] warning
   *[advice] advice
}
finding-why = why
finding-fix = fix

p001-what = the file { $file } is missing
p001-why = a pack cannot be read without it
p001-fix = add the file; docs/packs.md shows its form

# $message comes from the reader of TOML, in English.
p002-what = this is not valid TOML: { $message }
p002-why = the block or file cannot be read
p002-fix = mend the place that is marked; text stands in double quotes

# $name is a field or a person; $found and $expected are kinds of value (text, number …), values, or a message in English.
p003-what = { $reason ->
    [unknown-field] the field “{ $name }” is unknown here
    [missing-field] the field “{ $name }” is missing
    [unknown-value] “{ $found }” is not possible here; possible are { $expected }
    [type] { $expected ->
        [text] a text
        [number] a number
        [truth] true or false
        [list] a list
        [table] a table
       *[else] { $expected }
    } is expected here, not { $found ->
        [text] a text
        [number] a number
        [truth] true or false
        [list] a list
        [table] a table
       *[else] { $found }
    }
    [id-empty] an id is empty
    [id-long] an id has more than { $expected } characters
    [id-character] an id cannot contain { $found }
    [format] the format is { $found }; only { $expected } can be read
    [no-language] the list of languages is empty
    [test-kind] the kind of a file in tests/ is not “test”
    [spoken-line] this is no spoken line
    [speaker] { $name } is not among the speakers
    [indented-line] this indented line belongs to no spoken line, or has no colon
   *[message] a field is wrong: { $found }
}
p003-why = what it says would be lost
p003-fix = { $reason ->
    [missing-field] write the field; docs/packs.md shows an example
    [id-empty] use a–z, 0–9 and hyphens, at most 40
    [id-long] use a–z, 0–9 and hyphens, at most 40
    [id-character] use a–z, 0–9 and hyphens, at most 40
    [spoken-line] write #id, the name, a colon and what is said
    [speaker] add the name to speakers, or correct it
    [indented-line] write the language, a colon and the text below a spoken line
   *[message] compare it with docs/packs.md
}

p004-what = the file is not UTF-8
p004-why = characters would be lost
p004-fix = save it as UTF-8

p005-what = the id { $id } is used twice
p005-why = progress is kept by id, so an id means one thing
p005-fix = give one of them a new id

# $language is a tag such as id; $name is the sentence that has no translation.
p006-what = { $part ->
    [gloss] the meaning is missing in the pack’s first language ({ $language })
    [title] the title is missing in the pack’s first language ({ $language })
    [line] “{ $name }” has no translation in the pack’s first language ({ $language })
   *[text] the text is missing in the pack’s first language ({ $language })
}
p006-why = it is what all other languages fall back to
p006-fix = write it

p007-what = { $thing ->
    [lesson] the lesson
    [word] the word
    [can-do] the can-do
    [file] the file
    [section] the section
   *[else] what is referred to,
} “{ $name }” does not exist
p007-why = the reference leads nowhere
p007-fix = write the id of something that is in the pack, or add it

# $text is the part that cannot be read.
p008-what = { $reason ->
    [unclosed] the furigana has an opening brace and no closing one
    [unopened] the furigana has a closing brace and no opening one
    [no-reading] the furigana { $text } has no bar with a reading
    [empty] one side of the bar in the furigana is empty
    [not-kana] the reading { $text } in the furigana is not kana
   *[else] the furigana cannot be read: { $text }
}
p008-why = readings are shown over the writing and used in grading
# $example is the notation of furigana.
p008-fix = write { $example }, the reading in kana

p009-what = the step “{ $name }” is unknown, repeated or out of order
p009-why = a lesson goes through its steps in one order
p009-fix = use the steps of docs/packs.md, each once, in order

p010-what = the block “{ $name }” is unknown
p010-why = it cannot be shown
p010-fix = use a kind of block that docs/packs.md names

# $name is a column; $found and $expected are numbers of cells, or what the cell holds.
p011-what = { $reason ->
    [heading] the heading “{ $name }” is unknown
    [cells] the row has { $found ->
        [one] 1 cell
       *[other] { $found } cells
    } for { $expected ->
        [one] 1 heading
       *[other] { $expected } headings
    }
    [empty] the column “{ $name }” is empty
    [accent] the accent is not a number: { $found }
    [use] the column “use” says “{ $found }”, neither use nor know
    [id-empty] the id in the column “{ $name }” is empty
    [id-long] the id in the column “{ $name }” has more than { $expected } characters
    [id-character] the id in the column “{ $name }” cannot contain { $found }
   *[message] the row cannot be read: { $found }
}
p011-why = the word would be lost
p011-fix = mend the row: as many cells as headings, quotes around cells with commas

p012-what = HTML is not allowed here: { $text }
p012-why = a pack is data only; nothing of it reaches the page as markup
p012-fix = take it out; use Markdown

p013-what = links out are not allowed: { $address }
p013-why = learners are offline and a pack must not lead them elsewhere
p013-fix = take the link out

p014-what = { $reason ->
    [none] no option is right
    [several] more than one option is right
   *[else] there is not exactly one right option
}
p014-why = every question has exactly one best answer
p014-fix = mark exactly one option with right = true

p015-what = the option { $option } has no reason in { $language }
p015-why = a wrong answer always gets a reason
p015-fix = add why: one sentence that names the mistake

p016-what = { $first } and { $second } say the same
p016-why = then there are two right answers or a wasted option
p016-fix = change one of them

# $n, $least and $most are numbers.
p017-what = { $reason ->
    [options] { $n ->
        [one] there is 1 option
       *[other] there are { $n } options
    }; 2 to 4 are allowed
    [nothing-shown] { $id } has nothing to show
    [no-question] there is nothing to ask about
    [gaps] the sentence has { $n ->
        [one] 1 gap
       *[other] { $n } gaps
    }; exactly one gap ＿＿ is needed
    [no-answer] there are neither options nor a key
    [parts] { $n ->
        [one] there is 1 part
       *[other] there are { $n } parts
    }; { $least } to { $most } are allowed
    [order] an order in also does not name every tile once
    [no-script] there is nothing to hear
    [no-lines] the dialogue has no lines
   *[else] this cannot be answered
}
p017-why = a learner would be stuck
p017-fix = complete it as docs/packs.md shows

p018-what = the question contains its answer: { $key }
p018-why = it can be solved without knowing
p018-fix = rewrite the question or the option

p019-what = “{ $text }” cannot be typed in kana
p019-why = the answer field grades kana
p019-fix = give every kanji its reading and write Latin words in katakana

p020-what = { $part ->
    [exercise] the exercise has no id
    [option] the option has no id
    [pair] the pair has no id
    [question] the question has no id
    [dialogue] the dialogue has no id
    [line] the line has no id
   *[else] an id is missing
}
p020-why = progress is kept by id
p020-fix = run `kakehashi fmt`, or write one

p021-what = the front matter is missing
p021-why = the lesson has no name
p021-fix = begin the file with +++ lines around its TOML

p022-what = { $n ->
    [0] no item of form { $form } tests the can-do { $can-do }; at least 2 are needed
    [one] only one item of form { $form } tests the can-do { $can-do }; at least 2 are needed
   *[other] { $n } items of form { $form } test the can-do { $can-do }; at least 2 are needed
}
p022-why = one item is no evidence
p022-fix = add items, or tag them with can-do

p023-what = form { $form } of the check has { $n ->
        [one] 1 item
       *[other] { $n } items
    }; at least { $least } are expected
p023-why = the passing mark of 80 % needs enough items
p023-fix = add items

p024-what = the lesson has { $exercises ->
        [one] 1 exercise
       *[other] { $exercises } exercises
    } of { $kinds ->
        [one] 1 kind
       *[other] { $kinds } kinds
    }; at least { $least-exercises } of { $least-kinds } kinds are expected
p024-why = practice in few ways does not carry over
p024-fix = add exercises

p025-what = an item of a check or test has no { $part ->
    [form] form
    [can-do] can-do
   *[else] form or can-do
}
p025-why = results are reported by can-do and form
p025-fix = add it

p026-what = section { $section }: form A has { $a ->
        [one] 1 item
       *[other] { $a } items
    }, form B { $b }
p026-why = parallel forms are alike
p026-fix = add or take out items

p027-what = the kanji { $kanji } has no reading
p027-why = beginners cannot read it
p027-fix = write { $example }: the kanji with its reading

p028-what = Latin letters inside Japanese: { $text }
p028-why = they are read aloud and graded wrongly
p028-fix = write it in katakana

# $place is 1 to 4.
p029-what = the right option stands in place { $place } in { $n } of { $total } questions
p029-why = learners find out
p029-fix = move some

p030-what = the right option is the longest in { $n } of { $total } questions
p030-why = learners find out
p030-fix = even the lengths out

p031-what = the reading of { $word } does not fit its writing
p031-why = learners would learn a wrong reading
p031-fix = make ruby and the reading column agree

p032-what = the picture { $name } is not one of the app’s
p032-why = an empty place is shown
p032-fix = choose a name from static/icons.toml

p033-what = accent { $accent } is beyond the { $beats ->
        [one] 1 beat
       *[other] { $beats } beats
    } of { $reading }
p033-why = the drawn pitch would be wrong
p033-fix = count the beats; 0 is flat

p034-what = the certificate { $certificate } names { $missing }, which is not in this pack
p034-why = the certificate would never appear, or too early
p034-fix = name lessons and tests of this pack

p035-what = { $reason ->
    [test-prose] a test holds exercises only; this would be lost
    [open-block] the block “{ $name }” has no end; what follows would be lost
    [early] this stands before the first step and would be lost
   *[else] this would be lost
}
p035-why = a learner would never see it
p035-fix = close every block with ```, put everything below the heading of a step, and only exercises into a test

p036-what = this is nested too deeply
p036-why = nobody can follow it, and some browsers cannot show it
p036-fix = take lists and quotations out of each other

p037-what = { $word } has neither an accent nor a yomi
p037-why = no voice can speak it, and no pitch can be drawn
p037-fix = fill the column accent, or yomi for a phrase

# $phrase is a part of the reading with accent, $writing the text that it belongs to.
p038-what = { $reason ->
    [no-accent] in yomi, { $phrase } has no accent
    [not-kana] in yomi, { $phrase } is not kana
   *[differs] the yomi { $phrase } does not fit the writing { $writing }
}
p038-why = a voice would say something else than what is written
p038-fix = write the reading of the whole text in kana, each phrase with / and its accent, as docs/packs.md shows

# $earlier is the id of another exercise.
p039-what = this asks the same as { $earlier } and has the same answer
p039-why = it is answered from memory of the other one, and counts twice
p039-fix = ask about something else, or in another way

# $lesson is the id of a lesson.
p040-what = { $thing ->
    [character] the character { $word } is used here, but the lesson { $lesson } teaches it
   *[word] the word { $word } is used here, but the lesson { $lesson } teaches it
}
p040-why = a learner meets it before it is explained
p040-fix = { $thing ->
    [character] use characters that were taught
   *[word] use a word that was taught, or explain it in gloss
}

# $language is a tag such as en, $text the name of the field.
p041-what = { $reason ->
    [empty] “{ $text }” has a translation into { $language } that is empty
   *[unknown] “{ $text }” has a text in { $language }, which is not one of the pack’s languages
}
p041-why = { $reason ->
    [empty] learners of that language are shown another one
   *[unknown] nobody is shown it
}
p041-fix = { $reason ->
    [empty] write it, or take it out
   *[unknown] correct the tag, or add the language in pack.toml
}
