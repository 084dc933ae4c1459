"""The front door and the pages of text. Pages elsewhere are named by their slug."""

HOME = {
    "title": "Look what I found from a colleague across the state",
    "slug": "home",
    "introduction": "<p>It is easy to say “look what I did”. Pay It Forward asks for the harder and happier thing: "
    "look around, listen, and tell the rest of us what a colleague does well, in a big city or in a one-room library "
    "an hour from anywhere. Not me, me, me, but <b>her, him, and us</b>.</p>",
    "picture": "lamp_on_a_desk",
    "ways": [
        (
            "Shine a light",
            "Tell others about a colleague’s idea. The colleague comes first, you come second.",
            "Read the spotlights",
            "spotlights",
        ),
        (
            "Pass it on",
            "Carry a spotlight to the listserv, the newsletter or wherever your people are.",
            "Find words to copy",
            "pass-it-on",
        ),
        (
            "Bring them in",
            "Get newer colleagues onto committees, panels and boards, or put a name forward.",
            "See open calls",
            "calls",
        ),
        (
            "Take them along",
            "Fill the empty seat on the way to Legislative Day. The road is where ideas hatch.",
            "Travel together",
            "travel-together",
        ),
        (
            "Float their name",
            "Somebody you heard should be heard by more people. Suggest a speaker to tap.",
            "Suggest a speaker",
            "speakers-to-tap",
        ),
        (
            "Keep supporting them",
            "Conversation, advice, a shoulder, some cheering: at every stage of a career.",
            "Mentor or be mentored",
            "mentoring",
        ),
    ],
    "body": [
        ("heading", "Where it comes from"),
        (
            "text",
            "<p>Every idea on this site began somewhere else. The crate of books at a grain elevator turned into a "
            "pallet in a school corridor, and then into a third chair at a bookmobile stop. Each spotlight says what "
            "it was built on, so that you can follow the light back to the first lamp.</p>",
        ),
        (
            "pull_quote",
            {
                "quote": "I asked about the crate. Then I asked myself where four hundred children wait.",
                "who": "Inés Tavarez, school librarian (sample)",
            },
        ),
    ],
}

ABOUT = {
    "title": "About Pay It Forward",
    "slug": "about",
    "show_in_menus": True,
    "summary": "A mentoring program for everybody who works in a library, run by volunteers of the Sample State "
    "Library Association.",
    "body": [
        (
            "text",
            "<p>Most of what we know about this work we were told by somebody who had no reason to tell us. A director "
            "in the next county sent her budget. A clerk showed us how she calms a full story time. Pay It Forward is "
            "our way of keeping that going when the counties are far apart and the somebody is shy.</p>"
            "<p>It is for library workers of every kind: public, school, academic and special libraries, support staff "
            "and directors, trustees and Friends, in their first week or their last.</p>",
        ),
        ("heading", "What we hold to"),
        (
            "text",
            "<ul><li><b>The colleague comes first.</b> Whoever had the idea is named before whoever noticed it.</li>"
            "<li><b>Credit goes all the way back.</b> Each spotlight says what it was built on.</li>"
            "<li><b>Nobody is in the light without their yes.</b> They see the finished words, choose how they are "
            "named, and can change their mind.</li>"
            "<li><b>Nobody needs an account.</b> Reading, answering a call and putting a name forward are open to "
            "all.</li></ul>",
        ),
        ("heading", "Who does the work"),
        (
            "facts",
            [
                {"name": "Chair", "value": "Yolanda Fitch (sample), until the annual meeting"},
                {"name": "Editors", "value": "Three volunteers, about four hours a month each"},
                {"name": "Paid for by", "value": "The association’s dues; nothing here is sold or sponsored"},
                {"name": "Write to", "value": "mentoring@example.org"},
            ],
        ),
        (
            "text",
            "<p>This is a sample: the association, its people and their libraries are made up, so that you can see how "
            "such a site reads before you fill it with your own.</p>",
        ),
    ],
}

PRIVACY = {
    "title": "What we keep, and for how long",
    "slug": "privacy",
    "summary": "What the program keeps about people who answer a call or stand in a spotlight, who sees it, and when "
    "it is deleted.",
    "body": [
        ("heading", "When you only read"),
        (
            "text",
            "<p>Nothing is counted, and no other company learns that you were here: these pages load no outside fonts, "
            "players, or buttons.</p>",
        ),
        ("heading", "When you answer a call"),
        (
            "text",
            "<p>We keep what you write, the time it arrived and what was decided. The people named on the page of the "
            "call read it and nobody else does. It is kept for the months that the page states, counted from the "
            "closing day, and then deleted. Your access or travel needs go only to those who make the arrangements; "
            "they are never weighed in a decision.</p>"
            "<p>The address of your receipt is the key to it. Whoever has the address can read the receipt, so keep it "
            "to yourself.</p>",
        ),
        ("heading", "When you are in a spotlight"),
        (
            "text",
            "<p>We publish nothing about you before you have said yes to the finished words. You choose between your "
            "full name, your first name, initials, or the library alone; you may leave out the town and the picture. "
            "We keep a note of what you agreed to and when, and never show it. Write to us and the page is taken down "
            "the same day, without a question.</p>",
        ),
        (
            "facts",
            [
                {"name": "Answers to a call", "value": "12 months after closing, unless the call says otherwise"},
                {"name": "Consent to a spotlight", "value": "As long as the spotlight is public, and a year beyond"},
                {"name": "Questions", "value": "mentoring@example.org"},
            ],
        ),
    ],
}

HOW_WE_WRITE = {
    "title": "How we write a spotlight",
    "slug": "how-we-write-a-spotlight",
    "summary": "Seven habits that turn “you should see what she does” into a page somebody can copy on Monday.",
    "body": [
        (
            "text",
            "<p>You need not be a writer. You need to have noticed something. Tell us in a hundred and fifty words and "
            "an editor will telephone you both.</p>",
        ),
        (
            "steps",
            [
                "Ask first. “I would like to tell others about this. May I?” is the whole of it.",
                "Begin with the colleague’s name, not with your own.",
                "Say what was wrong before. An idea without its trouble is an advertisement.",
                "Write the steps as you would for the person who covers your desk.",
                "Give the true cost, time and number of people. “Nothing” is a fine answer when it is true.",
                "Say what happened in numbers they counted themselves, and in one thing that somebody said.",
                "Ask what it was built on, and go on asking until the answer is a person.",
            ],
        ),
        ("heading", "Before it is public"),
        (
            "text",
            "<p>The colleague reads the finished page, picks the form of their name, and says yes in writing to the "
            "words, to the picture and to each place where it will be shared. Without that yes the page can’t be "
            "published at all; the site itself refuses.</p>",
        ),
    ],
}

PASS_IT_ON = {
    "title": "Pass it on",
    "slug": "pass-it-on",
    "summary": "A spotlight does its work when it reaches somebody who does not read this site. Here is how to carry "
    "it there.",
    "body": [
        (
            "text",
            "<p>At the foot of every spotlight you find words to copy: one version for a short post and one in plain "
            "text, with lines that don’t break, for the listserv. They name the colleague first. Add a sentence of "
            "your own; it is the sentence that people answer.</p>",
        ),
        (
            "steps",
            [
                "Pick a spotlight that would have helped you a year ago.",
                "Think of one person who needs it and send it to that person first.",
                "Then carry it further: state listserv, system newsletter, PUBYAC in plain text, a network you use.",
                "Write what you will try, not that it is amazing.",
                "When you have tried it, tell the colleague, and tell us.",
            ],
        ),
        ("heading", "A guest post"),
        (
            "text",
            "<p>Some ideas deserve three hundred words more. The ALSC blog takes guest posts of 300 to 700 words, also "
            "from people who are not members. Ask the colleague whether they would rather write it themselves, with "
            "you as their first reader.</p>",
        ),
    ],
    "related": ["spotlights", "how-we-write-a-spotlight"],
}

STANDARD_PAGES = [ABOUT, HOW_WE_WRITE, PASS_IT_ON, PRIVACY]
