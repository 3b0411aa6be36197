"""Review histories and what another implementation of FSRS-6 makes of them.

Source: PyPI package `fsrs` 6.3.2 (MIT, https://github.com/open-spaced-repetition/py-fsrs), its default parameters,
no fuzz, no learning or relearning steps. Writes `py-fsrs.json` beside this file:

    python3 -m venv venv && venv/bin/pip install fsrs==6.3.2 && venv/bin/python generate.py

Every fourth history reviews some cards again on the same day.
"""

import json
import random
from datetime import datetime, timedelta, timezone
from importlib.metadata import version
from pathlib import Path

from fsrs import Card, Rating, Scheduler

SEED = 20261124
HISTORIES = 200


def history(draw: random.Random, same_day: bool) -> list[dict]:
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = Card(card_id=1)
    now = datetime(2026, 11, 24, 2, tzinfo=timezone.utc)
    reviews = []
    for n in range(draw.randint(3, 12)):
        if n == 0:
            days = 0
        elif same_day and draw.random() < 0.4:
            days = 0
        else:
            planned = max(1, round(card.stability))
            days = draw.choice([1, 2, planned, planned, planned * 2, draw.randint(1, 90)])
        rating = draw.choices([1, 2, 3, 4], [2, 2, 6, 1])[0]
        now += timedelta(days=days)
        chance = scheduler.get_card_retrievability(card, now) if n else None
        card, _ = scheduler.review_card(card, Rating(rating), now)
        reviews.append(
            {
                "days": days,
                "grade": rating,
                "chance": chance and round(chance, 6),
                "stability": round(card.stability, 6),
                "difficulty": round(card.difficulty, 6),
                "interval": (card.due - now).days,
            }
        )
    return reviews


def main() -> None:
    draw = random.Random(SEED)
    histories = [history(draw, n % 4 == 3) for n in range(HISTORIES)]
    out = {"source": f"PyPI fsrs {version('fsrs')}", "seed": SEED, "histories": histories}
    lines = ",\n".join(json.dumps(history) for history in histories)
    head = json.dumps({key: out[key] for key in ("source", "seed")})[:-1]
    text = f'{head}, "histories": [\n{lines}\n]}}\n'
    Path(__file__).with_name("py-fsrs.json").write_text(text)


main()
