"""Spotlights on ideas that leave the building."""

SCALE_HOUSE = {
    "slug": "books-at-the-scale-house",
    "title": "A crate of books where the grain trucks wait",
    "summary": "For three weeks each fall, the one-person library of Tallgrass Junction moves into the line at the "
    "grain elevator. The host has nothing to do, and that is why it works.",
    "days_ago": 330,
    "review_after": 300,
    "colleagues": [
        {
            "name": "Lorna Pruitt",
            "job_title": "Director, and the whole staff",
            "library": "Tallgrass Junction Public Library (sample)",
            "town": "Tallgrass Junction",
        }
    ],
    "finder": ("Devon Achterberg", "Youth services librarian", "Harrow Station Public Library (sample)"),
    "how_they_know_each_other": "Devon’s brother-in-law came home from harvest with a library book.",
    "discovered": "<p>Every October Lorna Pruitt’s library is empty and the line at the elevator is forty trucks long. "
    "A driver waits between twenty minutes and two hours, with a phone signal that comes and goes. Lorna had been "
    "asking how to bring those people in. Then she turned the question round and asked where they already sit.</p>"
    "<p>She asked the elevator manager for one square yard by the scale-house door and promised that nobody who works "
    "there would ever have to touch it: no checking out, no money, no questions. Every driver gets down from the cab "
    "there to sign a ticket. Now there is a crate at their elbow while they do.</p>",
    "steps": [
        "Ask for one square yard where people must stop anyway, for three weeks, and for nothing else.",
        "Fill a crate with forty withdrawn paperbacks and a dozen audiobooks on CD. Old trucks still play them. Add "
        "six picture books for the children who ride along.",
        "Tape one card inside the lid: “Take one. Keep it, or leave it at any elevator or library.” No library card, "
        "no due date.",
        "Hang up a pencil and a tally sheet with three columns: book, audiobook, children’s.",
        "Refill on Mondays, on the way to the bank. Take out whatever has not moved in a week.",
        "In the last week add ten card applications with the library’s hours already written at the top.",
        "Bring the tally sheet itself, dust and all, to the next board meeting.",
    ],
    "cost": "$12, for the sign",
    "time": "Three hours to set up, 20 minutes a week",
    "staff": "One person",
    "audience": "Grain-truck drivers and whoever rides along",
    "what_happened": "<p>The first harvest moved 212 books and 31 audiobooks in nineteen days, more than the building "
    "lent in the whole month. Nine people came for a card in November. One driver brought back a second crate, filled "
    "by his neighbors.</p>",
    "how_to_try_it": "<p>No elevator? Look for the place where people wait with nothing to read and a reason to get "
    "out of the car: the sale barn, the transfer station, the clinic’s parking lot, the ferry. Lorna’s one rule is "
    "that the host must have <b>nothing</b> to do.</p>",
    "picture": "scale_house",
    "topics": ["outreach", "collections"],
    "career_stage": "leading",
    "region": "north-prairie",
    "library_type": "public",
    "library_size": "tiny",
}

THIRD_CHAIR = {
    "slug": "the-third-chair",
    "title": "The third chair at the bookmobile stop",
    "summary": "At every stop the bookmobile of Kettle Ferry County sets out three folding chairs: one for the "
    "librarian, one for a reader, and an amber one for whoever in the county people need to see.",
    "days_ago": 214,
    "colleagues": [
        {
            "name": "Nadia Kowalczyk",
            "job_title": "Bookmobile librarian",
            "library": "Kettle Ferry County Library (sample)",
            "town": "Kettle Ferry",
        }
    ],
    "finder": ("Samuel Adeyemi", "Adult services librarian", "Nine Elms Public Library (sample)"),
    "how_they_know_each_other": "They shared a table, and then a ride home, at a system workshop.",
    "discovered": "<p>Nadia Kowalczyk noticed that the questions asked on her steps were rarely about books. They were "
    "about a farm lease, a hearing aid, a road that washes out. She could hand over a telephone number. She would "
    "rather hand over a person.</p>"
    "<p>So she bought a third folding chair, painted it amber and offered it around the county offices, one stop at a "
    "time. The extension agent came first. There is no table cloth, no banner and no handout: somebody sits down, and "
    "people who came for a large-print western stay to talk. The chair is set out even when nobody has booked it. "
    "Readers ask about it, and their answers are next month’s list.</p>",
    "steps": [
        "For one month write down, at each stop, every question that you could not answer yourself.",
        "Sort them by who in the county could. The longest pile is your first guest.",
        "Offer one stop and one hour, not a series. “Bring nothing. I will drive you back.”",
        "Put out the chair at every stop, also when it stays empty, in a color nobody can overlook.",
        "Introduce the guest by first name, then step away and shelve.",
        "Agree on two rules: nothing is sold, and nobody signs anything at the stop.",
        "Afterwards ask the guest what they were asked. Keep that list; it is the best needs study you will ever have.",
    ],
    "cost": "$35 for a chair and a can of paint",
    "time": "Two hours a month on the telephone",
    "staff": "One, and a guest",
    "audience": "People at eleven rural stops",
    "what_happened": "<p>In a year the chair was taken at 61 of 132 stops, by 19 different guests. The county clerk "
    "registered voters from it, a veterans’ officer found two widows who were owed a pension, and visits to the "
    "bookmobile went up by a third at the stops that had a guest.</p>",
    "how_to_try_it": "<p>You don’t need wheels. A third chair works at a farmers’ market, in a laundromat, or beside "
    "the public printer, which is where people with forms already stand.</p>",
    "built_on": "books-at-the-scale-house",
    "built_on_credit": "Lorna Pruitt’s crate at the scale house: go where people already stop, and ask the host for "
    "as little as you can.",
    "picture": "bookmobile",
    "topics": ["outreach", "research-help"],
    "career_stage": "middle",
    "region": "river-bottoms",
    "library_type": "public",
    "library_size": "large",
    "contact": ("public", "bookmobile@example.org"),
}

STORY_WALK = {
    "slug": "a-story-walk-that-moves",
    "title": "One story walk, nine towns, twelve fence posts",
    "summary": "Nine towns in Lake Country could not afford a story walk each. They share one that unbolts in half an "
    "hour, fits in a hatchback and moves on the first Friday of the month.",
    "days_ago": 9,
    "colleagues": [
        {
            "name": "Pat Sorrel",
            "job_title": "Youth consultant",
            "library": "Lake Country library system (sample)",
            "town": "",
        },
        {
            "name": "Jun Watanabe-Hill",
            "job_title": "Children’s librarian",
            "library": "Otter Bend Public Library (sample)",
            "town": "Otter Bend",
        },
    ],
    "finder": ("Mina Osei", "Circulation clerk", "Plum Hollow Public Library (sample)"),
    "how_they_know_each_other": "Mina walked it with two nephews, and turned back to count the bolts.",
    "discovered": "<p>A story walk sets the pages of a picture book on posts along a path. The posts are the costly "
    "part, and most towns use theirs for one book a season. Pat Sorrel and Jun Watanabe-Hill asked a farmer instead "
    "of a catalog. His answer was the steel T-post that every farm-supply store sells: one person drives it in, one "
    "person pulls it out, and a bracket of bent strap holds a framed page.</p>"
    "<p>The frames travel in a case with the driver, the puller, and a spirit level. Each town supplies only a path. "
    "The town before hands over to the town after, in person, and that half hour has become the best professional "
    "meeting of the month.</p>",
    "steps": [
        "Draw up a calendar first: one town a month, the hand-over on a fixed day, the town’s name beside it.",
        "Buy twelve six-foot T-posts, a post driver and a puller for all of you together.",
        "Have the vocational class bend the brackets and cut acrylic sheets to 12 by 18 inches, corners rounded.",
        "Buy two copies of the book, and write to its publisher for permission to show it outdoors. Keep the letter in "
        "the case.",
        "Add to each page one line that makes a child move: hop to the next post, find something red.",
        "Call the utility line before you drive a post, each time, in each town.",
        "At the hand-over, walk it together once. Write on the lid what broke.",
    ],
    "cost": "$640 once, shared by nine: $71 a town",
    "time": "Half a day to bend, an hour a month to move",
    "staff": "Two people for the hand-over",
    "audience": "Families with children up to eight",
    "what_happened": "<p>Two summers, eighteen stops, three books. A trail counter lent by the parks office showed 140 "
    "walkers a week in a town of 1,100. Four towns have kept a path mown ever since.</p>",
    "how_to_try_it": "<p>Begin with two towns and six posts. The calendar is the invention; the posts are only "
    "steel.</p>",
    "built_on_credit": "Whoever first took a picture book apart and set it along a path, and every library that has "
    "done so since.",
    "picture": "story_walk",
    "topics": ["early-literacy", "outreach"],
    "career_stage": "middle",
    "region": "lake-country",
    "library_type": "system",
    "library_size": "medium",
}

OUTSIDE = [SCALE_HOUSE, THIRD_CHAIR, STORY_WALK]
