"""Who the sample association is, and the lists its editors keep."""

SETTINGS = {
    "association_name": "Sample State Library Association",
    "program_name": "Pay It Forward",
    "state": "our state",
    "time_zone": "America/Chicago",
    "contact_name": "Mentoring office (sample)",
    "contact_email": "mentoring@example.org",
    "address": "Sample State Library Association\n100 Sample Street\nSample City",
    "footer": "<p>This is a sample site. The association, the people, the libraries and the towns on it are made up; "
    "any likeness to real ones is chance. Pay It Forward is run by volunteers of the Sample State Library "
    "Association.</p>",
}

# (name, share page, what to know before posting)
CHANNELS = [
    ("State listserv", "", "Plain text reads best. Put the name of the colleague in the subject line."),
    ("PUBYAC", "", "Plain text only: no pictures, no formatting, the address written out in full."),
    ("ALSC blog", "", "Takes guest posts of 300 to 700 words, also from non-members. Write to its editor first."),
    ("Association newsletter", "", "Send three sentences and the link by the fifteenth; one picture with alt text."),
    (
        "Facebook",
        "https://www.facebook.com/sharer/sharer.php?u={url}",
        "Ask the colleague before you tag them or their library.",
    ),
    ("Bluesky", "https://bsky.app/intent/compose?text={text}%20{url}", "300 characters with the link."),
    ("Mastodon", "", "Every server has its own page for sharing: copy the words and the link into a new post."),
    ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}", "Add a line of your own above the link."),
    (
        "Pinterest",
        "https://www.pinterest.com/pin/create/button/?url={url}&description={text}",
        "Pin the page rather than the picture, so that the credit travels along.",
    ),
    ("Tumblr", "https://www.tumblr.com/widgets/share/tool?canonicalUrl={url}&caption={text}", ""),
    ("X", "https://x.com/intent/post?url={url}&text={text}", "280 characters with the link."),
]

TOPICS = [
    ("early-literacy", "Story time and early literacy"),
    ("school-reading", "Reading at school"),
    ("outreach", "Outreach"),
    ("collections", "Collections"),
    ("library-of-things", "Library of things"),
    ("adult-programs", "Programs for adults"),
    ("research-help", "Reference and research help"),
    ("discovery", "Cataloging and discovery"),
    ("spaces", "Buildings and spaces"),
    ("staff", "Staff and workplace"),
]

CAREER_STAGES = [
    ("new", "New to libraries"),
    ("early", "First five years"),
    ("middle", "Settled in the work"),
    ("leading", "Leading a library or a team"),
    ("late", "Near retirement or beyond it"),
]

REGIONS = [
    ("lake-country", "Lake Country"),
    ("upriver", "Upriver Counties"),
    ("north-prairie", "North Prairie"),
    ("capital", "Capital Region"),
    ("south-prairie", "South Prairie"),
    ("ridge-and-hollow", "Ridge and Hollow"),
    ("river-bottoms", "River Bottoms"),
]
