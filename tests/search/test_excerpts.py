from search.excerpts import marked, words_of


def test_the_beginning_of_a_word_is_marked_in_any_case():
    assert marked("Seeds and seedlings, reseed", ["seed"]) == ("<mark>Seed</mark>s and <mark>seed</mark>lings, reseed")


def test_text_around_a_match_is_escaped():
    assert marked("<b>seed</b> & more", ["seed"]) == "&lt;b&gt;<mark>seed</mark>&lt;/b&gt; &amp; more"


def test_nothing_is_marked_without_words():
    assert marked("<b>", []) == "&lt;b&gt;"


def test_words_are_what_is_left_of_a_query_without_its_signs():
    assert words_of('"seed" AND (library*) a') == ["library", "seed", "AND"]
