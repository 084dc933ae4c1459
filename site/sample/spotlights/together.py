"""Spotlights on special libraries and on libraries that do together what none could do alone."""

FORMS_HOUR = {
    "slug": "the-forms-hour",
    "title": "The forms hour: a law librarian on the reading-room screen",
    "summary": "A county law librarian and a branch manager hold one open hour a month for people who have to fill in "
    "a court form. A card on the table says what they may tell you, and what nobody here may.",
    "days_ago": 75,
    "colleagues": [
        {
            "name": "Eleanor Whitcomb",
            "job_title": "Law librarian",
            "library": "Kettle Ferry County law library (sample)",
            "town": "Kettle Ferry",
        },
        {
            "name": "Marcus Dray",
            "job_title": "Branch manager",
            "library": "Low Bridge branch, Kettle Ferry County Library (sample)",
            "town": "Low Bridge",
        },
    ],
    "finder": ("Nadia Kowalczyk", "Bookmobile librarian", "Kettle Ferry County Library (sample)"),
    "how_they_know_each_other": "Eleanor sat in Nadia’s third chair one May, and did not want to get up.",
    "discovered": "<p>Public librarians are told never to give legal advice, and so, to be safe, they give no help at "
    "all. Eleanor Whitcomb knows exactly where that line runs. After an afternoon in the third chair at a bookmobile "
    "stop she offered to stand on it, in public, once a month.</p>"
    "<p>She appears on the big screen in Marcus Dray’s meeting room; he sits at the table with the paper. Between them "
    "lies a printed card. Left side: “We can show you the form, the instructions, the fee, the deadline, and what a "
    "word means.” Right side: “We can’t tell you which form to choose, what to write, or what a judge will do. These "
    "people can,” and three telephone numbers. Staff who read that card stopped being afraid.</p>",
    "steps": [
        "Write the two-column card together with the law library or the clerk of court, and have them sign it off.",
        "Choose the five forms most asked for. Print the instructions in large type.",
        "Pick an hour after work and keep it every month, also when nobody came last time.",
        "Set the screen so that passers-by can’t read it, and offer headphones.",
        "Let people come with a first name, or none. Write nothing down about anybody.",
        "When a question falls in the right column, turn the card round and dial the number with them.",
        "Afterwards let both librarians ask one another what they nearly answered.",
    ],
    "cost": "$30 for printing",
    "time": "Three hours a month for each of the two",
    "staff": "Two, in two buildings",
    "audience": "People without a lawyer",
    "what_happened": "<p>In ten months 118 people came. The clerk’s office says forms from Low Bridge now come back "
    "half as often. Four more branches have asked for the card, and two for the hour.</p>",
    "how_to_try_it": "<p>Start with the card alone, at your own desk. If your county has no law librarian, your "
    "state’s law library will know who answers.</p>",
    "built_on": "the-third-chair",
    "built_on_credit": "Nadia Kowalczyk’s third chair, where it began, and the county clerk who lent her instructions.",
    "topics": ["research-help", "adult-programs"],
    "career_stage": "leading",
    "region": "river-bottoms",
    "library_type": "special",
    "library_size": "large",
}

DAY_OFF = {
    "slug": "a-day-off-covered",
    "title": "A day off, covered by the next town",
    "summary": "Seven one-person libraries in Upriver Counties lend one another their librarians, two days a year "
    "each. Nobody closes, everybody gets away, and they all come home with ideas.",
    "days_ago": 52,
    "colleagues": [
        {
            "name": "Yolanda Fitch",
            "job_title": "Member services coordinator",
            "library": "Upriver Counties library system (sample)",
            "town": "",
        }
    ],
    "finder": ("Gus Engstrom", "Director", "Marrow Creek Public Library (sample)"),
    "how_they_know_each_other": "She covered his desk herself, the day his daughter married.",
    "discovered": "<p>If you are the only person in a library, a dentist’s appointment closes it. Yolanda Fitch "
    "telephoned seven directors and found that five had not taken a full week in three years. No budget would hire a "
    "substitute. But each of them was one.</p>"
    "<p>The agreement fits on a page: each gives two days a year to another library and gets two back. The home "
    "library goes on paying its own librarian, so no money moves. What makes it possible is a sheet of paper she had "
    "seen in a school: the library on two pages. With that on the cabinet door, a stranger who is a librarian can "
    "open any of the seven.</p>",
    "steps": [
        "Gather three to seven libraries within an hour’s drive, with the same catalog if you can.",
        "Have each write its two pages, and test them on somebody from the next town.",
        "Write a one-page agreement: two days given, two received, everybody stays on their own payroll and their own "
        "insurance. Ask each board to vote on it.",
        "Settle the keys: a sealed envelope at the town office is enough.",
        "Set the days in January. Emergencies come from a spare day that each library holds back.",
        "Cover means: open, lend, answer. No weeding, no rearranging, no opinions until asked.",
        "Afterwards the visitor leaves one note: “What I am taking home with me.”",
    ],
    "cost": "Mileage, about $40 a library",
    "time": "A season to agree, then two days a year",
    "staff": "Seven people, each alone",
    "audience": "Libraries with one librarian",
    "what_happened": "<p>In the first year 13 of 14 days were used: two funerals, a wedding, a conference, and nine "
    "days on which nothing happened but rest. The notes about what each took home are now read aloud at the system’s "
    "spring meeting.</p>",
    "how_to_try_it": "<p>Two libraries are enough. Trade one ordinary Tuesday before you trade a day that matters.</p>",
    "built_on": "the-library-on-two-pages",
    "built_on_credit": "Cecily Brandt’s two pages, without which a stranger could not find the light switch.",
    "topics": ["staff"],
    "career_stage": "leading",
    "region": "upriver",
    "library_type": "system",
    "library_size": "small",
    "links": [("The one-page agreement, to copy (sample)", "https://example.org/day-off-agreement")],
}

NIGHT_BOX = {
    "slug": "a-question-box-for-the-night-shift",
    "title": "A question box for the night shift",
    "summary": "The hospital library keeps office hours and half the hospital does not. A wooden box at the night desk "
    "takes questions on cards; each has an answer, on one page, before the next shift.",
    "days_ago": 37,
    "colleagues": [
        {
            "name": "A. M.",
            "job_title": "Clinical librarian",
            "library": "A hospital library (sample)",
            "town": "",
            "name_form": "initials",
        }
    ],
    "finder": ("Beatriz Lund", "Health sciences librarian", "Capital Region health library (sample)"),
    "how_they_know_each_other": "They were matched in the mentoring program, and forgot to stop when it ended.",
    "discovered": "<p>A. M. wishes to be named by initials, and we are glad to. Nights in a hospital are when "
    "questions are sharpest and the library is dark. An e-mail form existed. At three in the morning nobody opens an "
    "e-mail form; they say “I wonder” to one another, and the wondering is gone by seven.</p>"
    "<p>So there is a box with a slot, a stack of cards and a pen on a chain. A card asks two things: what do you want "
    "to know, and for when? Never who the patient is. A. M. collects it on the way in, answers by four in the "
    "afternoon with a single page, what is known, how well, and where it says so, and leaves it in the box’s lid.</p>",
    "steps": [
        "Ask the night charge nurse where the box should stand. Not near the manager’s door.",
        "Print cards with two lines and one sentence: “Nothing about a patient, not even a room.”",
        "Empty it at the same time each morning. Shred a card that names anybody, and leave word why.",
        "Answer on one page: the short answer, how sure we can be, two sources, your extension.",
        "Put the page in the lid, where everybody can read it, not in one person’s mail.",
        "Keep the pages in a ring binder by the box. The binder gets more readers than the box.",
        "Work one night shift a year. Bring food.",
    ],
    "cost": "$25 for a box",
    "time": "Three hours a week",
    "staff": "One",
    "audience": "Nurses, therapists and aides at night",
    "what_happened": "<p>In the first half-year 94 cards, of which six could not be answered and said so. Two pages "
    "became part of a ward’s own guidance. The evening shift has asked for a box of its own.</p>",
    "how_to_try_it": "<p>Every library has a night shift: the custodians, the coaches, the parents who read this at "
    "eleven. Find out where they stand when they say “I wonder”.</p>",
    "built_on_credit": "Question boxes in hospital libraries long before e-mail; we only found the key again.",
    "topics": ["research-help", "outreach"],
    "career_stage": "middle",
    "region": "capital",
    "library_type": "special",
    "library_size": "small",
    "contact": ("none", ""),
}

TOGETHER = [FORMS_HOUR, DAY_OFF, NIGHT_BOX]
