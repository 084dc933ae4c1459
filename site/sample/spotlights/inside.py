"""Spotlights on what stands in the building, or on its porch."""

SEED_DRAWER = {
    "slug": "the-seed-drawer-that-remembers",
    "title": "A seed drawer that remembers what grew",
    "summary": "Plum Hollow lends seeds from a retired card catalog, and the cards are back at work: each grower "
    "writes down what came up. After four years the drawer knows more than the packet.",
    "days_ago": 290,
    "colleagues": [
        {
            "name": "Mina Osei",
            "job_title": "Circulation clerk",
            "library": "Plum Hollow Public Library (sample)",
            "town": "Plum Hollow",
        }
    ],
    "finder": ("Grant Lindholm", "Trustee", "Plum Hollow Public Library (sample)"),
    "how_they_know_each_other": "He came to return a book about beans and left with the beans.",
    "discovered": "<p>Many libraries give away seeds. Most can’t say what became of them. Mina Osei, who works the "
    "desk three days a week, put a catalog card behind every variety: name of the seed, where it came from, and then "
    "lines, empty. The seeds are free. The price is a sentence in October.</p>"
    "<p>“Planted May 20 by the creek, frost got half, the rest bore till September.” “Deer don’t like it.” “Ask Elsie "
    "how she trellised it.” New gardeners read the card before they choose a packet. It is a catalog in the oldest "
    "sense: what we have, and what is known about it.</p>",
    "steps": [
        "Take a card-catalog drawer, or a shoe box cut to the same width.",
        "Ask a seed company for last season’s packets in January. Most can no longer be sold, and most still sprout.",
        "Write one card for each variety and stand it behind the packets. Leave eight ruled lines.",
        "Stamp the return month on a slip in every packet: “Tell the drawer in October.”",
        "In October put a table by the door with pencils, cocoa and the cards that are still empty. Then telephone.",
        "When a card is full, staple a second one to it. Never copy it into a spreadsheet only: the handwriting is "
        "half of why people trust it.",
    ],
    "cost": "$40 a year for envelopes",
    "time": "Two days in January, one in October",
    "staff": "One clerk and a volunteer",
    "audience": "Gardeners, above all those in their first year",
    "what_happened": "<p>Of 380 packets taken last spring, 141 came back as a sentence. Eleven varieties now carry a "
    "note that they fail on river clay, which no packet says. The county’s extension office asked for a copy.</p>",
    "how_to_try_it": "<p>Start with ten varieties that nearly always come up: beans, peas, sunflowers, squash. A "
    "drawer full of failures teaches nobody to write.</p>",
    "picture": "seed_drawer",
    "topics": ["library-of-things", "collections", "adult-programs"],
    "career_stage": "new",
    "region": "ridge-and-hollow",
    "library_type": "public",
    "library_size": "small",
}

TOOL_TAGS = {
    "slug": "tools-with-a-tag",
    "title": "Every tool comes home with a tag",
    "summary": "In Nine Elms the borrowed drill has a luggage tag on which each borrower says what they made and what "
    "went wrong. It tells the next neighbor what to build and the Friends what to mend.",
    "days_ago": 168,
    "colleagues": [
        {
            "name": "Samuel Adeyemi",
            "job_title": "Adult services librarian",
            "library": "Nine Elms Public Library (sample)",
            "town": "Nine Elms",
        }
    ],
    "finder": ("Harriet Voss", "President of the Friends", "Friends of the Nine Elms library (sample)"),
    "how_they_know_each_other": "She mends what he lends, on the first Saturday of the month.",
    "discovered": "<p>The hard part of lending tools is not buying them. It is that nobody says when a blade is dull. "
    "Samuel Adeyemi had read about the seed cards of Plum Hollow, and tied a luggage tag to each tool with two lines "
    "for every loan: <i>made</i> and <i>mend</i>.</p>"
    "<p>People will not confess at a desk that a saw slipped. They will write it on a tag. On the first Saturday the "
    "Friends sit down with every tool whose second line is filled, and anybody may watch. The watching has become the "
    "program.</p>",
    "steps": [
        "Choose twenty tools people need twice a year. Leave out whatever can take off a finger without trying.",
        "Paint each tool’s outline on the pegboard. An empty outline asks for its own tool back.",
        "Tie on a manila tag with the lines Made and Mend, and a pencil stub on the hook.",
        "At return, read the second line aloud: “Chuck slips. Thank you.” No fine and no form for wear.",
        "On the first Saturday mend in public, with one person who knows how and three who don’t.",
        "File the full tags by tool. A binder of what the neighbors made is the best poster you will have.",
        "Replace a tool when its tags say “mend” three times for the same thing.",
    ],
    "cost": "$600 for tools, $9 for tags",
    "time": "A weekend to set up, three hours a month",
    "staff": "One librarian and four Friends",
    "audience": "Renters, new householders, whoever has no shed",
    "what_happened": "<p>In fourteen months 610 loans, two tools lost, and 93 repairs made by people of whom half had "
    "never held the tool before. Harriet counts six bookcases, a ramp and a chicken coop among the things made.</p>",
    "how_to_try_it": "<p>If you lend anything at all, kits or cake pans or telescopes, tie a tag to one of them "
    "tomorrow. See what people tell it.</p>",
    "built_on": "the-seed-drawer-that-remembers",
    "built_on_credit": "Mina Osei’s seed cards, where the thing itself carries what is known about it.",
    "picture": "tool_shelf",
    "topics": ["library-of-things", "adult-programs"],
    "career_stage": "middle",
    "region": "capital",
    "library_type": "public",
    "library_size": "medium",
}

READING_PORCH = {
    "slug": "the-porch-light",
    "title": "The porch stays open when the library is closed",
    "summary": "A library with sixteen hours a week gave its porch the other hundred and fifty-two: a lamp on a timer, "
    "an outlet, the signal turned outward, and a wall of old mailboxes for holds.",
    "days_ago": 23,
    "colleagues": [
        {
            "name": "Dot",
            "job_title": "Library manager",
            "library": "Wren’s Landing Public Library (sample)",
            "town": "Wren’s Landing",
            "name_form": "first",
        }
    ],
    "finder": ("Jun Watanabe-Hill", "Children’s librarian", "Otter Bend Public Library (sample)"),
    "how_they_know_each_other": "Jun drove past at ten one night and saw somebody reading.",
    "discovered": "<p>Dot’s building opens sixteen hours a week, and there is no money for a seventeenth. But she saw "
    "cars parked outside after supper, a blue glow in each: homework by way of the library’s wireless signal, with the "
    "motor running for warmth. The porch was dark.</p>"
    "<p>She bought a lamp with a warm bulb and a timer, from dusk until eleven. The village electrician added a "
    "weatherproof outlet as his gift. When the post office was rebuilt, Dot asked for its old wall of numbered boxes, "
    "and screwed it to the clapboards. Holds go in at closing time; readers get the combination by telephone.</p>",
    "steps": [
        "Sit in your own parking lot for an hour after closing, twice, and count.",
        "Move the wireless access point to the wall nearest the porch, and keep its name and password on the door.",
        "Hang one warm lamp on a timer. Bright white light sends people back to their cars.",
        "Ask the insurer in writing. Dot’s only asked for a handrail and a no-smoking sign.",
        "Add an outlet, one bench, and a chair that moves.",
        "For holds, fit any wall of small locking doors: old post boxes, gym lockers, a key cabinet. Label them by "
        "number, never by name.",
        "Change a combination each time its hold is picked up.",
    ],
    "cost": "$180; the boxes and the outlet were given",
    "time": "Three weekends, then ten minutes a day",
    "staff": "One, and an electrician for a morning",
    "audience": "Pupils, shift workers, people without a connection",
    "what_happened": "<p>Four holds in ten now leave through the porch. The sheriff’s deputy asked that the lamp stay "
    "on till midnight, because the street is quieter with a light in it. It does.</p>",
    "how_to_try_it": "<p>No porch? An awning and a bench on the side out of the wind are a beginning. Do the hour in "
    "the parking lot first: it tells you which side.</p>",
    "picture": "reading_porch",
    "topics": ["spaces", "outreach"],
    "career_stage": "late",
    "region": "upriver",
    "library_type": "public",
    "library_size": "tiny",
}

INSIDE = [SEED_DRAWER, TOOL_TAGS, READING_PORCH]
