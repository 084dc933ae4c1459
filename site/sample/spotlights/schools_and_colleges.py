"""Spotlights from schools and colleges, and one that still waits for its colleague's yes."""

CORRIDOR_PALLET = {
    "slug": "a-pallet-in-the-corridor",
    "title": "A pallet of paperbacks between the lockers",
    "summary": "The library of Dunmore Flats Middle School is closed half the day for testing. Its books are not: they "
    "stand on a pallet outside the lunch room, with no card, no due date and one rule.",
    "days_ago": 252,
    "colleagues": [
        {
            "name": "Inés Tavarez",
            "job_title": "School librarian",
            "library": "Dunmore Flats Middle School (sample)",
            "town": "Dunmore Flats",
        }
    ],
    "finder": ("Lorna Pruitt", "Director", "Tallgrass Junction Public Library (sample)"),
    "how_they_know_each_other": "Inés telephoned to ask about the crate. Lorna has been asking about the pallet since.",
    "discovered": "<p>For eleven weeks a year Inés Tavarez’s library is a testing room. She had read about the crate "
    "at the grain elevator and asked herself where four hundred children wait. They wait for lunch, in a corridor, in "
    "alphabetical order.</p>"
    "<p>The cafeteria had a pallet. She sanded it, screwed felt under it so that it slides, and piled it with donated "
    "paperbacks, face up, at knee height, where nothing looks like a shelf. The one rule is that you take a book "
    "without asking. Bringing one back is welcome and not counted. “The ones that vanish,” Inés says, “are my "
    "purchase list.”</p>",
    "steps": [
        "Find the line. Stand in it once, at their height, and see what is in front of your nose.",
        "Ask the custodian before the principal: floor, fire door, width of a wheelchair and a half.",
        "Sand a pallet, screw felt under it and two rope handles to it.",
        "Pile it with a hundred paperbacks, face up. Thin ones, funny ones, the second volumes too.",
        "Mark each with a dot of one color on the spine, and nothing else. The dot means: no card needed.",
        "Let a different homeroom restock it each Friday. They know what goes.",
        "Photograph the pallet from above on Monday and on Friday. The difference is your report.",
    ],
    "cost": "Nothing; the books were donated",
    "time": "An afternoon, then 15 minutes a week",
    "staff": "One librarian, one homeroom at a time",
    "audience": "Grades six to eight",
    "what_happened": "<p>Between September and May 1,160 books left the pallet and about 700 came back, some of them "
    "books that had never been on it. Checkouts in the library itself rose by a fifth: a child who has finished a "
    "stray second volume comes looking for the first.</p>",
    "how_to_try_it": "<p>A cart parked by the bus door does as well. Whatever you use, keep it low and untidy: an "
    "arranged display asks children to leave it arranged.</p>",
    "built_on": "books-at-the-scale-house",
    "built_on_credit": "Lorna Pruitt’s crate at the scale house, and a custodian who knew where the pallets go.",
    "picture": "corridor_pallet",
    "topics": ["school-reading", "collections"],
    "career_stage": "early",
    "region": "south-prairie",
    "library_type": "school",
    "library_size": "tiny",
    "contact": ("public", "library.dunmore@example.org"),
}

TWO_PAGES = {
    "slug": "the-library-on-two-pages",
    "title": "A library explained on two pages",
    "summary": "When a substitute opens the door at seven, nobody has time for a handbook. Cecily Brandt’s schools "
    "each have one sheet of paper, written by the person who was lost last.",
    "days_ago": 195,
    "colleagues": [
        {
            "name": "Cecily Brandt",
            "job_title": "District librarian for five schools",
            "library": "Saltlick Bend school district (sample)",
            "town": "Saltlick Bend",
        }
    ],
    "finder": ("Inés Tavarez", "School librarian", "Dunmore Flats Middle School (sample)"),
    "how_they_know_each_other": "Cecily was Inés’s mentor in her first year, and still answers on Sundays.",
    "discovered": "<p>Cecily Brandt had a forty-page binder for substitutes. In nine years it was opened twice, once "
    "to press a leaf. After a week with the flu she asked her substitute what she had needed to know, and wrote down "
    "the answers in the order in which they came up. They filled a sheet, front and back.</p>"
    "<p>The front is the day, by the clock: which light switch, which key sticks, who comes at 9:40 and why they come "
    "loudly. The back is “if”: if the printer, if the fire bell, if a child cries. The rule that keeps it alive is "
    "that only the person who was lost last may change it.</p>",
    "steps": [
        "After the next absence, buy your substitute a coffee and ask: what did you look for, and where?",
        "Write the front by the clock, from the parking lot to the alarm.",
        "Write the back as ten sentences that begin with “If”.",
        "Leave out everything that can wait until you return. Say so: “Leave it on the desk.”",
        "Print it large, put it in a sleeve, and tape it inside the cabinet door nearest the entrance.",
        "Let each substitute correct it in pen. Once a term type up the pen.",
        "Swap sheets with a neighbor and try to open one another’s library by them.",
    ],
    "cost": "Nothing",
    "time": "Two hours, once",
    "staff": "You, and the last person who was lost",
    "audience": "Substitutes, volunteers, and you in August",
    "what_happened": "<p>All five schools now keep the library open when its librarian is out; before, three of them "
    "locked it. Days closed fell from 34 to 6 in a year. Two of the substitutes have applied for aide positions.</p>",
    "how_to_try_it": "<p>Ask the newest person you know. A person who has been there ten years can’t see the light "
    "switch any more.</p>",
    "topics": ["staff", "school-reading"],
    "career_stage": "leading",
    "region": "south-prairie",
    "library_type": "school",
    "library_size": "small",
}

ZERO_RESULTS = {
    "slug": "five-failed-searches-a-week",
    "title": "Five failed searches a week, mended",
    "summary": "Each Friday the librarian of a small college reads the searches that found nothing and mends five. Two "
    "years on, half of what used to fail now leads somewhere.",
    "days_ago": 131,
    "colleagues": [
        {
            "name": "Rosalind Okafor",
            "job_title": "Electronic resources librarian",
            "library": "Saltlick College library (sample)",
            "town": "Saltlick Bend",
        }
    ],
    "finder": ("Theo Marchetti", "Reference librarian", "Port Amity Technical College (sample)"),
    "how_they_know_each_other": "Theo sent her a student, and the student sent back the method.",
    "discovered": "<p>Nearly every catalog keeps a list of searches with no result. Nearly nobody reads it. Rosalind "
    "Okafor prints the week’s list on Fridays at three, when the building is quiet, and marks each line with one of "
    "three letters: S for spelling, W for a word we don’t use, N for something we don’t have.</p>"
    "<p>S needs nothing: the system’s own suggestions can be switched on. N goes to whoever buys. W is where the "
    "treasure is. Nursing students looked for “bedsores”; the records said pressure ulcers. So she added the "
    "students’ word to the records, and a line to the syllabus. Five a week, no more, so that it never becomes a "
    "project that can be put off.</p>",
    "steps": [
        "Ask whoever runs your catalog for the report of searches with no result. Ask for words only: no users, no "
        "addresses.",
        "Print one week. Mark S, W or N beside each line; skip whatever takes longer than five seconds.",
        "Choose five W’s, those that came up most or hurt most.",
        "For each, add the reader’s word as a local cross-reference or a local subject, by your catalog’s rules.",
        "Search for it again, as the reader would. Write the date beside the line.",
        "Give the N’s to the person who selects, with the count and without a comment.",
        "Once a term show an instructor the words their own students use.",
    ],
    "cost": "Nothing",
    "time": "40 minutes a week",
    "staff": "One person who may edit records",
    "audience": "Everybody who types the wrong word",
    "what_happened": "<p>The share of searches that find nothing went from 14 in a hundred to 7. Interlibrary loan "
    "requests for things the college already owned have all but stopped. Three other libraries of the shared catalog "
    "now mend five each.</p>",
    "how_to_try_it": "<p>In a shared catalog agree first on who may add what. In a school, let an eighth-grade class "
    "mark the letters; they are merciless and nearly always right.</p>",
    "built_on_credit": "The cataloger who trained her, long retired, who kept “what they call it” in pencil on the "
    "back of every card.",
    "topics": ["discovery", "research-help"],
    "career_stage": "middle",
    "region": "ridge-and-hollow",
    "library_type": "academic",
    "library_size": "tiny",
    "links": [("How to read a report of failed searches (sample)", "https://example.org/failed-searches")],
}

WELDING_SHOP = {
    "slug": "a-desk-in-the-welding-shop",
    "title": "A reference desk in the welding shop",
    "summary": "Two hours a week the reference desk of a technical college is an upturned cable drum beside booth "
    "nine. This draft waits for its colleague’s yes.",
    "days_ago": 2,
    "colleagues": [
        {
            "name": "Curtis Bellweather",
            "job_title": "Library assistant",
            "library": "Port Amity Technical College (sample)",
            "town": "Port Amity",
            "consented": False,
        }
    ],
    "finder": ("Rosalind Okafor", "Electronic resources librarian", "Saltlick College library (sample)"),
    "how_they_know_each_other": "They sit on the same cataloging work group.",
    "discovered": "<p>Welders look up standards all day, on a phone, with gloves on. Curtis Bellweather brought a "
    "laptop, a printer and a stool to where they do it.</p>",
    "steps": [
        "Ask the instructor which hour of the week is lost to looking things up. Be there in that hour.",
        "Learn ten questions before you answer one.",
        "Laminate the answers that come up three times.",
    ],
    "cost": "A stool",
    "time": "Two hours a week",
    "staff": "One",
    "audience": "Students in the trades",
    "what_happened": "",
    "how_to_try_it": "",
    "topics": ["research-help", "outreach"],
    "career_stage": "early",
    "region": "river-bottoms",
    "library_type": "academic",
    "library_size": "small",
}

SCHOOLS_AND_COLLEGES = [CORRIDOR_PALLET, TWO_PAGES, ZERO_RESULTS, WELDING_SHOP]
