"""The pages of the program. Days are counted from the day of loading."""

INDEX = {
    "title": "Program",
    "slug": "program",
    "show_in_menus": True,
    "summary": "Three ways to go on together: a year of mentoring, a shared ride, and a list of people worth hearing.",
    "body": [
        (
            "text",
            "<p>Spotlights and calls come and go. These three stay all year, cost nothing, and are open to everybody "
            "who works in or for a library, whether or not they belong to the association.</p>",
        )
    ],
}

MENTORING = {
    "title": "Mentoring",
    "slug": "mentoring",
    "summary": "Nine months of conversation between two library workers: one who has been there, and one who is about "
    "to be.",
    "picture": "two_chairs",
    "who_for": "<p>For <b>mentees</b> at any point of a career: your first job, a new role, a move from school to "
    "public library, the year before you lead. For <b>mentors</b> who have met one problem more than once. Support "
    "staff, trustees and people between positions are welcome as either. You may be both at the same time.</p>",
    "body": [
        (
            "text",
            "<p>A pair meets once a month, by telephone, on screen or halfway between two towns. There is no "
            "curriculum. At the first meeting you settle on one to three goals, at the middle check-in you are asked "
            "whether they still hold, and at the wrap-up you tell one another what changed.</p>",
        ),
        ("heading", "The year in five dates"),
        (
            "steps",
            [
                "Sign up within the window. It takes about ten minutes.",
                "Hear who your match is, and why we thought of the two of you.",
                "Come to the orientation: one hour, on screen, in the evening, recorded.",
                "Meet once a month. In the fifth month a volunteer calls each of you to ask how it goes.",
                "Close with a wrap-up, and decide whether to go on without us. Most pairs do.",
            ],
        ),
        (
            "pull_quote",
            {
                "quote": "She never told me what to do. She asked what I had already tried, and waited.",
                "who": "A mentee of the last cycle (sample)",
            },
        ),
    ],
    # name, opens, closes, matched by, starts, ends
    "cycles": [("Coming cycle", -20, 25, 46, 60, 330)],
    "time_a_month": "One to two hours",
    "cost": "Free",
    "how_matching_works": "<p>Three volunteers read all sign-ups side by side. They look first at what a mentee hopes "
    "for and what a mentor offers, then at how and how often each would like to meet. You can ask for somebody from "
    "the same kind of library, or just not. You can name people you should not be matched with; only the three see "
    "that.</p><p>There are nearly always more mentees than mentors. If we can’t match you, you hear so by the same "
    "day, and you are first in line for the next cycle.</p>",
    "if_it_does_not_work_out": "<p>Sometimes two good people are not a pair. Write one line to the mentoring office, "
    "without reasons, and we end the match and thank you both. We try to find another within three weeks. Nothing "
    "about it is written down.</p>",
    "questions_and_answers": [
        {
            "question": "Do I have to be a member of the association?",
            "answer": "<p>No. Members keep it going through their dues; anybody who works in or for a library may "
            "take part.</p>",
        },
        {
            "question": "I have only been at this for four years. Can I be a mentor?",
            "answer": "<p>Yes. Somebody in their first month would rather ask you than somebody who has forgotten "
            "what the first month is like.</p>",
        },
        {
            "question": "Will my director know?",
            "answer": "<p>Only if you say so. We write to the address you give, and never to your library.</p>",
        },
        {
            "question": "What do you do with what we talk about?",
            "answer": "<p>Nothing. It stays between the two of you. The check-in asks whether you meet, not what "
            "about.</p>",
        },
    ],
}

TRAVEL = {
    "title": "Travel together",
    "slug": "travel-together",
    "summary": "An empty seat on the way to Library Legislative Day or the annual conference is a missed "
    "conversation. Offer one, or ask for one.",
    "who_for": "<p>For anybody who drives anyway, and for anybody who would come if somebody did. First-timers above "
    "all.</p>",
    "body": [
        (
            "text",
            "<p>Write to the mentoring office which event you are going to, from which town, how many seats you have "
            "or need, and when you leave and return. We pass your note to the people who match it; your address stays "
            "with us until you answer one another. Never send a home address: meet at a library.</p>"
            "<p>A shared ride is a personal arrangement between the people in the car. The association doesn’t run or "
            "insure it.</p>",
        ),
        ("heading", "What to talk about on a long road"),
        (
            "steps",
            [
                "What did you copy this year, and from whom?",
                "Which part of your work would you give away tomorrow?",
                "Who should be on a committee and has never been asked?",
                "What would you try if nobody counted?",
            ],
        ),
    ],
    "cycles": [],
    "time_a_month": "As long as the road",
    "cost": "Free; share the fuel if you like",
    "how_matching_works": "<p>By event, day and direction. One of us reads each note and introduces you by e-mail.</p>",
    "if_it_does_not_work_out": "<p>Plans change. Tell your companion and us, and we look for another seat until the "
    "day before.</p>",
    "questions_and_answers": [
        {
            "question": "I use a wheelchair. Is it worth asking?",
            "answer": "<p>Yes. Say what you need and we ask drivers before we introduce anybody.</p>",
        }
    ],
}

SPEAKERS = {
    "title": "Speakers to tap",
    "slug": "speakers-to-tap",
    "summary": "Conference planners ask the same ten people. Tell us about the eleventh: somebody you heard who should "
    "be heard by more.",
    "who_for": "<p>For planners of workshops, system days and conferences who look for a new voice; and for the new "
    "voices, who rarely put themselves forward.</p>",
    "body": [
        (
            "text",
            "<p>Write to the mentoring office with the person’s name and library, what they spoke about and where you "
            "heard them. We ask the person before anything is listed. They write their own few lines, choose how they "
            "may be reached, and can leave whenever they like.</p>",
        ),
        (
            "facts",
            [
                {"name": "Formats", "value": "Talk, panel, workshop, webinar, or a table at the system day"},
                {"name": "Never spoken before", "value": "Welcome, with a mentor beside them for the first time"},
                {"name": "Fees", "value": "Agreed between planner and speaker; do ask about travel"},
            ],
        ),
    ],
    "cycles": [],
    "time_a_month": "One evening, when asked",
    "cost": "Free",
    "how_matching_works": "<p>Planners tell us topic, date and place; we name two or three people who said yes to "
    "being asked.</p>",
    "if_it_does_not_work_out": "",
    "questions_and_answers": [],
}

PAGES = [MENTORING, TRAVEL, SPEAKERS]
