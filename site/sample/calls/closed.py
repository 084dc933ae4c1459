"""Calls that have closed: one still being decided, one with its result."""

SCHOLARSHIP = {
    "slug": "scholarship-panel",
    "title": "Readers for the support-staff scholarship",
    "kind": "panel",
    "group": "Scholarship panel",
    "summary": "Four readers for the scholarship that sends support staff to library school, or to whatever they would "
    "rather learn.",
    "charge": "<p>The scholarship pays a year’s tuition or a shorter course for somebody who works in a library "
    "without a degree in it. The panel reads the letters, talks with six people, and chooses two.</p>",
    "duties": "<ul><li>Read about thirty letters.</li><li>Take part in six short conversations on screen.</li></ul>",
    "skills_wanted": "<p>People who went the long way round themselves read these letters best.</p>",
    "seats": 4,
    "term": "One year",
    "term_starts_on": 30,
    "hours_a_month": 5,
    "meetings": "virtual",
    "meetings_detail": "Three evenings in spring",
    "eligibility": "<p>Any library worker in our state. Two seats are kept for support staff.</p>",
    "newcomers_welcome": True,
    "opens": (-48, "08:00"),
    "closes": (-6, "23:59"),
    "hear_by": 12,
    "who_decides": "The treasurer and the chair of the panel",
    "who_reads": "The treasurer and the chair of the panel",
    "questions": [
        {
            "label": "How did you come to this work?",
            "help_text": "The long version is welcome.",
            "field_type": "multiline",
            "character_limit": 2000,
        },
        {
            "label": "Do you work as support staff?",
            "field_type": "radio",
            "choices": ["Yes", "I did once", "No"],
        },
        {
            "label": "Evenings that suit you",
            "field_type": "checkboxes",
            "choices": ["Tuesday", "Wednesday", "Thursday"],
        },
    ],
    "letters": [
        (
            "offered",
            "The panel read every answer to “{call}” twice, and would be glad to have you among its four readers. The "
            "first evening is soon; the letters reach you a week before.",
        ),
    ],
    "names_hidden": True,
    # name, what a 5 looks like
    "criteria": [
        (
            "Knows the long way round",
            "5: went it, or works beside people who do, and says what it was like.",
        ),
        ("Reads with care", "5: says what made a text stay with them. 1: says that they like reading."),
        ("Has the evenings", "5: at least two of the three."),
    ],
}

STEERING = {
    "slug": "mentoring-work-group",
    "title": "Four people for the mentoring work group",
    "kind": "work_group",
    "group": "Mentoring work group",
    "summary": "The people who match mentors and mentees. Closed; three of the four have said yes, and two are named "
    "here.",
    "charge": "<p>The work group reads the sign-ups of mentors and mentees, makes the matches, holds the orientation, "
    "and telephones every pair in the middle of the year.</p>",
    "duties": "<ul><li>Two matching days a year.</li><li>Eight telephone check-ins.</li><li>One orientation.</li></ul>",
    "skills_wanted": "<p>You are curious about people and can keep what they tell you.</p>",
    "seats": 4,
    "term": "Two years, staggered",
    "term_starts_on": -10,
    "hours_a_month": 4,
    "meetings": "both",
    "meetings_detail": "Monthly on screen; two matching days in the capital",
    "travel_paid_by": "The association",
    "eligibility": "<p>Anybody who has been a mentor or a mentee in the program.</p>",
    "newcomers_welcome": True,
    "balance_sought": "One person from each kind of library.",
    "opens": (-95, "08:00"),
    "closes": (-46, "23:59"),
    "hear_by": -20,
    "who_decides": "The chair of the program",
    "who_reads": "The chair and last year’s work group",
    "questions": [
        {
            "label": "What did your mentor or your mentee teach you?",
            "field_type": "multiline",
            "character_limit": 1200,
        },
        {
            "label": "Your kind of library when you were matched",
            "field_type": "dropdown",
            "choices": ["Public", "School", "Academic", "Special", "System"],
        },
        {
            "label": "How many check-in calls could you make in a month?",
            "help_text": "About half an hour each.",
            "field_type": "number",
        },
    ],
    "result": "<p>Seventeen people answered for four seats, more than ever. Thank you to each of you. The chair has "
    "telephoned everybody; those for whom there was no seat this time have been asked to read sign-ups for one "
    "afternoon in spring, and nine have said yes. One seat stays open until a colleague from an academic library is "
    "found.</p>",
    # name, library, day of their yes to being named (None: not named in public)
    "appointments": [
        ("Inés Tavarez", "Dunmore Flats Middle School (sample)", -22),
        ("Gus Engstrom", "Marrow Creek Public Library (sample)", -21),
        ("Theo Marchetti", "Port Amity Technical College (sample)", None),
    ],
}

CLOSED = [SCHOLARSHIP, STEERING]
