### Words that every screen needs.
### Voice: warm, brief, adult. Buttons are verbs. Errors say what happened, why, what is safe, and what to do.

app-name = Kakehashi

## Buttons

continue = Continue
continue-study = Continue studying
start = Start
back = Back
next = Next
previous = Previous
close = Close
leave = Leave
save = Save
save-to-file = Save to a file
cancel = Cancel
delete = Delete
edit = Edit
add = Add
choose = Choose
done = Done
retry = Try again
reload = Reload
undo = Undo
skip = Skip
check-answer = Check
show = Show
hide = Hide
show-answer = Show the answer
listen = Listen
listen-again = Listen again
download = Download
print = Print
open = Open
understood = Got it
yes = Yes
no = No

## Menu

nav-label = Main menu
nav-today = Today
nav-course = Courses
nav-review = Review
nav-test = Tests
nav-more = More
nav-progress = Progress
nav-certificate = Certificates
nav-settings = Settings
skip-to-content = Skip to content

## States

loading = Loading…
slow = This is taking longer than usual. The connection may be slow.
failed = This part could not be opened
failed-safe = Your saved progress is safe.
offline = No internet. Lessons that you have downloaded still open.
saving = Saving…
saved = Saved
not-saved = Not saved yet
empty = Nothing here yet.

## Verdicts

verdict-right = Correct
verdict-slip = Accepted, but note this
verdict-wrong = Not quite
your-answer = Your answer
right-answer = Correct answer

## Greetings. $part is the part of the day: morning, noon, afternoon, evening.

greeting = { $part ->
    [morning] Good morning
    [noon] Good afternoon
    [afternoon] Good afternoon
   *[evening] Good evening
}
greeting-name = { $part ->
    [morning] Good morning, { $name }
    [noon] Good afternoon, { $name }
    [afternoon] Good afternoon, { $name }
   *[evening] Good evening, { $name }
}

## Counts

count-of = { $n } of { $total }
step-of = Step { $n } of { $total }
question-of = Question { $n } of { $total }
card-count = { $n ->
    [one] { $n } card
   *[other] { $n } cards
}
word-count = { $n ->
    [one] { $n } word
   *[other] { $n } words
}
lesson-count = { $n ->
    [one] { $n } lesson
   *[other] { $n } lessons
}
exercise-count = { $n ->
    [one] { $n } exercise
   *[other] { $n } exercises
}
question-count = { $n ->
    [one] { $n } question
   *[other] { $n } questions
}
day-count = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
# $cards and $minutes are numbers.
cards-and-minutes = { $cards ->
    [one] { $cards } card
   *[other] { $cards } cards
} · about { $minutes } min
