### Words that every screen needs.
### Voice: warm, brief, adult. Buttons are verbs. Errors say what happened, why, what is safe, and what to do.

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
