"""Calls that take answers: one closes within the week, one has a long window."""

JURY = {
    "slug": "small-library-award-jury",
    "title": "Five jurors for the Small Library Award",
    "kind": "award_jury",
    "group": "Small Library Award jury",
    "summary": "Read twenty short entries from libraries with at most three staff, talk for two evenings, choose one. "
    "First-time jurors are wanted.",
    "charge": "<p>The award goes each year to a library with three or fewer staff for one thing well done, however "
    "small. The jury reads the entries, agrees on a winner and two honorable mentions, and writes each entrant two "
    "sentences about what it liked.</p>",
    "duties": "<ul><li>Read about twenty entries of one page each within three weeks.</li><li>Join two evening "
    "meetings on screen.</li><li>Write the two sentences for four of the entrants.</li></ul>",
    "skills_wanted": "<p>You have worked in a small library, or used one gladly. You can say why you like a thing.</p>",
    "seats": 5,
    "term": "One award season, four months",
    "term_starts_on": 30,
    "hours_a_month": 4,
    "meetings": "virtual",
    "meetings_detail": "Two evenings, 7 to 8:30 pm",
    "cost": "None",
    "eligibility": "<p>Anybody who works or volunteers in a library in our state. You need not be a member. You can’t "
    "judge a year in which your own library enters.</p>",
    "newcomers_welcome": True,
    "balance_sought": "We have no juror yet from a school library or from Ridge and Hollow.",
    "opens": (-21, "08:00"),
    "closes": (5, "23:59"),
    "hear_by": 16,
    "who_decides": "The chair of the awards committee",
    "who_reads": "The chair and the secretary of the awards committee",
    "questions": [
        {
            "label": "What is one thing a small library did that you still think about?",
            "help_text": "Five or six sentences. It need not be your own library.",
            "field_type": "multiline",
            "character_limit": 900,
        },
        {
            "label": "Have you been on a jury or a selection committee before?",
            "help_text": "“No” is a good answer: at least two seats go to first-time jurors.",
            "field_type": "radio",
            "choices": ["No, this would be the first", "Once or twice", "More often"],
        },
        {
            "label": "Which evenings suit you?",
            "field_type": "checkboxes",
            "choices": ["Monday", "Tuesday", "Wednesday", "Thursday"],
        },
    ],
    "criteria": [
        ("Knows small libraries", "5: has worked in one or used one gladly. 1: doesn’t say."),
        ("Can say why", "5: names the thing that made it good. 1: says that it was good."),
    ],
}

NEW_MEMBERS = {
    "slug": "new-members-round-table-board",
    "title": "Three seats on the New Members Round Table board",
    "kind": "board",
    "group": "New Members Round Table",
    "summary": "Help people in their first five years find one another. Three two-year seats; the board meets on "
    "screen, once a month at lunch.",
    "charge": "<p>The round table looks after library workers in their first five years: a welcome call to each new "
    "member, a table at the conference for people who came alone, and four evenings a year on things that library "
    "school left out.</p>",
    "duties": "<ul><li>Come to a monthly meeting of one hour.</li><li>Telephone about five new members a season.</li>"
    "<li>Look after one of the four evenings, with somebody who has done it before.</li></ul>",
    "skills_wanted": "<p>Warmth, and an answering hand with e-mail. The rest can be learned here.</p>",
    "seats": 3,
    "term": "Two years, staggered",
    "term_starts_on": 60,
    "hours_a_month": 3,
    "meetings": "virtual",
    "meetings_detail": "Monthly, second Wednesday at noon",
    "cost": "None",
    "eligibility": "<p>Members of the association who have worked in libraries for five years or less, in any job. "
    "Support staff count, and so do years in another state.</p>",
    "newcomers_welcome": True,
    "balance_sought": "Academic and special libraries; anybody north of the capital.",
    "opens": (-9, "08:00"),
    "closes": (19, "23:59"),
    "hear_by": 40,
    "who_decides": "The president-elect, as appointing officer",
    "who_reads": "The board’s three officers and the president-elect",
    "questions": [
        {
            "label": "What do you wish somebody had told you in your first year?",
            "field_type": "multiline",
            "character_limit": 1200,
        },
        {
            "label": "In which year did you begin to work in libraries?",
            "help_text": "Four digits.",
            "field_type": "number",
        },
        {
            "label": "Which of these would you like to look after?",
            "field_type": "dropdown",
            "choices": ["The welcome calls", "The conference table", "The evenings", "Wherever I am needed"],
        },
        {
            "label": "My director or supervisor knows that I am answering",
            "help_text": "Not a condition. It tells us whether we may write to you at work.",
            "field_type": "checkbox",
            "required": False,
        },
    ],
}

CONFERENCE = {
    "slug": "conference-sessions",
    "title": "Sessions for the annual conference: what did you copy?",
    "kind": "conference_program",
    "group": "Conference program committee",
    "summary": "Propose fifty minutes, or ten, on something you took over from a colleague and made your own. Pairs of "
    "copier and copied come first.",
    "charge": "<p>This year’s theme is <b>what did you copy?</b> We look for sessions on ideas that have already "
    "traveled: from whom you had it, what you changed, what it cost, what went wrong. A proposal by two people, one "
    "who began it and one who carried it on, goes to the top of the pile.</p>",
    "duties": "<ul><li>Give one session of fifty minutes or one short talk of ten.</li><li>Send your slides a week "
    "ahead, so that they can be captioned.</li><li>Come to one rehearsal on screen.</li></ul>",
    "skills_wanted": "<p>No speaking experience. Every first-time speaker is offered a mentor.</p>",
    "seats": 36,
    "term": "Three conference days",
    "term_starts_on": 190,
    "hours_a_month": 2,
    "meetings": "in_person",
    "meetings_detail": "The conference itself; the rehearsal is on screen",
    "cost": "Day registration is free for speakers",
    "travel_paid_by": "Your library, or the travel fund on request",
    "eligibility": "<p>Everybody who works in, for or alongside libraries, in our state or elsewhere.</p>",
    "newcomers_welcome": True,
    "opens": (-12, "09:00"),
    "closes": (68, "23:59"),
    "hear_by": 100,
    "who_decides": "The conference program committee, by majority",
    "who_reads": "Nine members of the committee; names are hidden in the first round",
    "names_hidden": True,
    "seat_groups": [
        ("Small libraries", "Three staff or fewer, and what works there"),
        ("Children and teens", "Story times, summer, schools"),
        ("Behind the desk", "Circulation, catalogs, money, buildings"),
        ("Everything else", ""),
    ],
    "questions": [
        {"label": "Title of your session", "help_text": "Plain beats clever.", "field_type": "singleline"},
        {
            "label": "What will people be able to do on Monday that they couldn’t on Friday?",
            "field_type": "multiline",
            "word_limit": 200,
        },
        {
            "label": "From whom did you copy it, and do they know?",
            "help_text": "Name and library. We ask them before we print anything.",
            "field_type": "multiline",
            "character_limit": 500,
        },
        {
            "label": "How long?",
            "field_type": "radio",
            "choices": ["Fifty minutes", "Ten minutes", "Either"],
        },
        {
            "label": "Which day suits you best?",
            "help_text": "We can’t promise the first.",
            "field_type": "ranked",
            "choices": ["Wednesday", "Thursday", "Friday"],
        },
        {
            "label": "An outline or a handout",
            "help_text": "One page is plenty.",
            "field_type": "file",
            "max_pages": 4,
            "required": False,
        },
        {
            "label": "A page or recording that shows it",
            "help_text": "If there is one.",
            "field_type": "url",
            "required": False,
        },
        {
            "label": "What would keep you from coming?",
            "help_text": "Money, leave, care at home: the travel fund reads it, nobody else.",
            "field_type": "multiline",
            "word_limit": 100,
            "required": False,
            "sensitive": True,
        },
        {"label": "Your shirt size", "field_type": "singleline", "required": False, "after_acceptance": True},
    ],
}

INTELLECTUAL_FREEDOM = {
    "slug": "intellectual-freedom-committee",
    "title": "Two members for the Intellectual Freedom Committee",
    "kind": "committee",
    "group": "Intellectual Freedom Committee",
    "summary": "Stand beside a colleague whose collection is questioned. Two seats of two years for people who keep "
    "calm and answer the telephone.",
    "charge": "<p>The committee is the first call for a library worker who faces a challenge: it listens, helps to "
    "read the library’s own policy, drafts letters, and goes along to the meeting when asked. It keeps no public list "
    "of who called.</p>",
    "duties": "<ul><li>One week in eight on call, by telephone.</li><li>A meeting every other month.</li><li>Help with "
    "one of the two trainings for trustees each year.</li></ul>",
    "skills_wanted": "<p>Discretion first. Some experience with a collection policy, from either side of the desk.</p>",
    "seats": 2,
    "term": "Two years, staggered",
    "term_starts_on": 75,
    "hours_a_month": 5,
    "meetings": "both",
    "meetings_detail": "Every other month on screen; one day a year in the capital",
    "cost": "None",
    "travel_paid_by": "The association",
    "eligibility": "<p>Members of the association. Trustees are welcome; one of the two seats is meant for a school "
    "librarian.</p>",
    "newcomers_welcome": False,
    "balance_sought": "School libraries; South Prairie and River Bottoms.",
    "opens": (-4, "08:00"),
    "closes": (33, "23:59"),
    "hear_by": 60,
    "who_decides": "The president, on the committee’s advice",
    "who_reads": "The committee’s chair and the president",
    "kept_months": 6,
    "questions": [
        {
            "label": "Tell us about a time when you kept calm.",
            "help_text": "It need not have been in a library. Leave out names.",
            "field_type": "multiline",
            "character_limit": 1500,
        },
        {
            "label": "May your name stand on the public page of the committee?",
            "help_text": "“No” is respected and does not count against you.",
            "field_type": "radio",
            "choices": ["Yes, in full", "First name only", "No"],
        },
        {
            "label": "First week in which you could be on call",
            "field_type": "date",
            "required": False,
        },
    ],
}

OPEN = [JURY, NEW_MEMBERS, CONFERENCE, INTELLECTUAL_FREEDOM]
