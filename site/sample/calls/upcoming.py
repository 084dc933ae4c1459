"""A call that has not opened yet."""

LEGISLATIVE_DAY = {
    "slug": "legislative-day-guides",
    "title": "Guides for Library Legislative Day",
    "kind": "volunteers",
    "group": "Advocacy section",
    "summary": "Walk four first-timers through the capitol for one day: where to stand, whom to greet, when to eat.",
    "charge": "<p>Once a year two hundred library people visit their lawmakers. Half of them have never done it. Each "
    "guide looks after four of those for a day, from the bus to the last handshake.</p>",
    "duties": "<ul><li>One briefing on screen.</li><li>One long day in the capital, in shoes you can stand in.</li>"
    "<li>A note afterwards: what did your four say, and to whom?</li></ul>",
    "seats": 20,
    "term": "One day",
    "term_starts_on": 95,
    "hours_a_month": 3,
    "meetings": "both",
    "meetings_detail": "A briefing on screen, a day in the capital",
    "cost": "Lunch is provided",
    "travel_paid_by": "Shared rides are arranged; fuel is paid from 60 miles",
    "eligibility": "<p>Anybody who has been to Legislative Day once.</p>",
    "newcomers_welcome": False,
    "opens": (14, "08:00"),
    "closes": (44, "23:59"),
    "hear_by": 55,
    "who_decides": "The advocacy section’s chair",
    "who_reads": "The chair and two members of the section",
    "questions": [
        {
            "label": "From which town do you start in the morning?",
            "help_text": "So that we can fill the empty seats in your car, or find you one.",
            "field_type": "singleline",
            "character_limit": 80,
        },
        {
            "label": "What calmed you on your own first visit?",
            "field_type": "multiline",
            "character_limit": 600,
        },
        {
            "label": "How many first-timers would you like to look after?",
            "field_type": "dropdown",
            "choices": ["Two", "Three", "Four"],
        },
    ],
}

UPCOMING = [LEGISLATIVE_DAY]
